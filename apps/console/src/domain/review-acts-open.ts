// SPDX-License-Identifier: Apache-2.0
// What people can do about cases and reports now. Whoever owns them decides; this only says which pages to offer.

/** Where a figure of a case stands, and whose proposal is on the table. */
export interface FigureSituation {
  readonly sides: readonly string[]
  readonly status: string
  readonly proposedBy: string | null
}

/** What a side can do about one figure. */
export type FigureAct = 'agree' | 'propose' | 'counter' | 'differ'

/** What a side can do about a figure: answer the other's proposal, change its own, or make the first. */
export function openFigureActs(
  { sides, status, proposedBy }: FigureSituation,
  by: string,
): readonly FigureAct[] {
  if (!sides.includes(by)) return []
  switch (status) {
    case 'open':
      return ['propose', 'differ']
    case 'proposed':
    case 'countered':
      return proposedBy === by ? ['propose', 'differ'] : ['agree', 'counter', 'differ']
    case 'agreed':
    case 'agreed-to-differ':
      return ['counter', 'differ']
    default:
      return []
  }
}

/** Where a case stands, and whether its figures may move. */
export interface CaseSituation {
  readonly sides: readonly string[]
  readonly closing: readonly string[]
  readonly unsettled: number
  readonly isMovable: boolean
}

/** What a side can do about a case as a whole: words go on while its figures stand still. */
export function openCaseActs(
  { sides, closing, unsettled, isMovable }: CaseSituation,
  by: string,
): readonly ('explain' | 'comment' | 'close')[] {
  if (!sides.includes(by)) return []
  const mayClose = isMovable && unsettled > 0 && !closing.includes(by)
  return mayClose ? ['explain', 'comment', 'close'] : ['explain', 'comment']
}

/** Where a version of a report stands. */
export interface ReportSituation {
  readonly parties: readonly string[]
  readonly status: string
  /** Parties of which two people sign. */
  readonly twoSign: readonly string[]
  /** The party of each signature. */
  readonly signed: readonly string[]
  readonly mark: string | null
}

/** True while figures may be settled or opened: once somebody has signed, the report is returned first. */
export function isMovable({ status }: Pick<ReportSituation, 'status'>): boolean {
  return status === 'in-review' || status === 'ready-to-sign'
}

/** What a party can do about a report. */
export function openReportActs(
  { parties, status, twoSign, signed, mark }: ReportSituation,
  by: string,
): readonly ('sign' | 'withdraw' | 'return' | 'renew')[] {
  if (!parties.includes(by)) return []
  const own = signed.filter((party) => party === by).length
  switch (status) {
    case 'ready-to-sign':
      return ['sign', 'return']
    case 'signed-by-one':
      return [
        ...(own < (twoSign.includes(by) ? 2 : 1) ? (['sign'] as const) : []),
        ...(own > 0 ? (['withdraw'] as const) : []),
        'return',
      ]
    case 'signed-by-both':
    case 'released':
      return mark === null ? ['renew'] : []
    default:
      return []
  }
}
