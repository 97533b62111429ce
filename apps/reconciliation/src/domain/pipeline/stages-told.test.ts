// SPDX-License-Identifier: Apache-2.0
import { roundsTouched, toldWithin, type StageFound } from './stages-told'

function found(period: string, saidLower: number): StageFound {
  return {
    ...({ clause: '4', stage: 'permit', after: 'clearance', lookedAt: 'period' } as const),
    ...({ outcome: 'in-range', basis: 'declared', p: 0.4 } as const),
    ...{ period, saidLower, saidUpper: saidLower, rangeLower: 700, rangeUpper: null },
  }
}
const round = (period: string) => ({
  ...{ agreement: 'NP-QA-2026', contract: 'migration-flow', period },
})

describe('what a report tells of stages', () => {
  it('is what was found in the periods within its own', () => {
    const all = [found('2026-03', 800), found('2025-12', 900)]
    expect(toldWithin('2026', all)).toEqual([all[0]])
    expect(toldWithin('2026-Q1', all)).toEqual([all[0]])
    expect(toldWithin('2026-Q2', all)).toEqual([])
  })

  it('asks for another report only where something else is found in its period', () => {
    const before = [found('2026-03', 800), found('2025-12', 900)]
    const now = [found('2026-03', 850), found('2025-12', 900)]
    const rounds = ['2025', '2026', '2026-Q1', '2026-Q2'].map(round)
    expect(roundsTouched(rounds, before, now).map(({ period }) => period)).toEqual([
      '2026',
      '2026-Q1',
    ])
    expect(roundsTouched(rounds, before, before)).toEqual([])
  })
})
