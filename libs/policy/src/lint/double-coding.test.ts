// SPDX-License-Identifier: Apache-2.0
import type { DoubleCoding } from '@corridor/contracts'
import { clauseInWords } from '../clause-words'
import { always, compared, terms, toBelgium, unprotected } from '../given'
import type { ClauseOf } from '../terms'
import { lintDoubleCoding } from './double-coding'

const managers: DoubleCoding = {
  ...{ from: 'ISCO-88', to: 'ISCO-08', code: '1' },
  into: [
    { code: 'OC1', persons: 713 },
    { code: 'OC2', persons: 41 },
  ],
}
const clause = (...doubleCoding: readonly DoubleCoding[]): ClauseOf<'reconcile'> => ({
  ...compared,
  doubleCoding,
})
const found = (one: ClauseOf<'reconcile'>) =>
  lintDoubleCoding(terms({ enforced: [always, toBelgium, unprotected, one] })).map(
    ({ code, detail }) => `${code}: ${detail}`,
  )

describe('shares of codes that were coded twice', () => {
  it('are not complained of where a comparison can use them', () => {
    expect(found(clause(managers))).toEqual([])
    const repair = { from: 'ISIC-4', to: 'ISIC-5', code: 'C331', into: [{ code: 'C', persons: 9 }] }
    expect(found(clause(repair))).toEqual([])
  })

  it.each<readonly [string, readonly DoubleCoding[]]>([
    ['CLAUSE_CONTRADICTS: it shares out 1 of ISCO-88 for ISCO-08 twice', [managers, managers]],
    [
      'CLAUSE_UNREACHABLE: figures of migration-flow by ISCO-88 never meet ISIC-5',
      [{ ...managers, to: 'ISIC-5' }],
    ],
    ['CLAUSE_REFERENCE_UNKNOWN: CL_ISCO88 has no code 77777', [{ ...managers, code: '77777' }]],
    [
      'CLAUSE_REFERENCE_UNKNOWN: CL_OCCUPATION has no code OC77',
      [{ ...managers, into: [{ code: 'OC77', persons: 1 }] }],
    ],
    [
      'CLAUSE_UNREACHABLE: nobody of 1 by ISCO-88 has OC0 by ISCO-08',
      [{ ...managers, into: [{ code: 'OC0', persons: 1 }] }],
    ],
  ])('are told: %s', (said, some) => {
    expect(found(clause(...some))).toEqual([said])
  })

  it('stand in the clause’s own words', () => {
    expect(clauseInWords(clause(managers))).toContain(
      'Codes of ISCO-88 over ISCO-08 are shared out as persons coded by both show (1).',
    )
  })
})
