// SPDX-License-Identifier: Apache-2.0
import { structure, type Dataset } from '@corridor/contracts'
import type { RowDenial } from './grain'
import { judgesOf, type JudgedRow } from './judges'
import type { Decision, DenialCode } from './policy'
import { projectDataset, type DecidedRow } from './project-dataset'
import { rowsIn } from './rows-in'

/** What became of a row, and which clauses decided it. */
export type RowExplained =
  | { readonly row: number; readonly became: 'left'; readonly by: DecidingClause }
  /** It is part of a row that left in its place. */
  | { readonly row: number; readonly became: 'added-up'; readonly by: readonly DecidingClause[] }
  | {
      readonly row: number
      readonly became: 'stayed'
      /** What of each agreement kept it in: the clause that comes nearest to granting it. None where access was denied. */
      readonly by: readonly (DecidingClause & { readonly code: RowDenial })[]
      readonly code: RowDenial | DenialCode
      /** The end of its embargo, where it stays for nothing else. */
      readonly until?: string
    }

/** A clause of an agreement. */
export interface DecidingClause {
  readonly agreement: string
  readonly clause: string
}

/** Explains why each row of a dataset left or stayed, with the clause: by the same code that decides. Rows are counted from 1. */
export function explain(dataset: Dataset, decision: Decision, at: Date): readonly RowExplained[] {
  const numbers = Array.from({ length: dataset.rows }, (_, i) => i)
  if (decision.decision === 'DENY')
    return numbers.map((i) => ({ row: i + 1, became: 'stayed', by: [], code: decision.code }))
  const known = structure(decision.contract)
  const rows = known === undefined ? [] : rowsIn(dataset, known)
  const judges = judgesOf(decision, at, dataset.classifications)
  const out = projectDataset(dataset, decision, at).rows
  const alone = new Map(out.flatMap((one) => (one.from.length === 1 ? [[one.from[0], one]] : [])))
  const parts = partsIn(out)
  return numbers.map((i) => {
    const judged = judges.judge(rows[i] ?? {})
    const left = judged.granted ? alone.get(i) : undefined
    if (left !== undefined) return { row: i + 1, became: 'left', by: clauseOf(left) }
    const within = parts.get(i)
    if (within !== undefined) return { row: i + 1, became: 'added-up', by: within.map(clauseOf) }
    return stayed(i + 1, judged, rows[i]?.['embargo'])
  })
}

function partsIn(out: readonly DecidedRow[]): ReadonlyMap<number, readonly DecidedRow[]> {
  const parts = new Map<number, DecidedRow[]>()
  for (const one of out)
    for (const number of one.from) {
      const known = parts.get(number)
      if (known === undefined) parts.set(number, [one])
      else known.push(one)
    }
  return parts
}

function clauseOf({ agreement, clause }: DecidedRow): DecidingClause {
  return { agreement, clause }
}

function stayed(row: number, { by }: JudgedRow, embargo: unknown): RowExplained {
  const against = by.flatMap(({ agreement, clause, denial }) =>
    denial === null ? [] : [{ agreement, clause, code: denial }],
  )
  const said = { row, became: 'stayed', by: against } as const
  const other = against.find(({ code }) => code !== 'UNDER_EMBARGO')
  if (other !== undefined || against.length === 0)
    return { ...said, code: other?.code ?? 'TOO_FINE' }
  return {
    ...said,
    code: 'UNDER_EMBARGO',
    ...(typeof embargo === 'string' ? { until: embargo } : {}),
  }
}
