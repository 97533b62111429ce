// SPDX-License-Identifier: Apache-2.0
// What the tests of a report start from.
import { on, type ReportStep } from './given'

/** The report of Belgium and Denmark of 2016. */
export const report = {
  ...{
    agreement: 'BE-DK-2026',
    contract: 'migration-flow',
    period: '2016',
    version: 1,
    parties: ['BE', 'DK'],
  },
  ...{ source: 'its digest', notTakenUp: 0, dueAt: on(20), escalateAt: on(27) },
}
export const compare: ReportStep = [on(1), '', { do: 'compare', report }]
export const begin: ReportStep = [on(1), '', { do: 'begin' }]
/** The hub looks whether all is settled. */
export const settle = (outstanding: number, worked = true): ReportStep => [
  on(2),
  '',
  { do: 'settle', outstanding, digest: 'the digest', worked },
]
/** A signatory signs on the 3rd, save for what a test changes. */
export const sign = (who: string, change: object = {}): ReportStep => [
  on(3),
  who,
  {
    do: 'sign',
    digest: 'the digest',
    proposer: null,
    outstanding: 0,
    ...change,
  },
]
export const because = { digest: 'the digest', reason: 'a slip' } as const
export const withdraw = (who: string): ReportStep => [on(4), who, { do: 'withdraw', ...because }]
export const giveBack = (who: string): ReportStep => [on(4), who, { do: 'return', ...because }]
