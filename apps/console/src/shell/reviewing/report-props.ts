// SPDX-License-Identifier: Apache-2.0
import { validate, type ReviewedReport } from '@corridor/contracts'
import { decideAct, digestOf, parseJson } from '@corridor/message'
import { openReportActs } from '../../domain/review-acts-open'
import type {
  OpenPage,
  ReportActName,
  ReportProps,
  ReportsProps,
  ReportStanding,
  ReviewLine,
  Settled,
  SettledFigure,
} from '../../views'
import type { Edge } from '../edge'
import { frameOf } from '../frame'
import { placesOf } from '../page-props'
import { saidBy } from '../pairs-reading'
import { agreementsOf } from '../reading'
import * as review from '../review-reading'
import type { Reader } from '../send-page'
import { caseHref, placeOfFigure, reportHref, type Names } from './places'
import { comparedOf } from './compared-figures'
import { moveOf } from './moves'

/** Which version of a report a page is asked for, and from which of its compared figures on. */
export interface ReportAsked extends review.ReviewAsked {
  readonly from: number
  readonly done: boolean
}

/** The list of reports that a reader may see. */
export async function reportsProps(edge: Edge, { actor }: Reader): Promise<ReportsProps> {
  const [rows, names] = await Promise.all([review.reviewsOf(edge.store, actor), placesOf(edge)])
  return { frame: frameOf(edge, actor), reports: rows.map((row) => lineOf(row, names)) }
}

/** The page of one report, or null where there is none for this reader. */
export async function reportProps(
  edge: Edge,
  reader: Reader,
  asked: ReportAsked,
): Promise<ReportProps | null> {
  const { store } = edge
  const { actor } = reader
  const row = await review.reviewOf(store, actor, asked)
  if (row === null) return null
  const { agreement, period, version } = row
  const [names, agreements, cases, compared] = await Promise.all([
    placesOf(edge),
    agreementsOf(store, actor),
    review.casesOf(store, actor, agreement),
    comparedOf(edge, actor, { agreement, period, version, from: asked.from }),
  ])
  const open = cases.filter((one) => one.period === period && one.unsettled > 0)
  const { returned } = row
  return {
    ...{ frame: frameOf(edge, actor), line: lineOf(row, names), done: asked.done, compared },
    title: agreements.find(({ id }) => id === agreement)?.terms.title ?? agreement,
    returned: returned === null ? null : { by: names(returned.by), reason: returned.reason },
    settled: settledOf(row, names),
    openCases: open.map(({ id }) => ({ id, href: caseHref(id) })),
    moves: row.events.map((event) => moveOf(event, names, row.contract)),
    file: isWhole(row) ? `${reportHref(agreement, period)}/signed/${String(version)}` : null,
    mayDo: mayDo(row, reader),
    command: `corridor reports review ${agreement} ${period}`,
  }
}

function isWhole({ status }: review.ReviewLine): boolean {
  return status === 'signed-by-both' || status === 'released'
}

function mayDo(
  row: review.ReviewRow,
  { person, actor }: Reader,
): readonly OpenPage<ReportActName>[] | null {
  if (person === null) return null
  if (!decideAct(actor, 'sign').ok) return []
  const signed = row.signatures.map(({ participant }) => participant)
  return openReportActs({ ...row, signed }, actor.participant).map((act) => ({
    act,
    href: `${reportHref(row.agreement, row.period)}/acts/${act}`,
  }))
}

/** A version of a report as a list shows it. */
export function lineOf(row: review.ReviewLine, names: Names): ReviewLine {
  const { agreement, period, version, dueAt, overdue, signatures, parties, mark } = row
  return {
    ...{ agreement, period, version, dueAt, href: reportHref(agreement, period) },
    // The states of the review are the same words in both rooms; `views` has a sentence for each.
    standing: row.status as ReportStanding,
    parties: parties.map(names),
    signed: signatures.map(({ participant, at }) => ({ by: names(participant), at })),
    isLate: overdue,
    mark: mark === 'figures-revised-since' || mark === 'replaced' ? mark : null,
  }
}

/** What the parties sign, out of the very text that is signed, with the digest that this text has; null while figures are open. */
export function settledOf(row: review.ReviewRow, names: Names): Settled | null {
  if (row.reviewed === null) return null
  const bytes = Buffer.from(row.reviewed)
  const body = parseJson(bytes)
  const judged = body.ok ? validate('reviewed-report', '1.0.0', body.value) : body
  if (!judged.ok) throw new Error(`could not read what is signed: ${judged.refusal.detail}`)
  const { agreed, agreedToDiffer, corrected, notTakenUp, cases, contract } = judged.value
  return {
    ...{ agreed, agreedToDiffer, corrected, notTakenUp, digest: digestOf(bytes) },
    figures: cases.flatMap((one) =>
      one.figures.map((figure) => settledFigure(one.case, figure, { names, contract })),
    ),
  }
}

type SignedFigure = ReviewedReport['cases'][number]['figures'][number]

function settledFigure(
  id: string,
  figure: SignedFigure,
  { names, contract }: { readonly names: Names; readonly contract: string },
): SettledFigure {
  const { value = null, causes = [], reason = '', difference, status } = figure
  return {
    ...placeOfFigure(figure.figure, contract, names),
    ...{ key: figure.figure, case: id, caseHref: caseHref(id), standing: status },
    ...{ value, reason, difference },
    causes: causes.map(({ cause, persons = null }) => ({ cause, persons })),
    originSays: saidBy(figure.originSays, figure.originPosition),
    destinationSays: saidBy(figure.destinationSays, figure.destinationPosition),
  }
}
