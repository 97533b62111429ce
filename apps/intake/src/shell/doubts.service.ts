// SPDX-License-Identifier: Apache-2.0
import { digestOf, newSalt } from '@corridor/message'
import {
  fact,
  rowsOfQuery,
  serviceContext,
  statement,
  tell,
  type DoubtTold,
  type Fact,
  type ServiceContext,
  type Tx,
} from '@corridor/platform'
import { Inject, Injectable } from '@nestjs/common'
import { doubtsOf, type WithdrawnKey } from '../domain/doubt'

/** What came of a key after it turned out to be good for nothing. */
@Injectable()
export class DoubtsService {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  /**
   * Messages that arrive from now on under the key are refused; those accepted since `from` are listed as doubtful and told to their
   * sender, once each, and to whoever hands figures over. Earlier ones, and their receipts, stay as they are.
   */
  async withdraw(tx: Tx, key: WithdrawnKey): Promise<void> {
    await tx.query('update participant_key set revoked_from = $2 where kid = $1', [
      key.kid,
      key.from,
    ])
    const at = this.context.clock()
    const rows = await rowsOfQuery<{ id: string; digest: string; position: string }>(
      tx,
      insertDoubts,
      [key.kid, key.from, at],
    )
    if (rows.length === 0) return
    const messages = rows.map((row) => ({ ...row, position: Number(row.position) }))
    const first = String(messages[0]?.position)
    const number = (part: number): string => `${first}-${String(part)}`
    const made = { hubId: this.context.environment.hubId, at, salt: newSalt(), number }
    const told = doubtsOf(key, messages, made)
    const datasets = await doubtedDatasets(
      tx,
      messages.map(({ position }) => position),
    )
    const { participant, kid, from: since } = key
    await tell(tx, [
      ...told.map((bytes) => statement(participant, 'receipt', bytes)),
      ...told.map((bytes) => doubtAct('doubt-noted', bytes, at)),
      fact('intake.doubted.v1', { participant, kid, since, ...datasets, at: at.toISOString() }),
    ])
  }
}

/** What the journal is told of a doubt: that it was noted, or cleared by a signed order. */
export function doubtAct(act: 'doubt-noted' | 'doubt-cleared', bytes: Uint8Array, at: Date): Fact {
  return fact('intake.doubt-act.v1', { act, digest: digestOf(bytes), at: at.toISOString() })
}

/** The datasets of messages, by their positions: those that are figures of their states, and those that stay inside. */
export async function doubtedDatasets(
  tx: Tx,
  messages: readonly number[],
): Promise<Required<Pick<DoubtTold, 'datasets' | 'internal'>>> {
  const rows = await rowsOfQuery<{ position: string; inside: boolean }>(
    tx,
    `select d.position, d.inside from unnest($1::bigint[]) as m (position)
     join (select position, submission, false as inside from dataset union all select position, submission, true from internal_dataset) d
       on d.submission = m.position and d.position >= m.position and d.position < m.position + 64 order by d.position`,
    [messages],
  )
  const positions = (which: boolean): readonly number[] =>
    rows.flatMap(({ position, inside }) => (inside === which ? [Number(position)] : []))
  return { datasets: positions(false), internal: positions(true) }
}

const insertDoubts = `
with noted as (
  insert into doubt (position, participant, kid, since, noted_at)
  select position, participant, kid, $2::timestamptz, $3 from submission where kid = $1 and received_at >= $2::timestamptz
  on conflict do nothing returning position)
select s.id, s.digest, s.position from noted join submission s using (position) order by s.position`
