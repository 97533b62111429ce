// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { parseJson } from '@corridor/message'
import { fact, serviceContext, tell, type ServiceContext, type Tx } from '@corridor/platform'
import { Inject, Injectable } from '@nestjs/common'
import { IsNull } from 'typeorm'
import {
  decideConfirmation,
  decideLoss,
  decidePasskey,
  decideRemoval,
  type Remover,
} from '../domain/passkey'
import { keepPasskeyAct } from './key-acts'
import { passkeyTable, type PasskeyRow } from './passkey-tables'
import { personTable, type PersonRow } from './people-tables'
import { proverOf, serveOnce, type Proof, whenProved } from './proof'
import { participantTable } from './tables'
import { verifyRegistration, type NewCredential } from './verify-registration'

/** A passkey that a person has made on a page of the console. */
export interface NewPasskey {
  readonly person: string
  /** When the person signed in by the provider, freshly asked; null where the session is not of that. */
  readonly signedInAt: string | null
  readonly name: string
  /** Base64 of what the challenge is about, and the second that it binds. */
  readonly bytes: string
  readonly iat: number
  readonly rpId: string
  readonly origin: string
  readonly credential: NewCredential
}

/** Which passkey is removed, why, and since when it is lost. */
export interface RemovalAsk {
  readonly kid: string
  readonly reason: string
  /** An instant; what it signed since is doubtful. */
  readonly from?: string
}

/** What is told of a passkey. */
export interface PasskeyTold {
  readonly kid: string
  readonly participant: string
}

/** Passkeys of people: made on a page, confirmed by a second official, removed by whoever may. */
@Injectable()
export class PasskeysService {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  /** The console says who has signed in and when; the passkey itself proves that it was made on the hub's page for this person. */
  register(ask: NewPasskey): Promise<Outcome<PasskeyTold>> {
    const at = this.context.clock()
    return this.context.store.transaction(async (tx) => {
      const person = await standingPerson(tx, ask.person)
      if (person === null) return refuse('NOT_ALLOWED', 'only somebody who has signed in does this')
      const signedInAt = ask.signedInAt === null ? null : new Date(ask.signedInAt)
      const decided = decidePasskey(await this.applicant(tx, person), { signedInAt, at })
      if (!decided.ok) return decided
      const nonce = nonceFor(ask)
      const date = new Date(ask.iat * 1_000).toISOString()
      const served = await serveOnce(tx, { date, nonce: `passkey ${nonce ?? ''}` }, at)
      if (!served.ok) return served
      const { rpId, origin, iat } = ask
      const ceremony = { bytes: Buffer.from(ask.bytes, 'base64'), iat, rpId, origin }
      const { hubId } = this.context.environment
      const verified = await verifyRegistration(ask.credential, { ...ceremony, hubId })
      if (!verified.ok) return verified
      if (nonce === undefined) return refuse('PASSKEY_WRONG', 'it was made for another person')
      const { counter, ...made } = verified.value
      const taken = await tx
        .getRepository(passkeyTable)
        .existsBy([{ kid: made.kid }, { credential: made.credential }])
      if (taken) return refuse('PASSKEY_WRONG', 'this passkey was registered before')
      const { participant, office } = person
      const row: PasskeyRow = {
        ...{ ...made, counter: String(counter), person: person.id, participant, office },
        ...{ rpId, origin, name: ask.name, registeredAt: at },
        ...{ confirmedAt: null, confirmedBy: null },
        ...{ removedAt: null, removedBy: null, removalReason: null, lostFrom: null },
      }
      await tx.getRepository(passkeyTable).insert(row)
      const happening = { hubId, act: 'registered', at, by: person.id } as const
      await keepPasskeyAct(tx, { row, person }, happening)
      return accept({ kid: made.kid, participant })
    })
  }

  /** A second official stands behind a passkey: from now on it signs. */
  confirm(proof: Proof, kid: string): Promise<Outcome<PasskeyTold>> {
    return whenProved(this.context, proof, async (tx, by, at) => {
      const row = await lockedPasskey(tx, kid)
      const person = row && (await tx.getRepository(personTable).findOneBy({ id: row.person }))
      const registrar = person ? await proverOf(tx, person.registeredBy) : undefined
      const decided = decideConfirmation(row, by, registrar)
      if (!decided.ok) return decided
      if (row !== null && person !== null && row.confirmedAt === null) {
        const confirmed = { confirmedAt: at, confirmedBy: by.kid }
        await tx.getRepository(passkeyTable).update({ kid }, confirmed)
        await tell(tx, [passkeyFact({ ...row, ...confirmed }, person)])
        const { hubId } = this.context.environment
        const happening = { hubId, act: 'confirmed', at, by: by.kid } as const
        await keepPasskeyAct(tx, { row: { ...row, ...confirmed }, person }, happening)
      }
      return accept({ kid, participant: decided.value.participant })
    })
  }

