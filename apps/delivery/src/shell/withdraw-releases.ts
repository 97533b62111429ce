// SPDX-License-Identifier: Apache-2.0
import type { WithdrawalNote } from '@corridor/contracts'
import { rowsOfQuery, withdrawStatements, type ServiceContext, type Tx } from '@corridor/platform'
import { handOver, type HandingOver } from './hand-over'

/** Why releases are withdrawn, and by what. */
export interface Withdrawing extends Pick<WithdrawalNote, 'reason' | 'agreement' | 'clause'> {
  readonly at: Date
}

interface Withdrawn {
  readonly position: string
  readonly recipient: string
  readonly number: string | null
  readonly digest: string
}

/** Numbers that one note names at most. */
const mostInNote = 1_000

/**
 * Withdraws releases: their statements are carried no more, the broker lets go of them, and each recipient is told the numbers with their
 * digests. What they told is kept, sealed: whoever has fetched it keeps it too. Gives how many; those that were withdrawn before stay as
 * they are.
 */
export async function withdrawReleases(
  tx: Tx,
  context: ServiceContext,
  { positions, why }: { readonly positions: readonly number[]; readonly why: Withdrawing },
): Promise<number> {
  const rows = await rowsOfQuery<Withdrawn>(
    tx,
    `with withdrawn as (
       update release set withdrawn_at = $2, withdrawal = $3 where position = any($1::bigint[]) and withdrawn_at is null
       returning position, recipient, number, digest)
     select * from withdrawn order by recipient, number`,
    [positions, why.at, why.reason],
  )
  if (rows.length === 0) return 0
  const withdrawn = rows.map(({ position }) => Number(position))
  await withdrawStatements(tx, withdrawn, why.at)
  const notes = notesOf(rows, why)
  const handed = await handOver(tx, context, { items: notes.map(({ item }) => item), at: why.at })
  for (const [i, { named }] of notes.entries())
    await tx.query('update release set note = $2 where position = any($1::bigint[])', [
      named.map(({ position }) => position),
      handed[i]?.number,
    ])
  return rows.length
}

interface Note {
  readonly named: readonly Withdrawn[]
  readonly item: HandingOver
}

function notesOf(rows: readonly Withdrawn[], why: Withdrawing): readonly Note[] {
  const numbered = rows.filter(({ number }) => number !== null)
  const recipients = [...new Set(numbered.map(({ recipient }) => recipient))]
  return recipients.flatMap((recipient) => {
    const own = numbered.filter((row) => row.recipient === recipient)
    const parts = Array.from({ length: Math.ceil(own.length / mostInNote) }, (_, i) =>
      own.slice(i * mostInNote, (i + 1) * mostInNote),
    )
    return parts.map((named) => ({ named, item: noteOf(recipient, named, why) }))
  })
}

function noteOf(
  recipient: string,
  named: readonly Withdrawn[],
  { reason, agreement, clause, at }: Withdrawing,
): HandingOver {
  const note: WithdrawalNote = {
    reason,
    ...(agreement === undefined ? {} : { agreement }),
    ...(clause === undefined ? {} : { clause }),
    at: at.toISOString(),
    withdrawn: named.map(({ number, digest }) => ({ number: Number(number), digest })),
  }
  const body = { recipient, reason, agreement, withdrawn: named.length }
  const tells = { subject: 'delivery.withdrawn.v1', body }
  return { recipient, kind: 'withdrawal', content: JSON.stringify(note), body: null, tells }
}
