// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Tx } from '@corridor/platform'
import { genesis, linkHash } from '@corridor/proof'
import { Injectable } from '@nestjs/common'
import { leafOf, type JournalledFact } from '../domain/leaf'

/** Appends lines to the journal. */
@Injectable()
export class JournalService {
  /** Appends one line. The head's row lock puts writers in a line, so that the chain has one end. */
  async append(tx: Tx, journalled: JournalledFact): Promise<void> {
    const leaf = leafOf(journalled)
    await tx.query('insert into head (position, hash) values (0, $1) on conflict do nothing', [
      genesis,
    ])
    const [head] = await rowsOfQuery<{ position: string; hash: string }>(
      tx,
      'select position, hash from head for update',
    )
    if (head === undefined) throw new Error('could not append to the journal: it has no head')
    const position = Number(head.position) + 1
    const hash = linkHash(head.hash, position, leaf)
    const { kind, digest, at } = leaf
    await tx.query(
      'insert into entry (position, kind, digest, at, hash) values ($1, $2, $3, $4, $5)',
      [position, kind, digest, at, hash],
    )
    await tx.query('update head set position = $1, hash = $2', [position, hash])
  }
}