  /** An official removes a passkey; where it was lost before, what it signed since then is listed as doubtful. */
  remove(proof: Proof, ask: RemovalAsk): Promise<Outcome<PasskeyTold>> {
    return whenProved(this.context, proof, (tx, by, at) =>
      removeOne(tx, ask, { remover: { official: by }, name: by.kid, at, ...this.hub() }),
    )
  }

  /** A person removes a passkey of its own, on a page. */
  removeOwn({ person, kid }: { readonly person: string; readonly kid: string }) {
    const at = this.context.clock()
    return this.context.store.transaction((tx) =>
      removeOne(
        tx,
        { kid, reason: 'removed by its owner' },
        { remover: { person }, name: person, at, ...this.hub() },
      ),
    )
  }

  private hub(): { readonly hubId: string } {
    return { hubId: this.context.environment.hubId }
  }

  private async applicant(tx: Tx, { id, participant, roles }: PersonRow) {
    const { kind } = await tx.getRepository(participantTable).findOneByOrFail({ id: participant })
    const passkeys = await tx
      .getRepository(passkeyTable)
      .countBy({ person: id, removedAt: IsNull() })
    return { participant, kind, roles, passkeys }
  }
}

async function standingPerson(tx: Tx, id: string): Promise<PersonRow | null> {
  const person = await tx.getRepository(personTable).findOneBy({ id, endedAt: IsNull() })
  if (person === null) return null
  const { suspendedSince } = await tx
    .getRepository(participantTable)
    .findOneByOrFail({ id: person.participant })
  return suspendedSince === null ? person : null
}

/** The nonce of a ceremony that was begun for this person; undefined where it is another's. */
function nonceFor({ bytes, person }: NewPasskey): string | undefined {
  const read = parseJson(Buffer.from(bytes, 'base64'))
  const told: unknown = read.ok ? read.value : null
  if (typeof told !== 'object' || told === null) return undefined
  const { person: whose, nonce } = told as { person?: unknown; nonce?: unknown }
  return whose === person && typeof nonce === 'string' ? nonce : undefined
}

function lockedPasskey(tx: Tx, kid: string): Promise<PasskeyRow | null> {
  const lock = { mode: 'pessimistic_write' } as const
  return tx.getRepository(passkeyTable).findOne({ where: { kid }, lock })
}

/** Who removes a passkey, when, and at which hub. */
interface Removal {
  readonly name: string
  readonly at: Date
  readonly hubId: string
}

async function removeOne(
  tx: Tx,
  { kid, reason, from }: RemovalAsk,
  by: Removal & { readonly remover: Remover },
): Promise<Outcome<PasskeyTold>> {
  const row = await lockedPasskey(tx, kid)
  const decided = decideRemoval(row, by.remover)
  if (!decided.ok || row === null) return decided.ok ? refuse('NOT_FOUND', '') : decided
  const lost = from === undefined ? null : decideLoss(row, { from: new Date(from), at: by.at })
  if (lost?.ok === false) return lost
  const lostFrom = lost === null ? row.lostFrom : lost.value
  if (lost !== null) await tx.getRepository(passkeyTable).update({ kid }, { lostFrom })
  if (row.removedAt === null || lost !== null)
    await removePasskeys(tx, [{ ...row, lostFrom }], { ...by, reason })
  return accept({ kid, participant: row.participant })
}

/** Ends passkeys, and tells whoever keeps a copy of them. */
export async function removePasskeys(
  tx: Tx,
  rows: readonly PasskeyRow[],
  { name, at, reason, hubId }: Removal & { readonly reason: string },
): Promise<void> {
  for (const row of rows) {
    const removed = { removedAt: row.removedAt ?? at, removedBy: name, removalReason: reason }
    await tx.getRepository(passkeyTable).update({ kid: row.kid }, removed)
    const person = await tx.getRepository(personTable).findOneByOrFail({ id: row.person })
    await tell(tx, [passkeyFact({ ...row, ...removed }, person)])
    const happening = { hubId, act: 'removed', at, by: name, reason } as const
    await keepPasskeyAct(tx, { row: { ...row, ...removed }, person }, happening)
  }
}

/** What services that take acts of their own keep of a passkey. */
function passkeyFact(row: PasskeyRow, { name, roles }: PersonRow) {
  const { kid, participant, office, person, jwk, rpId, origin } = row
  return fact('access.passkey.v1', {
    ...{ kid, participant, office, person, name, roles, jwk, rpId, origin },
    validFrom: row.confirmedAt?.toISOString() ?? null,
    revokedFrom: (row.lostFrom ?? row.removedAt)?.toISOString() ?? null,
  })
}
