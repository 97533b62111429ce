// SPDX-License-Identifier: Apache-2.0
import fs from 'node:fs'
import path from 'node:path'
import {
  contracts,
  problem,
  statisticalContracts,
  validate,
  type ContractRef,
  type Dataset,
} from '@corridor/contracts'
import { check } from './index'

const law = path.resolve(__dirname, '../../../contracts')

interface Example {
  readonly reason: string
  readonly content: unknown
}

function read({ name, version }: ContractRef, kind: 'valid' | 'invalid-rows'): readonly Example[] {
  const folder = path.join(law, name, version, 'examples', kind)
  if (!fs.existsSync(folder)) return []
  return fs.readdirSync(folder).map((file) => {
    const content: unknown = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'))
    return { reason: path.basename(file, '.json'), content }
  })
}

/** The examples are judged by their schema in libs/contracts; here it has to accept them, for the rules to be asked. */
function checked({ name: contract, version }: ContractRef, content: unknown) {
  const valid = validate(contract, version, content)
  if (!valid.ok) throw new Error(valid.refusal.detail)
  return check({ contract, version, dataset: valid.value as unknown as Dataset })
}

const statistical = contracts.filter(({ name }) => statisticalContracts.includes(name))

describe.each(statistical)('rows of $name $version', (edition) => {
  it('are refused by examples of their own', () => {
    expect(read(edition, 'invalid-rows').length).toBeGreaterThan(0)
  })

  it.each(read(edition, 'invalid-rows'))(
    'refuse $reason, though the schema accepts it',
    (example) => {
      const outcome = checked(edition, example.content)
      const code = outcome.ok ? 'accepted' : outcome.refusal.code
      expect(example.reason.startsWith(code.toLowerCase().replaceAll('_', '-'))).toBe(true)
      expect(problem(code)).toBeDefined()
    },
  )

  it.each(read(edition, 'valid'))('of $reason follow the rules', ({ content }) => {
    expect(checked(edition, content)).toMatchObject({ ok: true, found: [] })
  })
})
