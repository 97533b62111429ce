// SPDX-License-Identifier: Apache-2.0
import type { ProtectClause } from '@corridor/contracts'
import { permits, terms, toDenmark } from '../given'
import type { ClauseOf } from '../terms'
import { lint } from './lint'

const perturbed: ProtectClause['rule'] = {
  ...{ method: 'cell-key', maximumNoise: 3, variance: 1, smallest: 0 },
}
const concentrated: ProtectClause['rule'] = {
  ...{ method: 'suppression', threshold: 3, zeros: false, protectionPercent: 100 },
  estimatePercent: 20,
}
const vacancies: ClauseOf<'share'> = {
  ...{ id: '1', kind: 'share', from: ['BE'], to: ['DK'], contract: 'labour-market' },
  confStatus: ['F'],
}

/** What is found about columns that figures are to be protected by. */
function missing(share: ClauseOf<'share'>, rule: ProtectClause['rule']): readonly string[] {
  return lint(terms({ enforced: [share, { id: '6', kind: 'protect', rule }] })).flatMap(
    ({ code, clauses, detail }) =>
      detail.includes('can state no') ? [`${[code, ...clauses].join(' ')}: ${detail}`] : [],
  )
}

describe('figures that are to be protected by what their sender says to the hub alone', () => {
  it('cannot be agreed on where their contract has no column for it: none would ever leave', () => {
    expect(missing({ ...permits, contract: 'qualification-recognition' }, perturbed)).toEqual([
      'CLAUSE_UNREACHABLE 1 6: figures of qualification-recognition from BE can state no cell keys to protect them by',
    ])
    expect(missing(toDenmark, concentrated)).toEqual([
      'CLAUSE_UNREACHABLE 1 6: figures of migration-flow from BE can state no contributions to protect them by',
    ])
  })

  it('can where it has one', () => {
    expect(missing(toDenmark, perturbed)).toEqual([])
    for (const share of [vacancies, permits]) {
      expect(missing(share, perturbed)).toEqual([])
      expect(missing(share, concentrated)).toEqual([])
    }
  })
})
