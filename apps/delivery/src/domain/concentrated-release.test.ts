// SPDX-License-Identifier: Apache-2.0
// Vacancies of which an agreement hides what few employers have most of. All figures are synthetic.
import { cell, type Column, type Dataset } from '@corridor/contracts'
import { digestOf } from '@corridor/message'
import { openSolver } from '@corridor/statistics'
import { at, textOf } from './given'
import { vacancies, vacancyPermit, type Sector } from './given-vacancies'
import { heldOf } from './held'
import type { Protecting } from './protect-projection'
import { releaseOf } from './release'

let protecting: Protecting
beforeAll(async () => {
  const known = { datasets: [] }
  protecting = { solver: await openSolver(), known, secret: new Uint8Array(32).fill(5) }
})

const sectors: readonly Sector[] = [
  ['A', 1730, 212, 96, 71],
  ['B', 140, 2, 90, 50],
  ['F', 16800, 1904, 410, 395],
  ['G', 900, 40, 700, 90],
  ['_T', 19570, 2158, 700, 410],
]

type Told = Dataset & { readonly sector: Column<string> }

/** What leaves of a message, by the level of sectors that is granted, beside what was handed over before. */
function leaving(
  rows: readonly Sector[],
  level: 'level-1' | 'all' = 'level-1',
  known = protecting.known,
): Told | null {
  const source = {
    ...{ participant: 'BE', contract: 'labour-market', version: '1.1.0', position: 7 },
    ...{ digest: digestOf(Buffer.from('the message')), reportedAs: null },
    ...{ dataset: vacancies(rows), recordedAt: new Date('2026-11-23T09:11:00Z') },
  }
  const making = { version: '1.1.0', at, protecting: { ...protecting, known } }
  const release = releaseOf(source, vacancyPermit(level), making)
  if (release === null || 'outcome' in release) return null
  return (JSON.parse(textOf(release)) as { dataset: Told }).dataset
}

function toldOf(rows: readonly Sector[]): Readonly<Record<string, unknown>> {
  return valuesOf(leaving(rows))
}

function valuesOf(told: Told | null): Readonly<Record<string, number | null>> {
  if (told === null) return {}
  const rows = Array.from({ length: told.rows }, (_, row) => row)
  return Object.fromEntries(rows.map((row) => [cell(told.sector, row), cell(told.value, row)]))
}

describe('vacancies by sector', () => {
  it('leave where many employers have them, and stay hidden where two have most, with what would give them away', () => {
    const told = toldOf(sectors)
    // G: 790 of 900 are of two; B has no more than two.
    expect(told).toMatchObject({ B: null, G: null, F: 16800, _T: 19570 })
    expect(Object.keys(told)).toHaveLength(5)
  })

  it('stay hidden where nothing is said of the employers', () => {
    const silent = sectors.map(([sector, value]): Sector => [sector, value, null, null, null])
    expect(new Set(Object.values(toldOf(silent)))).toEqual(new Set([null]))
  })

  it('say nothing of the employers to whom they go', () => {
    const told = Object.keys(leaving(sectors) ?? {})
    for (const column of ['contributors', 'largestContribution', 'secondContribution'])
      expect(told).not.toContain(column)
    expect(told).toContain('upper')
  })

  it('are judged, where the hub adds them up, as if the largest in each part were one employer', () => {
    const divisions: readonly Sector[] = [
      ['A01', 1000, 90, 60, 50],
      ['A02', 500, 70, 40, 30],
      ['A03', 230, 50, 20, 10],
    ]
    expect(toldOf(divisions)).toEqual({ A: 1730 })
    const each = divisions.map(([sector, value, n]): Sector => [
      sector,
      value,
      n,
      value / 2,
      value / 2 - 50,
    ])
    expect(toldOf(each)).toEqual({ A: null })
  })
})

describe('vacancies that were hidden before', () => {
  const before: readonly Sector[] = [
    ['B', 140, 2, 90, 50],
    ['F', 16_800, 1904, 410, 395],
    ['G', 900, 60, 90, 60],
    ['_T', 17_840, 1966, 410, 395],
  ]
  const divisions: readonly Sector[] = [
    ['G45', 700, 50, 60, 40],
    ['G46', 6, 5, 2, 1],
    ['G47', 194, 20, 30, 20],
  ]

  it('stay hidden as the rule asks for where a later message tells what covers them in parts', () => {
    const told = leaving(before, 'all')
    expect(valuesOf(told)).toEqual({ B: null, F: 16_800, G: null, _T: 17_840 })
    if (told === null) return
    const permit = vacancyPermit('all')
    const release = { position: 8, dataset: vacancies(divisions), permit, at }
    const source = vacancies(before)
    const handed = { told, source, position: 7, by: 'recipient' } as const
    const later = valuesOf(leaving(divisions, 'all', { datasets: heldOf([handed], release) }))
    const hidden = divisions.filter(([sector]) => later[sector] === null)
    const room = hidden.reduce((sum, [, value]) => sum + value, 0)
    // B counts 140; of two employers who have all it must not be known that it is less than 165.
    expect(room).toBeGreaterThanOrEqual(25)
    expect(hidden.length).toBeLessThan(3)
  })
})
