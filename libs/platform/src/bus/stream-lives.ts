// SPDX-License-Identifier: Apache-2.0
import type { JetStreamManager } from 'nats'
import { rowsOfQuery, type Store } from '../store/open-store'
import { ensureFacts, ensureParticipant, factStream, outStream } from './streams'

/**
 * The streams that one outbox is carried to, and which life of each holds what. A stream may be lost at any time: it is made
 * again, and gets again what its readers had not acknowledged.
 */
export class StreamLives {
  /** When each stream was made, as last seen. Written by `createdOf` and `forget`. */
  private readonly created = new Map<string, string>()

  constructor(
    private readonly service: string,
    private readonly store: Store,
    private readonly jsm: JetStreamManager,
  ) {}

  async prepareFacts(): Promise<void> {
    await ensureFacts(this.jsm, this.service)
    await this.reopenLost(factStream(this.service), 'typ is null')
  }

  /** Also where the stream was lost since it was seen last. */
  async prepareParticipant(participant: string): Promise<void> {
    this.created.delete(outStream(participant))
    await ensureParticipant(this.jsm, participant)
    await this.reopenLost(outStream(participant), `subject like 'corridor.out.${participant}.%'`)
  }

  async createdOf(stream: string): Promise<string> {
    const known = this.created.get(stream)
    if (known !== undefined) return known
    const { created } = await this.jsm.streams.info(stream)
    this.created.set(stream, microseconds(created))
    return microseconds(created)
  }

  /** Makes the streams of all participants for whom the outbox holds something that meets a condition. */
  async prepareParticipants(which: string): Promise<void> {
    const rows = await rowsOfQuery<{ participant: string }>(
      this.store,
      `select distinct split_part(subject, '.', 3) as participant from outbox where typ is not null and ${which}`,
    )
    for (const { participant } of rows) await this.prepareParticipant(participant)
  }

  /**
   * The stream's last fact is not the one that the outbox thinks: facts were published and not noted, and the stream no longer
   * remembers their ids. What it holds is noted as carried; the next in line follows it.
   */
  async catchUpFacts(): Promise<void> {
    const stream = factStream(this.service)
    const { state } = await this.jsm.streams.info(stream)
    if (state.last_seq === 0) return
    const last = await this.jsm.streams.getMessage(stream, { seq: state.last_seq })
    const position = Number(last.header.get('Nats-Msg-Id').split(':')[1])
    await this.store.query(
      `update outbox set relayed_at = now(), stream_created = $2::timestamptz, stream_seq = $3
       where typ is null and relayed_at is null and position <= $1`,
      [position, await this.createdOf(stream), state.last_seq],
    )
  }

  /** Looks at every stream anew. */
  forget(): void {
    this.created.clear()
  }

  private async reopenLost(stream: string, which: string): Promise<void> {
    await this.store.query(
      `update outbox set relayed_at = null
       where ${which} and relayed_at is not null and acknowledged_at is null and withdrawn_at is null and stream_created <> $1::timestamptz`,
      [await this.createdOf(stream)],
    )
  }
}

/** The participant that a subject `corridor.out.<participant>.<channel>` is for. */
export function participantOf(subject: string): string {
  return subject.split('.')[2] ?? ''
}

/** PostgreSQL keeps microseconds, NATS tells nanoseconds: cut, so that both compare equal. */
export function microseconds(instant: string): string {
  return instant.replace(/(\.\d{6})\d+/, '$1')
}
