// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Tx } from '@corridor/platform'
import { genesis, linkHash } from '@corridor/proof'
import { Injectable } from '@nestjs/common'
import { leafOf, type JournalledFact } from '../domain/leaf'

/** Appends lines to the journal. */
@Injectable()
export class JournalService {
  /** Appends lines in order. The head's row lock puts writers in a line, so that the chain has one end. */
  async append(tx: Tx, journalled: readonly JournalledFact[]): Promise<void> {
    const leaves = journalled.flatMap((one) => leafOf(one) ?? [])
    if (leaves.length === 0) return
    const head = await lockHead(tx)
    let end = { position: Number(head.position), hash: head.hash }
    const lines = leaves.map((leaf) => {
      const position = end.position + 1
      end = { position, hash: linkHash(end.hash, position, leaf) }
      return { ...leaf, ...end }
    })
    await tx.query(insertLines, [
      lines.map(({ position }) => position),
      lines.map(({ kind }) => kind),
      lines.map(({ digest }) => digest),
      lines.map(({ at }) => at),
      lines.map(({ hash }) => hash),
    ])
    await tx.query('update head set position = $1, hash = $2', [end.position, end.hash])
  }
}

async function lockHead(tx: Tx): Promise<{ readonly position: string; readonly hash: string }> {
  // What the journal has shown to somebody must be on disk.
  const [head] = await rowsOfQuery<{ position: string; hash: string }>(
    tx,
    `select position, hash, set_config('synchronous_commit', 'on', true) from head for update`,
  )
  if (head !== undefined) return head
  await tx.query('insert into head (position, hash) values (0, $1) on conflict do nothing', [
    genesis,
  ])
  return lockHead(tx)
}

const insertLines = `
insert into entry (position, kind, digest, at, hash)
select * from unnest($1::bigint[], $2::text[], $3::text[], $4::timestamptz[], $5::text[])`
