// SPDX-License-Identifier: Apache-2.0
import { createHash, randomBytes } from 'node:crypto'
import { validate } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { parseJson, publicHalf, thumbprint, verify, type KeyRecord } from '@corridor/message'
import {
  ensureParticipant,
  fact,
  rowsOfQuery,
  serviceContext,
  tell,
  type ServiceContext,
  type Tx,
} from '@corridor/platform'
import { Inject, Injectable } from '@nestjs/common'
import { decideEnrolment, invitationDays, keyDays } from '../domain/invitation'
import type { Role } from '../domain/role'
import { proveRequest, useNonce, type Proof } from './proof'
import {
  invitationTable,
  officeTable,
  participantTable,
  signingKeyTable,
  signinKeyTable,
} from './tables'

/** Who is to be registered. */
export interface NewParticipant {
  readonly participant: string
  readonly kind: string
  readonly name: string
  readonly members: readonly string[]
  /** An approver joins a participant that is there; a publisher where it is not said. */
  readonly role?: Role
}

/** What the registrar hands to the one who was invited. */
export interface InvitationTold {
  readonly participant: string
  readonly code: string
  readonly expiresAt: string
}

/** Whether figures of a participant wait for its approver from now on. */
export interface ApprovalTold {
  readonly participant: string
  readonly required: boolean
  readonly at: string
}

/** What the hub answers to an enrolment. */
export interface Enrolled {
  readonly participant: string
  readonly kind: string
  readonly office: string
  readonly validUntil: string
}

const dayMs = 86_400_000

/** The register: participants, invitations, keys. */
@Injectable()
export class RegisterService {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  /** The operator registers a participant and gets its one-time code. */
  async invite(proof: Proof, invited: NewParticipant): Promise<Outcome<InvitationTold>> {
    const judge = { hubId: this.context.environment.hubId, at: this.context.clock() }
    return this.context.store.transaction(async (tx) => {
      const proved = await proveRequest(tx, proof, judge)
      if (!proved.ok) return proved
      const actor = await tx
        .getRepository(participantTable)
        .findOneBy({ id: proved.value.participant })
      if (actor?.kind !== 'operator')
        return refuse('NOT_ALLOWED', 'only the operator registers participants')
      return this.register(tx, invited, judge.at)
    })
  }

