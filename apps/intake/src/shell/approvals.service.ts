// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { newSalt, type KeyRecord } from '@corridor/message'
import {
  atRestName,
  command,
  lockDatasets,
  openAtRest,
  rowsOfQuery,
  serviceContext,
  statement,
  tell,
  type Queryable,
  type ServiceContext,
  type Tx,
} from '@corridor/platform'
import { Inject, Injectable } from '@nestjs/common'
import { statedOf } from '../domain/receipt'
import { IntakeService } from './intake.service'
import { messageDatasets } from './message-datasets'
import { proveAct, type Act } from './prove-act'

/** What became of a message by an act of its sender's people. */
export interface Settled {
  readonly id: string
  readonly state: 'approved' | 'withdrawn'
}

interface WaitingRow {
  readonly digest: string
  readonly kid: string
  readonly subject: string
  readonly signature: string
  readonly bytes: Buffer
  readonly storage_key: string
  readonly wrapped_key: Buffer | null
  readonly received_at: Date
  readonly state: string
}

interface SubmissionRow {
  readonly digest: string
  readonly position: string
  readonly contract: string
  readonly version: string
  readonly received_at: Date
  readonly withdrawn_at: Date | null
}

/** Those who may have taken figures into use: each is asked before figures are withdrawn. */
const users = ['delivery', 'reconciliation', 'aggregation'] as const

/** What a sender's people decide about its messages: an approver lets one in, either takes one back. */
@Injectable()
export class ApprovalsService {
  constructor(
    @Inject(serviceContext) private readonly context: ServiceContext,
    private readonly intake: IntakeService,
  ) {}

  /** An approver lets a message in that waits: it is judged as of the moment it was received, and recorded like any other. */
  async approve(act: Act): Promise<Outcome<Settled>> {
    const proved = await this.prove(act, 'approve')
    if (!proved.ok) return proved
    const { participant, kid } = proved.value
    const row = await waitingRow(this.context.store, participant, act.id)
    if (row?.state !== 'waiting' || row.wrapped_key === null) return notWaiting(act.id, row?.state)
    const bytes = this.open(participant, { ...row, wrapped_key: row.wrapped_key })
    const { subject, signature } = row
    const settled = {
      participant,
      id: act.id,
      state: 'approved',
      kid,
      at: this.context.clock(),
    } as const
    try {
      const recorded = await this.intake.recordApproved(
        { subject, bytes, signature, delivery: 1 },
        row.received_at,
        async (on) => {
          if (!(await settle(on, settled))) throw new AlreadySettled()
        },
      )
      return recorded.ok ? accept({ id: act.id, state: 'approved' }) : recorded
    } catch (error) {
      if (error instanceof AlreadySettled) return notWaiting(act.id, 'settled')
      throw error
    }
  }

  /** Either of a sender's people takes a message back: while it waits, or until somebody has taken its figures into use. */
  async withdraw(act: Act): Promise<Outcome<Settled>> {
    const proved = await this.prove(act, 'withdraw')
    if (!proved.ok) return proved
    const outcome = await this.context.store.transaction(async (tx) => {
      const waiting = await this.withdrawWaiting(tx, act.id, proved.value)
      return waiting ?? this.withdrawAccepted(tx, act.id, proved.value)
    })
    this.context.relay.wake()
    return outcome
  }

  private prove(act: Act, what: 'approve' | 'withdraw'): Promise<Outcome<KeyRecord>> {
    const { hubId } = this.context.environment
    return proveAct(this.context.store, act, { hubId, at: this.context.clock(), act: what })
  }

  private open(participant: string, row: WaitingRow & { readonly wrapped_key: Buffer }): Buffer {
    const { storage_key: storageKey, wrapped_key: wrappedKey, bytes, digest } = row
    const of = atRestName(participant, digest)
    const { storage } = this.context.environment.keys
    return openAtRest(storage, { storageKey, wrappedKey, of, part: 0, bytes })
  }

