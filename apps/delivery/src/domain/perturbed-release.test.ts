// SPDX-License-Identifier: Apache-2.0
// Figures perturbed by their sender's cell keys: what leaves, and what does not.
import fs from 'node:fs'
import path from 'node:path'
import {
  cellKeyRange,
  newestVersion,
  structure,
  toColumns,
  type Dataset,
  type FlowRow,
  type ProtectClause,
  type ShareClause,
} from '@corridor/contracts'
import { digestOf } from '@corridor/message'
import { openSolver } from '@corridor/statistics'
import fc from 'fast-check'
import { at, definition, figure, permitOf, textOf } from './given'
import type { Protecting } from './protect-projection'
import { releaseOf } from './release'

const share: ShareClause = {
  id: '1',
  kind: 'share',
  from: ['BE'],
  to: ['DK'],
  contract: 'migration-flow',
  corridors: [{ origin: 'BE', destination: 'DK' }],
  levels: [{ dimension: 'sex', level: 'all' }],
  confStatus: ['F'],
}
const total: ShareClause = { ...share, levels: [] }
const perturbed: ProtectClause['rule'] = {
  ...{ method: 'cell-key', maximumNoise: 3, variance: 1.5, smallest: 0 },
}
const suppressed: ProtectClause['rule'] = {
  ...{ method: 'suppression', threshold: 3, zeros: false, protectionPercent: 100 },
}
const published: ProtectClause['rule'] = { method: 'published-figures-no-protection' }

let protecting: Protecting
beforeAll(async () => {
  protecting = {
    solver: await openSolver(),
    known: { datasets: [] },
    secret: new Uint8Array(32).fill(5),
  }
})

interface Keyed extends FlowRow {
  readonly cellKey: number | null
}

/** What leaves of rows under a rule; null where nothing does. */
function leaving(rows: readonly Keyed[], rule: ProtectClause['rule'], clause = share) {
  const cellKey = rows.map((row) => row.cellKey)
  return leavingOf({ ...toColumns(definition, rows), ...{ cellKey } }, rule, clause)
}

function leavingOf(dataset: Dataset, rule: ProtectClause['rule'], clause: ShareClause) {
  const version = newestVersion(clause.contract)
  const source = {
    ...{ participant: 'BE', contract: clause.contract, version, position: 7 },
    ...{ digest: digestOf(Buffer.from('the message')), reportedAs: null, dataset },
    recordedAt: new Date('2026-11-23T09:11:00Z'),
  }
  const permit = permitOf(clause, { id: '2', kind: 'protect', rule })
  const release = releaseOf(source, permit, { version, at, protecting })
  if (release === null || 'outcome' in release) return null
  const text = textOf(release)
  const { dataset: told } = JSON.parse(text) as { dataset: Dataset & { sex: string[] } }
  return { text, told }
}

const men = { ...figure({ sex: 'M', value: 40 }), cellKey: 4_000_000_000 }
const women = { ...figure({ sex: 'F', value: 7 }), cellKey: 1_234_567_890 }

describe('a release of perturbed figures', () => {
  it('tells each within the agreed noise, with the interval that it is known to lie in', () => {
    const { told } = leaving([men, women], perturbed) ?? {}
    expect(told).toMatchObject({ valueStatus: 'value', rows: 2 })
    for (const [row, truth] of [40, 7].entries()) {
      const [value, lower, upper] = [told?.value, told?.lower, told?.upper].map(
        (column) => (column as number[])[row] ?? NaN,
      )
      expect([lower, upper]).toEqual([Math.max(0, value! - 3), value! + 3])
      expect(Math.abs(value! - truth)).toBeLessThanOrEqual(3)
    }
  })

  it('tells a sum that the hub made as it tells the one that the sender gives: by the same key', () => {
    const cellKey = (men.cellKey + women.cellKey) % cellKeyRange
    const given = leaving([{ ...figure({ value: 47 }), cellKey }], perturbed, total)
    const made = leaving(
      [men, women, { ...figure({ sex: '_U', value: 0 }), cellKey: null }],
      perturbed,
      total,
    )
    expect(made?.told.value).toEqual(given?.told.value)
    expect(made?.told).toMatchObject({ rows: 1, sex: '_T' })
  })

  it('is nothing of figures without a key, and never a zero in their place', () => {
    const { told } = leaving([men, { ...women, cellKey: null }], perturbed) ?? {}
    expect(told).toMatchObject({ rows: 1, sex: 'M' })
    expect(leaving([{ ...women, cellKey: null }], perturbed)).toBeNull()
    expect(leaving([men, { ...women, cellKey: null }], perturbed, total)).toBeNull()
  })
})

describe('figures of every contract that has cell keys', () => {
  const law = path.resolve(__dirname, '../../../../contracts')
  const of = (contract: ShareClause['contract']): Dataset => {
    const folder = path.join(law, contract, newestVersion(contract), 'examples/valid')
    const file = path.join(folder, 'synthetic-cell-keys-of-men-and-women.json')
    const read = JSON.parse(fs.readFileSync(file, 'utf8')) as Dataset
    const corridor = 'origin' in read ? share.corridors?.[0] : {}
    return Object.assign(read, { reporter: 'BE' }, corridor)
  }

  it.each([
    ...(['migration-flow', 'migrant-stock', 'work-permits', 'deployment'] as const),
    ...(['temporary-mobility', 'social-protection'] as const),
  ])('leave perturbed, and as nothing in an amount of money: %s', (contract) => {
    const dataset = of(contract)
    const columns = structure(contract).dimensions.map(({ column }) => column)
    const { corridors, ...all }: ShareClause = {
      ...{ ...share, contract },
      levels: columns.map((dimension) => ({ dimension, level: 'all' })),
    }
    const clause = 'origin' in dataset ? { ...all, corridors } : all
    const { told, text } = leavingOf(dataset, perturbed, clause) ?? {}
    expect(told).toMatchObject({ rows: 4, valueStatus: 'value' })
    expect(text).not.toContain('cellKey')
    const noise = [180, 229, 0, 409].map((count, row) => (told?.value as number[])[row]! - count)
    expect(noise.map((one) => Math.abs(one) <= 3)).not.toContain(false)
    const unit = { measure: 'EUR', multiplier: 0, decimals: 0 } as const
    expect(leavingOf({ ...dataset, unit }, perturbed, clause)).toBeNull()
  })
})

describe('whatever a sender says to the hub alone', () => {
  it('is in no release, however it is protected', () => {
    const key = fc.option(fc.integer({ min: 1_000_000_000, max: cellKeyRange - 1 }))
    const rows = fc.uniqueArray(fc.tuple(fc.constantFrom('F', 'M', '_U', '_T'), fc.nat(60), key), {
      minLength: 1,
      selector: ([sex]) => sex,
    })
    let released = 0
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(perturbed, suppressed, published),
        fc.constantFrom(share, total),
        (drawn, rule, clause) => {
          const keyed = drawn.map(([sex, value, cellKey]) => ({
            ...figure({ sex, value }),
            cellKey,
          }))
          const left = leaving(keyed, rule, clause)
          if (left === null) return
          released++
          expect(left.text).not.toContain('cellKey')
          for (const { cellKey } of keyed)
            if (cellKey !== null) expect(left.text).not.toContain(String(cellKey))
        },
      ),
      { numRuns: 200 },
    )
    expect(released).toBeGreaterThan(60)
  })
})
