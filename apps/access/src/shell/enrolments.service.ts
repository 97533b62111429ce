// SPDX-License-Identifier: Apache-2.0
import { validate } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import {
  decideAct,
  parseJson,
  publicHalf,
  thumbprint,
  verify,
  type KeyRecord,
  type Role,
} from '@corridor/message'
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
import { decideEnrolment, keyDays } from '../domain/invitation'
import { codeHash } from './code-hash'
import { useNonce } from './proof'
import {
  invitationTable,
  officeTable,
  participantTable,
  signingKeyTable,
  signinKeyTable,
} from './tables'

/** What the hub answers to an enrolment. */
export interface Enrolled {
  readonly participant: string
  readonly kind: string
  readonly office: string
  readonly validUntil: string
  readonly roles: readonly Role[]
}

const dayMs = 86_400_000

/** The way into the register: codes are exchanged for registered keys. */
@Injectable()
export class EnrolmentsService {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

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
    const decided = decideEnrolment(invitation ?? undefined, {
      participant,
      office: office.code,
      at,
    })
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
    const { roles, holder } = decided.value
    await tx
      .getRepository(signingKeyTable)
      .insert({ ...validity, kid: key.kid, jwk: key.jwk, roles: [...roles], holder })
    // Whoever only approves or signs acts over HTTP: at the broker it could take away what is addressed to its participant.
    if (decideAct({ kind: row.kind, roles }, 'take').ok)
      await tx
        .getRepository(signinKeyTable)
        .insert({ ...validity, nkey: claim.signinKey, kid: key.kid })
    await tell(tx, [
      fact('access.key-registered.v1', { ...key, kind: row.kind, office: office.code, roles }),
    ])
    return accept({
      participant,
      kind: row.kind,
      office: office.code,
      validUntil: key.validUntil,
      roles,
    })
  }

  /** A console link serves once; true the first time. */
  async redeemLink(nonce: string, expires: string): Promise<boolean> {
    return this.context.store.transaction((tx) => useNonce(tx, `link:${nonce}`, new Date(expires)))
  }
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
