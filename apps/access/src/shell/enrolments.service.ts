// SPDX-License-Identifier: Apache-2.0
import { validate } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { parseJson, verify, type KeyRecord } from '@corridor/message'
import {
  ensureParticipant,
  rowsOfQuery,
  serviceContext,
  type ServiceContext,
  type Tx,
} from '@corridor/platform'
import { Inject, Injectable } from '@nestjs/common'
import { decideEnrolment } from '../domain/invitation'
import { agreedContracts } from './agreed-contracts'
import { codeHash } from './code-hash'
import { useNonce } from './proof'
import { isKeyTaken, newKeyRecord, registerKeys, type Enrolled } from './register-keys'
import { invitationTable } from './tables'

/** The way into the register: codes are exchanged for registered keys. */
@Injectable()
export class EnrolmentsService {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  /** A one-time code is exchanged for two registered keys. The request is signed with the new key: proof that it is held. */
  async enrol(bytes: Uint8Array, signature: string): Promise<Outcome<Enrolled>> {
    const at = this.context.clock()
    const claim = readEnrolment(bytes)
    if (!claim.ok) return claim
    const key = await newKeyRecord(claim.value.participant, claim.value.signingKey, at)
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
    const decided = decideEnrolment(invitation ?? undefined, {
      participant,
      office: office.code,
      at,
      readsAlone: await readsAlone(tx, participant, office.code),
    })
    if (!decided.ok) return decided
    if (await isKeyTaken(tx, key.kid, claim.signinKey)) {
      return refuse('KEY_OF_ANOTHER_PARTICIPANT', 'a key of this enrolment is registered already')
    }
    await codes.update({ codeHash: codeHash(claim.code) }, { usedAt: at })
    const { roles, holder } = decided.value
    const { signinKey } = claim
    const { hubId } = this.context.environment
    const keys = { key, signinKey, office, roles, holder, hubId, by: null }
    return accept(await registerKeys(tx, keys))
  }

  /** What a partner may publish now; asked by the edge for messages over HTTP. */
  async sentContracts(participant: string): Promise<readonly string[]> {
    return agreedContracts(this.context.store, participant, this.context.clock())
  }

  /** A console link serves once; true the first time. */
  async redeemLink(nonce: string, expires: string): Promise<boolean> {
    return this.context.store.transaction((tx) => useNonce(tx, `link:${nonce}`, new Date(expires)))
  }
}

/** True where an agreement that was signed and has not ended gives figures to an office of a participant alone. */
async function readsAlone(tx: Tx, participant: string, office: string): Promise<boolean> {
  const rows = await rowsOfQuery(
    tx,
    `select 1 from agreement where status in ('signed', 'provisional', 'in-force') and state -> 'parties' ? $1
       and state -> 'terms' -> 'enforced' @> jsonb_build_array(jsonb_build_object('audience', jsonb_build_array($2::text))) limit 1`,
    [participant, office],
  )
  return rows.length > 0
}

type EnrolmentClaim = ReturnType<typeof readEnrolment> extends Outcome<infer Claim> ? Claim : never

function readEnrolment(bytes: Uint8Array) {
  const body = parseJson(bytes)
  return body.ok
    ? validate('enrolment', '0.1.0', body.value)
    : refuse('CONTENT_WRONG', 'the enrolment is not JSON')
}
