// SPDX-License-Identifier: Apache-2.0
import { isMovable, openCaseActs, openFigureActs, openReportActs } from './review-acts-open'

describe('what a side is offered about a figure', () => {
  const at = (status: string, proposedBy: string | null = null) =>
    openFigureActs({ sides: ['BE', 'DK'], status, proposedBy }, 'BE')

  it('is to begin, to answer the other, to change its own, or to open it again; never to agree to its own', () => {
    expect(at('open')).toEqual(['propose', 'differ'])
    expect(at('proposed', 'DK')).toEqual(['agree', 'counter', 'differ'])
    expect(at('countered', 'BE')).toEqual(['propose', 'differ'])
    expect(at('agreed', 'DK')).toEqual(['counter', 'differ'])
    expect(at('within-tolerance')).toEqual([])
  })

  it('is nothing to whoever does not report it', () => {
    expect(openFigureActs({ sides: ['BE', 'DK'], status: 'open', proposedBy: null }, 'SE')).toEqual(
      [],
    )
  })
})

describe('what a side is offered about a case', () => {
  const situation = { sides: ['BE', 'DK'], closing: [], unsettled: 1, isMovable: true }

  it('is words at any time, and to close it while it is open and nobody has signed', () => {
    expect(openCaseActs(situation, 'BE')).toEqual(['explain', 'comment', 'close'])
    for (const change of [{ closing: ['BE'] }, { unsettled: 0 }, { isMovable: false }])
      expect(openCaseActs({ ...situation, ...change }, 'BE')).toEqual(['explain', 'comment'])
    expect(openCaseActs(situation, 'REGION')).toEqual([])
  })
})

describe('what a party is offered about a report', () => {
  const at = (status: string, signed: readonly string[] = [], mark: string | null = null) =>
    openReportActs({ parties: ['BE', 'DK'], twoSign: [], status, signed, mark }, 'BE')

  it('follows the report through its states', () => {
    expect(at('in-review')).toEqual([])
    expect(at('ready-to-sign')).toEqual(['sign', 'return'])
    expect(at('signed-by-one', ['BE'])).toEqual(['withdraw', 'return'])
    expect(at('signed-by-one', ['DK'])).toEqual(['sign', 'return'])
    expect(at('released', ['BE', 'DK'])).toEqual(['renew'])
    expect(at('released', ['BE', 'DK'], 'replaced')).toEqual([])
    expect(at('superseded')).toEqual([])
    expect(
      ['in-review', 'ready-to-sign', 'signed-by-one'].map((status) => isMovable({ status })),
    ).toEqual([true, true, false])
  })

  it('is to sign until two people have, where two of a party sign', () => {
    const half = { parties: ['BE', 'DK'], twoSign: ['BE'], status: 'signed-by-one', mark: null }
    expect(openReportActs({ ...half, signed: ['BE'] }, 'BE')).toEqual([
      'sign',
      'withdraw',
      'return',
    ])
    expect(openReportActs({ ...half, signed: ['BE', 'BE'] }, 'BE')).toEqual(['withdraw', 'return'])
  })

  it('is nothing to the committee', () => {
    const situation = {
      ...{ parties: ['BE', 'DK'], twoSign: [], signed: [] },
      status: 'ready-to-sign',
      mark: null,
    }
    expect(openReportActs(situation, 'BEDK')).toEqual([])
  })
})
