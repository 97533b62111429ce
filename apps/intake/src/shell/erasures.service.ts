// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { digestOf, requestBytes } from '@corridor/message'
import {
  fact,
  lockDatasets,
  rowsOfQuery,
  serviceContext,
  tell,
  type ServiceContext,
  type Tx,
} from '@corridor/platform'
import { Inject, Injectable } from '@nestjs/common'
import {
  decideErasure,
  groundInWords,
  type ErasureGround,
  type ErasureOrder,
} from '../domain/erasure'
import { eraseSubmission } from './erase'
import { messageDatasets } from './message-datasets'
import { proveRequest, type RequestProof } from './prove-act'

/** What was deleted, and under what. */
export interface ErasedTold {
  readonly participant: string
  readonly submission: string
  readonly under: string
  readonly at: string
}

/** A message whose retention has ended, as delivery tells it. */
export interface RetentionTold {
  readonly participant: string
  readonly submission: string
  readonly agreement: string
  readonly clause: string
}

interface MessageRow {
  readonly position: string
  readonly contract: string
  readonly received_at: Date
  readonly receipt: Buffer
}

interface Evidence {
  readonly kid: string
  readonly ordered: Uint8Array
  readonly signature: string
}

/** Destroys what can be read of messages: by order, or when the days of a retention clause have passed. */
@Injectable()
export class ErasuresService {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  /** A signed order. The same order again gets the same answer. */
  async order(proof: RequestProof): Promise<Outcome<ErasedTold>> {
    const { store, environment, clock } = this.context
    const judge = { hubId: environment.hubId, at: clock(), target: '/api/erasures' }
    const proved = await proveRequest(store, proof, judge)
    if (!proved.ok) return proved
    const body = Buffer.from(proof.body, 'base64')
    // The edge has judged its shape.
    const order = JSON.parse(body.toString()) as ErasureOrder
    const decided = decideErasure(order, proved.value)
    if (!decided.ok) return decided
    const evidence: Evidence = {
      kid: proved.value.kid,
      ordered: requestBytes({ ...proof, body }),
      signature: proof.signature,
    }
    const erased = await store.transaction((tx) => this.erase(tx, decided.value, evidence))
    this.context.relay.wake()
    return erased
  }

  /** The days of a clause have passed for every delivery of a message. */
  async retentionEnded(tx: Tx, told: RetentionTold): Promise<void> {
    const { participant, submission, agreement, clause } = told
    const under = groundInWords(told)
    const ground = { participant, submission, under, agreement, clause, reference: null }
    // Where there is no such message any more, nothing is left to do.
    await this.erase(tx, { ...ground, reason: null }, null)
  }

  /** The days have passed that the hub keeps figures which stay inside their state. */
  async insideEnded(
    tx: Tx,
    {
      days,
      ...message
    }: Pick<ErasedTold, 'participant' | 'submission'> & { readonly days: number },
  ): Promise<void> {
    const under = `the ${String(days)} days that figures are kept inside a state (CORRIDOR_INSIDE_DAYS)`
    const nobody = { agreement: null, clause: null, reference: null, reason: null }
    await this.erase(tx, { ...message, under, ...nobody }, null)
  }

  private async erase(
    tx: Tx,
    ground: ErasureGround,
    evidence: Evidence | null,
  ): Promise<Outcome<ErasedTold>> {
    const { participant, submission } = ground
    const [message] = await rowsOfQuery<MessageRow>(
      tx,
      'select position, contract, received_at, receipt from submission where participant = $1 and id = $2 for update',
      [participant, submission],
    )
    if (message === undefined)
      return refuse('NOT_FOUND', `the hub has no message ${submission} of ${participant}`)
    const known = await erasedBefore(tx, ground)
    if (known !== undefined) return accept(known)
    const at = this.context.clock()
    const position = Number(message.position)
    // Whoever reads these datasets now has committed before the lock is ours; whoever comes later finds them gone.
    await lockDatasets(tx, await messageDatasets(tx, position), 'alone')
    const datasets = await eraseSubmission(tx, { position, at })
    await tx.query(insertErasure, [
      ...[participant, submission, position, datasets, ground.under, ground.agreement],
      ...[ground.clause, ground.reference, ground.reason, evidence?.kid ?? null],
      ...[
        evidence === null ? null : Buffer.from(evidence.ordered),
        evidence?.signature ?? null,
        at,
      ],
    ])
    await this.tellErased(tx, ground, { message, datasets, at })
    return accept({ participant, submission, under: ground.under, at: at.toISOString() })
  }

  private async tellErased(
    tx: Tx,
    { participant, submission, under, agreement, clause, reference }: ErasureGround,
    {
      message,
      datasets,
      at,
    }: {
      readonly message: MessageRow
      readonly datasets: readonly number[]
      readonly at: Date
    },
  ): Promise<void> {
    const recordedAt = message.received_at.toISOString()
    const receiptDigest = digestOf(message.receipt)
    const why = { under, agreement, clause, reference, receiptDigest, at: at.toISOString() }
    const facts = datasets.map((dataset) =>
      fact('intake.erased.v1', { participant, submission, dataset, recordedAt, ...why }),
    )
    if (facts.length === 0) return
    const told = await tell(tx, facts)
    // From here on they count no more, and nobody keeps their figures in memory.
    await tx.query(
      `insert into vintage_end (position, end_position, ended_at)
       select position, $2, $3 from unnest($1::bigint[]) as position on conflict do nothing`,
      [datasets, told, at],
    )
  }
}

async function erasedBefore(
  tx: Tx,
  { participant, submission }: ErasureGround,
): Promise<ErasedTold | undefined> {
  const [row] = await rowsOfQuery<ErasedTold>(
    tx,
    `select participant, submission, under, to_json(erased_at) #>> '{}' as at from erasure
     where participant = $1 and submission = $2`,
    [participant, submission],
  )
  return row
}

const insertErasure = `
insert into erasure (participant, submission, position, datasets, under, agreement, clause, reference, reason, kid, ordered,
  signature, erased_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`
