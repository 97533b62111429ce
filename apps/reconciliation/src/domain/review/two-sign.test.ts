// SPDX-License-Identifier: Apache-2.0
import { afterReport, on, signerOf, type ReportStep } from './given'
import { begin, report, settle, sign, withdraw } from './given-report'

describe('where two people of a party sign', () => {
  const two = [
    [on(1), '', { do: 'compare', report: { ...report, twoSign: ['BE'] } }],
    ...[begin, settle(0)],
  ] as const
  const signers = (...steps: readonly ReportStep[]): readonly string[] => {
    const { state } = afterReport(...two, ...steps)
    return state.status === 'none' ? [] : state.signatures.map(({ person }) => person.person)
  }

  it('it is signed by all with the second of them, in whatever order', () => {
    expect(afterReport(...two, sign('BE/ann'), sign('DK/bo')).then).toEqual(['signed'])
    const both = ['signed', 'signed-by-all']
    expect(afterReport(...two, sign('BE/ann'), sign('DK/bo'), sign('BE/abe')).then).toEqual(both)
    expect(afterReport(...two, sign('BE/ann'), sign('BE/abe'), sign('DK/bo')).then).toEqual(both)
  })

  it('one of them does not sign twice, nor a third one, nor who proposed last', () => {
    expect(afterReport(...two, sign('BE/ann'), sign('BE/ann')).then).toBe('REVIEW_SAME_PERSON')
    const half = [...two, sign('BE/ann'), sign('BE/abe')] as const
    expect(afterReport(...half, sign('BE/amy')).then).toBe('REPORT_ALREADY_SIGNED')
    const proposer = { proposer: signerOf('BE/abe') }
    expect(afterReport(...two, sign('BE/ann'), sign('BE/abe', proposer)).then).toBe(
      'REVIEW_SAME_PERSON',
    )
    expect(afterReport(...half, sign('DK/bo'), sign('DK/bea')).then).toBe('REPORT_ALREADY_SIGNED')
  })

  it('who withdraws takes only the own signature back', () => {
    expect(signers(sign('BE/ann'), sign('BE/abe'), withdraw('BE/ann'))).toEqual(['BE/abe'])
  })
})
