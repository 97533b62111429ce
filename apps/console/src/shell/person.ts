// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Store } from '@corridor/platform'
import type { Actor } from './actor'

/** The person whom a provider's subject is, by the register; null where the register has no such person. */
export async function personOfSubject(
  store: Store,
  issuer: string,
  subject: string,
): Promise<string | null> {
  const [row] = await rowsOfQuery<{ id: string }>(
    store,
    'select id from access.person_v1 where issuer = $1 and subject = $2 and ended_at is null',
    [issuer, subject],
  )
  return row?.id ?? null
}

/** Somebody who has signed in by a provider. */
export interface Person {
  readonly id: string
  readonly name: string
  /** Its place in the register; it has no key. */
  readonly actor: Actor
}

/** A person with its place in the register, looked up anew at every request: who has left is nobody at once. */
export async function findPerson(store: Store, id: string): Promise<Person | null> {
  const [row] = await rowsOfQuery<Omit<Actor, 'kid' | 'validUntil'> & { personName: string }>(
    store,
    `select n.name as "personName", n.participant, p.name, p.kind, n.office, n.roles, p.suspended_since is not null as suspended
     from access.person_v1 n join access.participant_v1 p on p.id = n.participant where n.id = $1 and n.ended_at is null`,
    [id],
  )
  // A person signs nothing by this: there is no key, and none that ends.
  if (row === undefined) return null
  const { personName, ...place } = row
  const actor = { ...place, kid: '', validUntil: '9999-12-31T00:00:00.000Z' }
  return { id, name: personName, actor }
}

/** People of the asker's participant; all for the operator. */
export function peopleOf(store: Store, { participant, kind }: Actor): Promise<readonly object[]> {
  return rowsOfQuery<object>(
    store,
    `select id, issuer, subject, participant, office, roles, name, to_json(registered_at) #>> '{}' as "registeredAt"
     from access.person_v1 where ended_at is null and (participant = $1 or $2 = 'operator') order by participant, name`,
    [participant, kind],
  )
}
