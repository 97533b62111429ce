// SPDX-License-Identifier: Apache-2.0
import fs from 'node:fs'
import path from 'node:path'
import {
  newestVersion,
  problem,
  statisticalContracts,
  validate,
  type ContractName,
  type Dataset,
} from '@corridor/contracts'
import { check } from './index'

const law = path.resolve(__dirname, '../../../contracts')

interface Example {
  readonly reason: string
  readonly content: unknown
}

function read(name: string, kind: 'valid' | 'invalid-rows'): readonly Example[] {
  const folder = path.join(law, name, newestVersion(name as ContractName), 'examples', kind)
  if (!fs.existsSync(folder)) return []
  return fs.readdirSync(folder).map((file) => {
    const content: unknown = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'))
    return { reason: path.basename(file, '.json'), content }
  })
}

/** The examples are judged by their schema in libs/contracts; here it has to accept them, for the rules to be asked. */
function checked(contract: string, content: unknown) {
  const valid = validate(contract, newestVersion(contract as ContractName), content)
  if (!valid.ok) throw new Error(valid.refusal.detail)
  return check({ contract, dataset: valid.value as unknown as Dataset })
}

describe.each(statisticalContracts)('rows of %s', (name) => {
  it('are refused by examples of their own', () => {
    expect(read(name, 'invalid-rows').length).toBeGreaterThan(0)
  })

  it.each(read(name, 'invalid-rows'))('refuse $reason, though the schema accepts it', (example) => {
    const outcome = checked(name, example.content)
    const code = outcome.ok ? 'accepted' : outcome.refusal.code
    expect(example.reason.startsWith(code.toLowerCase().replaceAll('_', '-'))).toBe(true)
    expect(problem(code)).toBeDefined()
  })

  it.each(read(name, 'valid'))('of $reason follow the rules', ({ content }) => {
    expect(checked(name, content)).toMatchObject({ ok: true, found: [] })
  })
})
