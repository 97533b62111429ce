// SPDX-License-Identifier: Apache-2.0
import { structure } from '@corridor/contracts'
import { clauseJudge, type ClauseJudge, type GrantableRow } from './clause-judge'
import type { RowDenial } from './grain'
import { totalCode } from './levels'
import type { AgreementGrant, Permit } from './policy'

/** What an agreement says of a row: the first clause that grants it, or the one that comes nearest, with what keeps it in. */
export interface ClauseVerdict {
  readonly agreement: string
  readonly clause: string
  readonly denial: RowDenial | null
}

/** What a permit says of a row: it leaves where each agreement grants it. */
export interface JudgedRow {
  readonly granted: boolean
  /** A verdict for each agreement of the permit, in its order. */
  readonly by: readonly ClauseVerdict[]
}

/** A permit made ready for the rows of one dataset. */
export interface Judges {
  readonly sender: string
  readonly judge: (row: GrantableRow) => JudgedRow
  /** Whether a row leaves, without the reasons that `judge` gathers. */
  readonly grants: (row: GrantableRow) => boolean
  /** Clauses that can grant a row together: one of each agreement, in all ways in which they can be put together. */
  readonly joints: () => readonly (readonly ClauseJudge[])[]
}

// Agreements are written by people: past this nothing is added up, and rows leave as they are or not at all.
const mostJoints = 4_096

/** Makes a permit ready. */
export function judgesOf(permit: Permit, at: Date, classifications?: object): Judges {
  const { sender, contract } = permit
  const columns = structure(contract)?.dimensions.map(({ column }) => column) ?? []
  const agreements = permit.grants.map((grant) => ({
    grant,
    judges: grant.clauses.map((clause) =>
      clauseJudge(clause, {
        sender,
        parties: grant.parties,
        reports: grant.reports,
        at,
        ...(classifications === undefined ? {} : { classifications }),
      }),
    ),
  }))
  const judge = (row: GrantableRow): JudgedRow => {
    const detail = detailIn(row, columns)
    const by = agreements.map(({ grant, judges }) => verdictOf(grant, judges, { row, detail }))
    return { granted: by.length > 0 && by.every(({ denial }) => denial === null), by }
  }
  const grants = (row: GrantableRow): boolean => {
    const detail = detailIn(row, columns)
    return (
      agreements.length > 0 &&
      agreements.every(({ grant, judges }) =>
        judges.some(({ denial }) => (detail & ~grant.detail) === 0 && denial(row) === null),
      )
    )
  }
  const joints = (): readonly (readonly ClauseJudge[])[] => {
    const ways = agreements.reduce((product, { judges }) => product * judges.length, 1)
    if (ways > mostJoints) return []
    return agreements.reduce<readonly (readonly ClauseJudge[])[]>(
      (together, { judges }) => together.flatMap((some) => judges.map((one) => [...some, one])),
      [[]],
    )
  }
  return { sender, judge, grants, joints }
}

function verdictOf(
  { agreement, detail }: AgreementGrant,
  judges: readonly ClauseJudge[],
  asked: { readonly row: GrantableRow; readonly detail: number },
): ClauseVerdict {
  let nearest: ClauseVerdict = { agreement, clause: '', denial: 'TOO_FINE' }
  let reached = -1
  for (const { clause, denial, roughDenial } of judges) {
    const isDetailed = (asked.detail & ~detail) !== 0
    const denied = isDetailed ? (roughDenial(asked.row) ?? 'TOO_FINE') : denial(asked.row)
    if (denied === null) return { agreement, clause: clause.id, denial: null }
    const place = order.indexOf(denied)
    if (place > reached) nearest = { agreement, clause: clause.id, denial: denied }
    reached = Math.max(reached, place)
  }
  return nearest
}

const order: readonly RowDenial[] = [
  'ANOTHER_REPORTER',
  'CONFIDENTIAL',
  'UNDER_EMBARGO',
  'ANOTHER_CORRIDOR',
  'ANOTHER_PERIOD',
  'ANOTHER_SLICE',
  'TOO_FINE',
]

// The dimensions that a row breaks down, as bits by their place. Roles are masked out by the detail of a grant: see `detailOf`.
function detailIn(row: GrantableRow, columns: readonly string[]): number {
  let bits = 0
  for (let place = 0; place < columns.length; place++)
    if (row[columns[place] ?? ''] !== totalCode) bits |= 1 << place
  return bits
}
