// SPDX-License-Identifier: Apache-2.0
import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import type { Role } from '@corridor/message'
import { serviceContext, type ServiceContext, type Tx } from '@corridor/platform'
import { Inject, Injectable } from '@nestjs/common'
import { IsNull } from 'typeorm'
import { decidePerson, decideTry } from '../domain/person'
import { type Proof, type Prover, whenProved } from './proof'
import { passkeyTable } from './passkey-tables'
import { removePasskeys } from './passkeys.service'
import { personTable, type PersonRow } from './people-tables'
import { participantTable } from './tables'

/** Somebody who shall sign in by OpenID Connect. */
export interface PersonAsk {
  readonly participant: string
  readonly office: string
  readonly roles: readonly Role[]
  readonly name: string
  /** `local` for the provider that the hub brings. */
  readonly issuer: string
  readonly subject: string
}

/** What is told of a person who was registered; the passphrase once, and only of the local provider. */
export interface PersonTold {
  readonly id: string
  readonly passphrase?: string
}

/** People and the provider that says who they are. */
@Injectable()
export class PeopleService {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  /** A signatory registers a colleague, the operator anybody. Registered again, a person takes the newer place. */
  register(proof: Proof, ask: PersonAsk): Promise<Outcome<PersonTold>> {
    return whenProved(this.context, proof, async (tx, by, at) => {
      const { participant, office, roles, name, issuer, subject } = ask
      const { hubId } = this.context.environment
      const allowed = await this.allowed(tx, by, ask)
      if (!allowed.ok) return allowed
      const people = tx.getRepository(personTable)
      const before = await people.findOneBy({ issuer, subject, endedAt: IsNull() })
      // Another participant's person is not taken over by naming the same subject.
      if (before !== null && before.participant !== participant)
        return refuse('PARTICIPANT_EXISTS', 'this subject has a place in the register already')
      if (before !== null) await endPerson(tx, before.id, { by: by.kid, at, hubId })
      const id = randomUUID()
      const passphrase = issuer === 'local' ? randomBytes(16).toString('base64url') : undefined
      await people.insert({
        ...{ id, issuer, subject, participant, office, roles: [...roles], name },
        ...{ registeredAt: at, registeredBy: by.kid, endedAt: null, endedBy: null },
        passphraseHash: passphrase === undefined ? null : hashOf(passphrase),
        ...{ tries: 0, lastTry: null },
      })
      return accept(passphrase === undefined ? { id } : { id, passphrase })
    })
  }

  /** A person who leaves is nobody from this moment on, and so are its passkeys: every request looks the register up anew. */
  end(proof: Proof, id: string): Promise<Outcome<{ readonly id: string }>> {
    return whenProved(this.context, proof, async (tx, by, at) => {
      const people = tx.getRepository(personTable)
      const found = await people.findOneBy({ id, endedAt: IsNull() })
      if (found === null || !(await this.allowed(tx, by, found)).ok)
        return refuse('NOT_FOUND', 'there is no such person, or only its own participant ends it')
      const { hubId } = this.context.environment
      await endPerson(tx, id, { by: by.kid, at, hubId })
      return accept({ id })
    })
  }

  /** Asked by the local provider: whether this is the passphrase. Unknown and wrong get one answer. */
  async check(subject: string, passphrase: string): Promise<Outcome<null>> {
    const at = this.context.clock()
    return this.context.store.transaction(async (tx) => {
      const people = tx.getRepository(personTable)
      const found = await people.findOne({
        where: { issuer: 'local', subject, endedAt: IsNull() },
        lock: { mode: 'pessimistic_write' },
      })
      const wrong = refuse('SIGN_IN_WRONG', 'the name or the passphrase is not right')
      if (found === null) return wrong
      const may = decideTry(found, at)
      if (!may.ok) return may
      const isRight = isPassphrase(found, passphrase)
      await people.update({ id: found.id }, { tries: isRight ? 0 : found.tries + 1, lastTry: at })
      return isRight ? accept(null) : wrong
    })
  }

  private async allowed(
    tx: Tx,
    by: Prover,
    { participant, roles }: Pick<PersonAsk, 'participant' | 'roles'>,
  ): Promise<Outcome<null>> {
    const row = await tx.getRepository(participantTable).findOneBy({ id: participant })
    if (row === null) return refuse('PARTICIPANT_UNKNOWN', `there is no participant ${participant}`)
    return decidePerson(by, { participant, kind: row.kind, roles })
  }
}

async function endPerson(
  tx: Tx,
  id: string,
  { by, at, hubId }: { readonly by: string; readonly at: Date; readonly hubId: string },
): Promise<void> {
  await tx.getRepository(personTable).update({ id }, { endedAt: at, endedBy: by })
  const passkeys = await tx.getRepository(passkeyTable).findBy({ person: id, removedAt: IsNull() })
  await removePasskeys(tx, passkeys, { name: by, at, hubId, reason: 'the person has left' })
}

// Passphrases are random (128 bits), so a plain hash keeps them as well as a slow one would.
function hashOf(passphrase: string): string {
  return createHash('sha256').update(passphrase).digest('base64url')
}

function isPassphrase({ passphraseHash }: PersonRow, passphrase: string): boolean {
  if (passphraseHash === null) return false
  return timingSafeEqual(Buffer.from(passphraseHash), Buffer.from(hashOf(passphrase.trim())))
}
