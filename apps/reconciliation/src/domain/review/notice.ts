// SPDX-License-Identifier: Apache-2.0
import type { ReviewNotice } from '@corridor/contracts'
import type { CaseFact } from './case-acts'
import type { ReviewCase } from './case-state'
import { isSettled } from './figure'
import { mentionsIn } from './mentions'
import type { ReportFact } from './report-acts'
import type { ReviewReport } from './report-state'
import { aboutOf, figureOf } from './reviewed-report'

/** What the sides of a case are told of a fact; undefined where another notice says it, or it is nobody else's business. */
export function caseNotice(state: ReviewCase, happened: CaseFact): ReviewNotice | undefined {
  const { id, agreement, period, version, status, dueAt } = state
  const { fact, by, at } = happened
  const common = {
    ...{ agreement, period, case: id, version, status, at },
    ...(by === null ? {} : { by }),
  }
  switch (happened.fact) {
    case 'notified':
      return { ...common, happened: 'opened', dueAt, ...evidence(state) }
    case 'reopened':
      return { ...common, happened: fact, dueAt, ...evidence(state) }
    case 'figure-proposed':
    case 'figure-countered':
    case 'figure-agreed':
    case 'figure-agreed-to-differ':
    case 'figure-corrected': {
      const figure = state.figures[happened.figure]
      const figures = figure === undefined ? [] : [figureOf(figure)]
      return { ...common, happened: fact, figure: happened.figure, figures }
    }
    case 'closing-asked':
    case 'closed':
      return { ...common, happened: fact, reason: happened.reason }
    case 'answered':
      return { ...common, happened: fact }
    case 'commented': {
      if (happened.audience === 'office') return undefined
      const mentions = mentionsIn(happened.text, state.sides)
      return { ...common, happened: fact, ...(mentions.length === 0 ? {} : { mentions }) }
    }
    case 'reminded':
    case 'no-response':
      return { ...common, happened: fact, dueAt, silent: happened.silent }
    case 'opened':
    case 'figure-reopened':
    case 'figure-added':
    case 'figure-returned':
    case 'comment-edited':
      return undefined
  }
}

// What is to be answered: both vintages of each figure that is not settled, and by which versions it was judged.
function evidence({ about, basis, figures }: ReviewCase) {
  return {
    about: aboutOf(about),
    ...(basis.expectation === null ? {} : { expectation: basis.expectation }),
    rules: basis.rules,
    figures: Object.values(figures)
      .filter(({ state }) => !isSettled(state))
      .map(figureOf),
  }
}

/** What the parties are told of a fact of a report; undefined where a report itself says it. */
export function reportNotice(state: ReviewReport, happened: ReportFact): ReviewNotice | undefined {
  const { agreement, period, version, status, dueAt } = state
  const { fact, by, at } = happened
  const common = {
    ...{ agreement, period, version, status, at, happened: fact },
    ...(by === null ? {} : { by }),
  }
  switch (happened.fact) {
    case 'ready':
    case 'signed':
      return { ...common, digest: happened.digest, dueAt }
    case 'signature-withdrawn':
    case 'returned':
    case 'renewal-asked':
      return { ...common, reason: happened.reason }
    case 'reminded':
      return { ...common, dueAt, silent: happened.silent }
    case 'reopened':
    case 'overdue':
    case 'escalated':
      return { ...common, dueAt }
    case 'superseded':
    case 'figures-revised':
    case 'replaced':
      return common
    case 'compared':
    case 'review-began':
    case 'signed-by-all':
    case 'released':
      return undefined
  }
}