  /** The first operator is invited by nobody: its code is left in the hub's own keys folder. */
  async inviteFirstOperator(): Promise<InvitationTold | null> {
    const at = this.context.clock()
    return this.context.store.transaction(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtext('corridor-first-operator'))`)
      const enrolled = await rowsOfQuery(
        tx,
        `select 1 from participant p join signing_key k on k.participant = p.id where p.kind = 'operator'`,
      )
      if (enrolled.length > 0) return null
      const operator = {
        participant: 'OPERATOR',
        kind: 'operator',
        name: 'Operator of this hub',
        members: [],
      }
      const told = await this.register(tx, operator, at)
      return told.ok ? told.value : null
    })
  }

  /** Registering again with the same name renews the code, as long as nobody has enrolled with one. */
  private async register(
    tx: Tx,
    invited: NewParticipant,
    at: Date,
  ): Promise<Outcome<InvitationTold>> {
    const { participant: id, role = 'publisher' } = invited
    if (role === 'approver') return this.inviteApprover(tx, id, at)
    const enrolled = await tx.getRepository(signingKeyTable).findOneBy({ participant: id, role })
    if (enrolled !== null) return refuse('PARTICIPANT_EXISTS', `${id} is enrolled already`)
    const row = {
      id,
      kind: invited.kind,
      name: invited.name,
      members: [...invited.members],
      registeredAt: at,
    }
    await tx.getRepository(participantTable).upsert(row, ['id'])
    const told = await newCode(tx, { participant: id, role }, at)
    const { kind, name, members } = invited
    const registered = { participant: id, kind, name, members, at: at.toISOString() }
    await tell(tx, [fact('access.participant-registered.v1', registered)])
    return accept(told)
  }

  private async inviteApprover(
    tx: Tx,
    participant: string,
    at: Date,
  ): Promise<Outcome<InvitationTold>> {
    const row = await tx.getRepository(participantTable).findOneBy({ id: participant })
    if (row?.kind !== 'state')
      return refuse(
        'PARTICIPANT_UNKNOWN',
        `there is no state ${participant} that could have an approver`,
      )
    return accept(await newCode(tx, { participant, role: 'approver' }, at))
  }

  /** An approver says whether what its participant publishes waits for an approver. */
  async requireApproval(proof: Proof, required: boolean): Promise<Outcome<ApprovalTold>> {
    const at = this.context.clock()
    const judge = { hubId: this.context.environment.hubId, at, role: 'approver' } as const
    return this.context.store.transaction(async (tx) => {
      const proved = await proveRequest(tx, proof, judge)
      if (!proved.ok) return proved
      const { participant } = proved.value
      const approvalRequiredSince = required ? at : null
      await tx
        .getRepository(participantTable)
        .update({ id: participant }, { approvalRequiredSince })
      const told = { participant, required, at: at.toISOString() }
      await tell(tx, [fact('access.approval-required.v1', told)])
      return accept(told)
    })
  }

  /** A one-time code is exchanged for two registered keys. The request is signed with the new key: proof that it is held. */
  async enrol(bytes: Uint8Array, signature: string): Promise<Outcome<Enrolled>> {
    const at = this.context.clock()
    const claim = readEnrolment(bytes)
    if (!claim.ok) return claim
    const key: KeyRecord = {
      kid: await thumbprint(claim.value.signingKey),
      participant: claim.value.participant,
      jwk: publicHalf(claim.value.signingKey),
      validFrom: at.toISOString(),
      validUntil: new Date(at.getTime() + keyDays * dayMs).toISOString(),
      revokedFrom: null,
    }
    const aud = this.context.environment.hubId
    const held = await verify(
      { bytes, signature },
      { typ: 'corridor-enrolment', aud, at, keyOf: () => key },
    )
    if (!held.ok) return held
    const enrolled = await this.context.store.transaction((tx) =>
      this.recordEnrolment(tx, claim.value, key),
    )
    if (enrolled.ok)
      await ensureParticipant(await this.context.bus.jetstreamManager(), claim.value.participant)
    return enrolled
  }

  private async recordEnrolment(
    tx: Tx,
    claim: EnrolmentClaim,
    key: KeyRecord,
  ): Promise<Outcome<Enrolled>> {
    const { participant, office } = claim
    const at = new Date(key.validFrom)
    const codes = tx.getRepository(invitationTable)
    const invitation = await codes.findOne({
      where: { codeHash: codeHash(claim.code) },
      lock: { mode: 'pessimistic_write' },
    })
    const decided = decideEnrolment(invitation ?? undefined, { participant, at })
    if (!decided.ok) return decided
    if (await isKeyTaken(tx, key.kid, claim.signinKey)) {
      return refuse('KEY_OF_ANOTHER_PARTICIPANT', 'a key of this enrolment is registered already')
    }
    const row = await tx.getRepository(participantTable).findOneByOrFail({ id: participant })
    await codes.update({ codeHash: codeHash(claim.code) }, { usedAt: at })
    await tx.getRepository(officeTable).upsert({ participant, ...office }, ['participant', 'code'])
    const validity = {
      participant,
      office: office.code,
      validFrom: at,
      validUntil: new Date(key.validUntil),
      revokedFrom: null,
    }
    const { role } = decided.value
    await tx
      .getRepository(signingKeyTable)
      .insert({ ...validity, kid: key.kid, jwk: key.jwk, role })
    // An approver acts over HTTP: at the broker it could take away what is addressed to its participant.
    if (role === 'publisher')
      await tx.getRepository(signinKeyTable).insert({ ...validity, nkey: claim.signinKey })
    await tell(tx, [fact('access.key-registered.v1', { ...key, office: office.code, role })])
    return accept({ participant, kind: row.kind, office: office.code, validUntil: key.validUntil })
  }

  /** A console link serves once; true the first time. */
  async redeemLink(nonce: string, expires: string): Promise<boolean> {
    return this.context.store.transaction((tx) => useNonce(tx, `link:${nonce}`, new Date(expires)))
  }
}

/** A new code takes the place of the one before; the code itself is told once and kept by nobody here. */
async function newCode(
  tx: Tx,
  { participant, role }: { readonly participant: string; readonly role: Role },
  at: Date,
): Promise<InvitationTold> {
  await tx.getRepository(invitationTable).delete({ participant, role })
  const code = `${participant}-${randomBytes(12).toString('hex').toUpperCase()}`
  const expiresAt = new Date(at.getTime() + invitationDays * dayMs)
  await tx
    .getRepository(invitationTable)
    .insert({ codeHash: codeHash(code), participant, expiresAt, usedAt: null, role })
  return { participant, code, expiresAt: expiresAt.toISOString() }
}

type EnrolmentClaim = ReturnType<typeof readEnrolment> extends Outcome<infer Claim> ? Claim : never

function readEnrolment(bytes: Uint8Array) {
  const body = parseJson(bytes)
  return body.ok
    ? validate('enrolment', '0.1.0', body.value)
    : refuse('CONTENT_WRONG', 'the enrolment is not JSON')
}

// One key is one office's: under a shared one nobody could tell who signed in or signed.
async function isKeyTaken(tx: Tx, kid: string, nkey: string): Promise<boolean> {
  const rows = await rowsOfQuery(
    tx,
    'select 1 from signing_key where kid = $1 union all select 1 from signin_key where nkey = $2',
    [kid, nkey],
  )
  return rows.length > 0
}

// Codes are random (96 bits), so a plain hash keeps them as well as a slow one would.
function codeHash(code: string): string {
  return createHash('sha256').update(code.trim().toUpperCase()).digest('base64url')
}
