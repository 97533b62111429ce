// SPDX-License-Identifier: Apache-2.0
import type { ReviewedReport, ReviewNotice } from '@corridor/contracts'
import { canonicalJson } from '@corridor/kernel'
import { digestOf } from '@corridor/message'
import type { CaseAbout, ReviewCase } from './case-state'
import type { CaseFigure, FigureState, Proposal } from './figure'
import type { ReviewReport } from './report-state'

/** What is signed, as the one text that it has (RFC 8785), and its digest. */
export interface Reviewed {
  readonly text: string
  readonly digest: string
}

/** What the parties sign: the hub's report by its digest, and what its cases came to. Cases and figures stand in the order of their names. */
export function reviewedReport(report: ReviewReport, cases: readonly ReviewCase[]): Reviewed {
  const { agreement, contract, period, version, parties, twoSign = [] } = report
  const { source, notTakenUp } = report
  const figures = cases.flatMap((one) => Object.values(one.figures))
  const count = (status: FigureState['status']): number =>
    figures.filter(({ state }) => state.status === status).length
  const data: ReviewedReport = {
    ...{ agreement, contract, period, version, parties, report: source, notTakenUp },
    ...(twoSign.length === 0 ? {} : { twoSign }),
    agreed: count('agreed'),
    agreedToDiffer: count('agreed-to-differ'),
    corrected: count('within-tolerance'),
    cases: cases.toSorted((one, other) => compare(one.id, other.id)).map(caseOf),
  }
  const text = canonicalJson(data)
  return { text, digest: digestOf(new TextEncoder().encode(text)) }
}

function caseOf({ id, about, status, openedAt, basis, figures }: ReviewCase) {
  return {
    ...{ case: id, about: aboutOf(about), status, openedAt },
    ...(basis.expectation === null ? {} : { expectation: basis.expectation }),
    rules: basis.rules,
    figures: Object.values(figures)
      .toSorted((one, other) => compare(one.key, other.key))
      .map(figureOf),
  }
}

/** What a case is about, as contracts have it. */
export function aboutOf(about: CaseAbout): NonNullable<ReviewNotice['about']> {
  return { ...about }
}

/** A figure of a case as both sides may read it. */
export function figureOf(figure: CaseFigure): NonNullable<ReviewNotice['figures']>[number] {
  const { key, sides, origin, destination, difference, state } = figure
  return {
    ...{ figure: key, sides, originSays: origin.value, destinationSays: destination.value },
    ...{ difference, originPosition: origin.position, destinationPosition: destination.position },
    status: state.status,
    ...('proposal' in state ? proposalOf(state.proposal) : {}),
    ...('agreedBy' in state ? { agreedBy: state.agreedBy, agreedAt: state.agreedAt } : {}),
  }
}

function proposalOf({ value, causes, adjustment, reason, by }: Proposal) {
  return {
    ...(value === null ? {} : { value }),
    causes: causes.map(({ cause, persons }) => (persons === null ? { cause } : { cause, persons })),
    ...(adjustment === null
      ? {}
      : {
          adjustment: {
            kind: adjustment.kind,
            ...(adjustment.until === null ? {} : { until: adjustment.until }),
          },
        }),
    ...{ reason, proposedBy: by },
  }
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
