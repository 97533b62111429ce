// SPDX-License-Identifier: Apache-2.0
// Conversions live in libs/contracts, which knows no rules: that their results follow the rules is shown here.
import fs from 'node:fs'
import path from 'node:path'
import {
  convertDown,
  convertUp,
  rowsOf,
  type Dataset,
  type MigrationFlow,
} from '@corridor/contracts'
import fc from 'fast-check'
import { check } from './index'

const contract = 'migration-flow'
const up = { from: '1.0.0', to: '1.1.0' }
const down = { from: '1.1.0', to: '1.0.0' }

function examples(
  version: string,
): readonly { readonly reason: string; readonly dataset: Dataset }[] {
  const folder = path.resolve(__dirname, '../../../contracts', contract, version, 'examples/valid')
  return fs.readdirSync(folder).map((file) => ({
    reason: path.basename(file, '.json'),
    dataset: JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')) as Dataset,
  }))
}

describe('what the rules of one version accept', () => {
  it.each(examples('1.0.0'))('is accepted by the newer one: $reason', ({ dataset }) => {
    const newer = convertUp(contract, up, dataset)
    expect(check({ contract, version: '1.1.0', dataset: newer })).toMatchObject({ ok: true })
  })

  it.each(examples('1.1.0'))(
    'is accepted by the older one, as far as it goes: $reason',
    ({ dataset }) => {
      const older = convertDown(contract, down, dataset).dataset
      if (older === null) throw new Error('every example has a total')
      expect(check({ contract, version: '1.0.0', dataset: older })).toMatchObject({ ok: true })
    },
  )

  it('is accepted by the older one whatever is broken down by education, row by row', () => {
    const [first] = examples('1.1.0')
    const cellOf = fc.record({
      sex: fc.constantFrom('_T', 'F', 'M'),
      education: fc.constantFrom('_T', '_U', 'ED5T8', 'ED0'),
      small: fc.nat(400),
    })
    // Men and women are no more than both together.
    const cellWithValue = cellOf.map(({ small, ...cell }) => ({
      ...cell,
      value: cell.sex === '_T' ? 1_000 + small : small,
    }))
    const rows = fc.uniqueArray(cellWithValue, {
      minLength: 1,
      maxLength: 12,
      selector: ({ sex, education }) => `${sex} ${education}`,
    })
    fc.assert(
      fc.property(rows, (cells) => {
        const dataset = {
          ...first?.dataset,
          ...{ direction: 'outflow', origin: 'BE', destination: 'DK', rows: cells.length },
          sex: cells.map(({ sex }) => sex),
          education: cells.map(({ education }) => education),
          value: cells.map(({ value }) => value),
        } as unknown as MigrationFlow
        const sound = check({ contract, version: '1.1.0', dataset })
        if (!sound.ok) throw new Error(sound.refusal.detail)
        const { dataset: older, leftOut } = convertDown(contract, down, sound.dataset)
        const totals = cells.filter(({ education }) => education === '_T')
        expect(leftOut).toBe(cells.length - totals.length)
        if (older === null) return
        expect(check({ contract, version: '1.0.0', dataset: older })).toMatchObject({ ok: true })
        const figures = [...rowsOf(convertUp(contract, up, older) as Dataset & MigrationFlow)]
        expect(figures.map(({ sex, value }) => ({ sex, value }))).toEqual(
          totals.map(({ sex, value }) => ({ sex, value })),
        )
      }),
    )
  })
})

describe('the rules of 1.1.0', () => {
  it('are those of 1.0.0, and one more on what it adds', () => {
    const rulesOf = (version: string): readonly { readonly column?: string }[] => {
      const file = path.resolve(
        __dirname,
        '../../../contracts',
        contract,
        version,
        'rules/rules.json',
      )
      const set = JSON.parse(fs.readFileSync(file, 'utf8')) as {
        readonly rules: readonly { readonly column?: string }[]
      }
      return set.rules
    }
    const added = rulesOf('1.1.0').filter(({ column }) => column === 'education')
    expect(added).toHaveLength(1)
    expect(rulesOf('1.1.0').filter(({ column }) => column !== 'education')).toEqual(
      rulesOf('1.0.0'),
    )
  })
})
