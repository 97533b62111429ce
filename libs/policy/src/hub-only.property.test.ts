// SPDX-License-Identifier: Apache-2.0
// What is said to the hub alone goes with every figure as far as its protection, and no further.
import { cellKeyRange, toColumns, type Dataset } from '@corridor/contracts'
import { someAgreements, someRequest, someTable } from '@corridor/testing'
import fc from 'fast-check'
import { compile } from './compile'
import { permitsOf } from './decide'
import { projectFor } from './project-for'

const at = new Date('2026-06-01T12:00:00Z')
const definition = {
  minimumStay: 'P12M',
  population: 'all',
  source: 'register',
  partnerConcept: 'residence',
  eventConcept: 'registration',
  ageDefinition: 'completed',
  periodConvention: 'calendar',
} as const

describe('cell keys', () => {
  it('are in no projection, and those of its rows are the sums of the keys of what they were made of', () => {
    let [made, unknown] = [0, 0]
    const keys = fc.infiniteStream(
      fc.option(fc.integer({ min: 1_000_000_000, max: cellKeyRange - 1 }), { freq: 8 }),
    )
    fc.assert(
      fc.property(
        someAgreements,
        someRequest,
        fc.record({ rows: someTable, stream: keys }),
        (agreements, { contract, sender, recipient }, { rows, stream }) => {
          const cellKey = [...stream.take(rows.length)]
          const dataset: Dataset = { ...toColumns(definition, rows), ...{ cellKey } }
          for (const permit of permitsOf(
            compile(agreements),
            { contract, sender, recipient },
            at,
          )) {
            const out = projectFor(dataset, permit, at)
            expect(Object.keys(out.dataset ?? {})).not.toContain('cellKey')
            const text = JSON.stringify(out.dataset)
            for (const key of cellKey) if (key !== null) expect(text).not.toContain(String(key))
            expect(out.hubOnly).toHaveLength(out.rows.length)
            for (const [i, { from }] of out.rows.entries()) {
              const parts = from.filter((part) => rows[part]?.value !== 0 || cellKey[part] !== null)
              const known = parts.every((part) => cellKey[part] !== null)
              const sum = parts.reduce((total, part) => total + (cellKey[part] ?? 0), 0)
              const isSum = from.length > 1
              expect(out.hubOnly[i]?.cellKey).toBe(
                known && (isSum || parts.length > 0) ? sum % cellKeyRange : undefined,
              )
              if (isSum) made++
              if (!known) unknown++
            }
          }
        },
      ),
      { numRuns: 300 },
    )
    expect(made).toBeGreaterThan(10)
    expect(unknown).toBeGreaterThan(10)
  })
})
