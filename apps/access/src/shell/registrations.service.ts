// SPDX-License-Identifier: Apache-2.0
import { validate, type Registration } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { firstRoles, parseJson, verify, type KeyRecord } from '@corridor/message'
import {
  ensureParticipant,
  rowsOfQuery,
  serviceContext,
  type ServiceContext,
  type Tx,
} from '@corridor/platform'
import { Inject, Injectable } from '@nestjs/common'
import { decideApplication, decideOnce, standingOf } from '../domain/registration'
import { proveRequest, type Proof, type Prover } from './proof'
import { isKeyTaken, newKeyRecord, registerKeys } from './register-keys'
import { grantProduction, registerParticipant } from './register-participant'
import { registrationTable, signingKeyTable, type RegistrationRow } from './tables'

/** What the registrar decides about a registration. */
export interface Decision {
  readonly kid: string
  readonly decision: 'approved' | 'refused'
  readonly reason?: string
  /** Declares production rights without a rehearsal, and why. */
  readonly productionAtOnce?: string
}

/** How a registration stands. */
export interface RegistrationTold {
  readonly kid: string
  readonly participant: string
  readonly state: 'waiting' | 'approved' | 'refused'
}

/** Who asks for a place without a code, and what the registrar decides. */
@Injectable()
export class RegistrationsService {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  /** Takes a registration down, signed with the very key that is to be registered. Asking again gives the same answer. */
  async apply(bytes: Uint8Array, signature: string): Promise<Outcome<RegistrationTold>> {
    const at = this.context.clock()
    const claim = readRegistration(bytes)
    if (!claim.ok) return claim
    const key = await newKeyRecord(claim.value.participant, claim.value.signingKey, at)
    const aud = this.context.environment.hubId
    const purpose = { typ: 'corridor-registration', aud, at, keyOf: () => key } as const
    const held = await verify({ bytes, signature }, purpose)
    if (!held.ok) return held
    return this.context.store.transaction(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtext('corridor-registrations'))`)
      const before = await tx.getRepository(registrationTable).findOneBy({ kid: key.kid })
      if (before !== null) return toldOf(before)
      const decided = decideApplication(key.participant, await groundOf(tx, key, claim.value))
      if (!decided.ok) return decided
      const undecided = { decision: null, decidedAt: null, decidedBy: null, reason: null }
      const row = { kid: key.kid, claim: claim.value, appliedAt: at, ...undecided }
      await tx.getRepository(registrationTable).insert(row)
      return toldOf(row)
    })
  }

  /** The registrar approves or refuses, once. */
  async decide(proof: Proof, decision: Decision): Promise<Outcome<RegistrationTold>> {
    const at = this.context.clock()
    const judge = { hubId: this.context.environment.hubId, at, act: 'register' } as const
    const decided = await this.context.store.transaction(async (tx) => {
      const proved = await proveRequest(tx, proof, judge)
      return proved.ok ? this.settle(tx, decision, { by: proved.value, at }) : proved
    })
    if (decided.ok && decided.value.state === 'approved')
      await ensureParticipant(await this.context.bus.jetstreamManager(), decided.value.participant)
    return decided
  }

  /** What an applicant may know: whether it waits, and why it was refused. */
  async standing(kid: string): Promise<Outcome<'approved'>> {
    return standingOf(await this.context.store.getRepository(registrationTable).findOneBy({ kid }))
  }

  private async settle(
    tx: Tx,
    { kid, decision, reason, productionAtOnce }: Decision,
    { by, at }: { readonly by: Prover; readonly at: Date },
  ): Promise<Outcome<RegistrationTold>> {
    const found = await tx
      .getRepository(registrationTable)
      .findOne({ where: { kid }, lock: { mode: 'pessimistic_write' } })
    const decided = decideOnce(found)
    if (!decided.ok) return decided
    const row = { decision, decidedAt: at, decidedBy: by.kid, reason: reason ?? null }
    if (decision === 'approved') {
      const placed = await this.place(tx, decided.value, { by, at, productionAtOnce })
      if (!placed.ok) return placed
    }
    await tx.getRepository(registrationTable).update({ kid }, row)
    return toldOf({ ...decided.value, ...row })
  }

  /** Gives the applicant its place, unless somebody took it while the registration waited. */
  private async place(
    tx: Tx,
    { claim }: RegistrationRow,
    {
      by,
      at,
      productionAtOnce: reason,
    }: {
      readonly by: Prover
      readonly at: Date
      readonly productionAtOnce: string | undefined
    },
  ): Promise<Outcome<null>> {
    const { participant, signinKey, office, kind, holder = null, members = [] } = claim
    const key = await newKeyRecord(participant, claim.signingKey, at)
    const free = decideApplication(participant, { ...(await groundOf(tx, key, claim)), waiting: 0 })
    if (!free.ok) return free
    await registerParticipant(tx, { ...claim, members }, at)
    if (reason !== undefined) await grantProduction(tx, { participant, by: by.kid, reason, at })
    const { hubId } = this.context.environment
    const roles = firstRoles(kind)
    await registerKeys(tx, { key, signinKey, office, roles, holder, hubId, by: by.kid })
    return accept(null)
  }
}

async function groundOf(tx: Tx, { kid, participant }: KeyRecord, { signinKey }: Registration) {
  const [row] = await rowsOfQuery<{ waiting: number }>(
    tx,
    'select count(*)::int as waiting from registration where decision is null',
  )
  return {
    enrolled: await tx.getRepository(signingKeyTable).existsBy({ participant }),
    keyTaken: await isKeyTaken(tx, kid, signinKey),
    waiting: row?.waiting ?? 0,
  }
}

function toldOf({ kid, claim, decision }: RegistrationRow): Outcome<RegistrationTold> {
  return accept({ kid, participant: claim.participant, state: decision ?? 'waiting' })
}

function readRegistration(bytes: Uint8Array): Outcome<Registration> {
  const body = parseJson(bytes)
  return body.ok
    ? validate('registration', '0.1.0', body.value)
    : refuse('CONTENT_WRONG', 'the registration is not JSON')
}
