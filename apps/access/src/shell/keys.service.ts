// SPDX-License-Identifier: Apache-2.0
import { validate } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { parseJson, verify } from '@corridor/message'
import { fact, serviceContext, tell, type ServiceContext, type Tx } from '@corridor/platform'
import { Inject, Injectable } from '@nestjs/common'
import { decideWithdrawal, keptUntil } from '../domain/key-life'
import { ConnectionsService } from './connections.service'
import { keepOfficeKeyAct } from './key-acts'
import { proveRequest, type Proof, type Prover } from './proof'
import { isKeyTaken, newKeyRecord, registerKeys, type Enrolled } from './register-keys'
import { officeTable, signingKeyTable, signinKeyTable, type SigningKeyRow } from './tables'

/** A key that is withdrawn, from when and why. */
export interface Withdrawal {
  readonly kid: string
  readonly from: string
  readonly reason: string
}

/** What holds from now on. */
export interface WithdrawalTold {
  readonly kid: string
  readonly participant: string
  readonly from: string
}

/** Two new keys of an official, sealed by the new signing key. */
export interface SealedRotation {
  readonly bytes: string
  readonly signature: string
}

/** The life of keys: exchanged with an overlap, or withdrawn from an instant on. */
@Injectable()
export class KeysService {
  constructor(
    @Inject(serviceContext) private readonly context: ServiceContext,
    private readonly connections: ConnectionsService,
  ) {}

  /** The request is signed by the old key, what it carries by the new one: both are held. */
  async rotate(proof: Proof, sealed: SealedRotation): Promise<Outcome<Enrolled>> {
    const at = this.context.clock()
    const bytes = Buffer.from(sealed.bytes, 'base64')
    const claim = readRotation(bytes)
    if (!claim.ok) return claim
    const { hubId } = this.context.environment
    return this.context.store.transaction(async (tx) => {
      const proved = await proveRequest(tx, proof, { hubId, at, act: 'rotate-keys' })
      if (!proved.ok) return proved
      const key = await newKeyRecord(proved.value.participant, claim.value.signingKey, at)
      const purpose = { typ: 'corridor-rotation', aud: hubId, at, keyOf: () => key } as const
      const held = await verify({ bytes, signature: sealed.signature }, purpose)
      if (!held.ok) return held
      const { signinKey, keepDays } = claim.value
      if (await isKeyTaken(tx, key.kid, signinKey))
        return refuse('KEY_OF_ANOTHER_PARTICIPANT', 'a new key is registered already')
      const { participant, office: code, roles, holder } = proved.value
      const office = await tx.getRepository(officeTable).findOneByOrFail({ participant, code })
      const named = { code, name: office.name }
      const { kid: by } = proved.value
      const keys = { key, signinKey, office: named, roles, holder, hubId, by }
      const told = await registerKeys(tx, keys)
      await this.shorten(tx, proved.value, { keepDays, at, replacedBy: key.kid })
      return accept(told)
    })
  }

  /** A key is good for nothing from an instant on; what came of it since is doubtful, and its connection is cut. */
  async withdraw(proof: Proof, ask: Withdrawal): Promise<Outcome<WithdrawalTold>> {
    const at = this.context.clock()
    const from = new Date(ask.from)
    const judge = { hubId: this.context.environment.hubId, at, act: 'read' } as const
    const told = await this.context.store.transaction(async (tx) => {
      const proved = await proveRequest(tx, proof, judge)
      if (!proved.ok) return proved
      const keys = tx.getRepository(signingKeyTable)
      const found = await keys.findOne({
        where: { kid: ask.kid },
        lock: { mode: 'pessimistic_write' },
      })
      const decided = decideWithdrawal(proved.value, found, { from, at })
      if (!decided.ok || found === null) return decided.ok ? refuse('NOT_FOUND', '') : decided
      const row = { revokedFrom: from, revokedAt: at, revokedBy: proved.value.kid }
      await keys.update({ kid: ask.kid }, { ...row, revocationReason: ask.reason })
      await tx.getRepository(signinKeyTable).update({ kid: ask.kid }, { revokedFrom: from })
      await tell(tx, [withdrawnFact({ ...found, ...row }, ask.reason)])
      const { kid: by } = proved.value
      const happening = {
        act: 'withdrawn',
        hubId: judge.hubId,
        at,
        by,
        reason: ask.reason,
      } as const
      await keepOfficeKeyAct(tx, { ...found, ...row }, happening)
      return accept({ kid: ask.kid, participant: found.participant, from: from.toISOString() })
    })
    // After the commit: whoever is cut signs in again at once, and must find the key withdrawn.
    if (told.ok) await this.connections.cutWhatIsNotGood()
    return told
  }

  private async shorten(
    tx: Tx,
    old: Prover,
    { keepDays, at, replacedBy }: { keepDays: number; at: Date; replacedBy: string },
  ): Promise<void> {
    const until = keptUntil({ validUntil: new Date(old.validUntil) }, keepDays, at)
    const { kid, participant, kind, office, jwk, roles, validFrom, revokedFrom } = old
    const validUntil = until.toISOString()
    const keys = tx.getRepository(signingKeyTable)
    await keys.update({ kid }, { validUntil: until, replacedBy })
    const { hubId } = this.context.environment
    const happening = { act: 'exchanged', hubId, at, by: kid } as const
    await keepOfficeKeyAct(tx, await keys.findOneByOrFail({ kid }), happening)
    await tx.getRepository(signinKeyTable).update({ kid }, { validUntil: until })
    const told = { kid, participant, jwk, validFrom, validUntil, revokedFrom, kind, office, roles }
    await tell(tx, [fact('access.key-registered.v1', told)])
  }
}

function withdrawnFact(row: SigningKeyRow, reason: string) {
  const { kid, participant, revokedFrom, revokedAt } = row
  return fact('access.key-withdrawn.v1', {
    ...{ kid, participant, from: revokedFrom?.toISOString(), at: revokedAt?.toISOString(), reason },
  })
}

function readRotation(bytes: Uint8Array) {
  const body = parseJson(bytes)
  return body.ok
    ? validate('key-rotation', '0.1.0', body.value)
    : refuse('CONTENT_WRONG', 'the rotation is not JSON')
}