  private async withdrawWaiting(
    tx: Tx,
    id: string,
    { participant, kid }: KeyRecord,
  ): Promise<Outcome<Settled> | null> {
    const row = await waitingRow(tx, participant, id)
    if (row?.state !== 'waiting') return null
    const at = this.context.clock()
    if (!(await settle(tx, { participant, id, state: 'withdrawn', kid, at }))) return null
    const [, , , contract = ''] = row.subject.split('.')
    const message = { participant, id, digest: row.digest, contract, version: '' }
    const receipt = this.stated(message, row.received_at, at)
    await tx.query(
      'update waiting set receipt = $3, wrapped_key = null where participant = $1 and id = $2',
      [participant, id, Buffer.from(receipt)],
    )
    await tell(tx, [statement(participant, 'receipt', receipt)])
    return accept({ id, state: 'withdrawn' })
  }

  private async withdrawAccepted(
    tx: Tx,
    id: string,
    { participant, kid }: KeyRecord,
  ): Promise<Outcome<Settled>> {
    const [row] = await rowsOfQuery<SubmissionRow>(
      tx,
      `select digest, position, contract, version, received_at, withdrawn_at from submission
       where participant = $1 and id = $2 for update`,
      [participant, id],
    )
    if (row === undefined) return refuse('NOT_FOUND', `the hub has no message ${id} of yours`)
    if (row.withdrawn_at !== null) return accept({ id, state: 'withdrawn' })
    const positions = await messageDatasets(tx, Number(row.position))
    // Whoever reads these datasets now has committed before the lock is ours; whoever comes later finds them withdrawn.
    await lockDatasets(tx, positions, 'alone')
    const used = await this.firstUser(positions)
    if (!used.ok) return used
    const at = this.context.clock()
    const receipt = this.stated({ participant, id, ...row }, row.received_at, at)
    await tx.query(
      'update submission set withdrawn_at = $3, withdrawn_by = $4, withdrawal = $5 where participant = $1 and id = $2',
      [participant, id, at, kid, Buffer.from(receipt)],
    )
    const told = await tell(tx, [statement(participant, 'receipt', receipt)])
    await tx.query(
      'insert into vintage_end (position, end_position, ended_at) select position, $2, $3 from unnest($1::bigint[]) as position',
      [positions, told, at],
    )
    return accept({ id, state: 'withdrawn' })
  }

  private async firstUser(positions: readonly number[]): Promise<Outcome<null>> {
    for (const service of users) {
      const uses = await command<boolean>(this.context.bus, `${service}.command.uses.v1`, {
        positions,
      })
      if (!uses.ok) return uses
      if (uses.value)
        return refuse(
          'WITHDRAWAL_TOO_LATE',
          `the service ${service} has taken its figures into use`,
        )
    }
    return accept(null)
  }

  private stated(message: Parameters<typeof statedOf>[0], receivedAt: Date, at: Date): Uint8Array {
    const { hubId } = this.context.environment
    const made = { hubId, at, salt: newSalt() }
    return statedOf(message, { statement: 'withdrawn', receivedAt }, made)
  }
}

/** Ends a transaction whose message another act has settled meanwhile. */
class AlreadySettled extends Error {}

async function waitingRow(
  on: Tx | ServiceContext['store'],
  participant: string,
  id: string,
): Promise<WaitingRow | undefined> {
  const [row] = await rowsOfQuery<WaitingRow>(
    on,
    `select digest, kid, subject, signature, bytes, storage_key, wrapped_key, received_at, state from waiting
     where participant = $1 and id = $2`,
    [participant, id],
  )
  return row
}

/** True where the message was still waiting: of two acts at the same time one comes first. */
async function settle(
  tx: Queryable,
  one: {
    readonly participant: string
    readonly id: string
    readonly state: Settled['state']
    readonly kid: string
    readonly at: Date
  },
): Promise<boolean> {
  const rows = await rowsOfQuery(
    tx,
    `with settled as (update waiting set state = $3, settled_by = $4, settled_at = $5
       where participant = $1 and id = $2 and state = 'waiting' returning id)
     select id from settled`,
    [one.participant, one.id, one.state, one.kid, one.at],
  )
  return rows.length === 1
}

function notWaiting(id: string, state: string | undefined): Outcome<never> {
  return state === undefined
    ? refuse('NOT_FOUND', `no message ${id} of yours waits for an approver`)
    : refuse('SUBMISSION_NOT_WAITING', `message ${id} is ${state} already`)
}
