// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { signedRequest } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { clean } from '../output/clean'
import { table } from '../output/table'
import { profileOfCall } from '../profile-of-call'

interface Person {
  readonly id: string
  readonly subject: string
  readonly participant: string
  readonly office: string
  readonly roles: readonly string[]
  readonly name: string
}

/** Lists who may sign in to the console. */
export async function listPeople(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const listed = await signedRequest<readonly Person[]>(profile.value, {
    method: 'GET',
    target: '/api/people',
  })
  if (!listed.ok) return listed
  const text =
    listed.value.length === 0 ? 'Nobody is registered.' : table<Person>(columns, listed.value)
  return accept({ text, json: { people: listed.value } })
}

const columns = [
  { name: 'Id', of: ({ id }: Person) => id },
  { name: 'Signs in as', of: ({ subject }: Person) => subject },
  { name: 'Name', of: ({ name }: Person) => name },
  { name: 'Office', of: ({ participant, office }: Person) => `${participant} / ${office}` },
  { name: 'Roles', of: ({ roles }: Person) => roles.join(', ') },
] as const

/** Registers a person; with the hub's own provider, shows the passphrase once. */
export async function addPerson(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const name = call.option('name')
  const roles = call.options('role').flatMap((given) => given.split(','))
  if (name === undefined || roles.length === 0)
    return refuse('COMMAND_WRONG', 'say the name with --name and what the person does with --role')
  const { participant, office } = profile.value
  const person = {
    ...{ name, roles, subject: call.operand(0) ?? '' },
    participant: call.option('participant') ?? participant,
    office: call.option('office') ?? office,
  }
  const told = await signedRequest<{ id: string; passphrase?: string }>(profile.value, {
    method: 'POST',
    target: '/api/people',
    body: Buffer.from(JSON.stringify(person)),
  })
  if (!told.ok) return told
  const { id, passphrase } = told.value
  const secret =
    passphrase === undefined
      ? ''
      : ` The passphrase, to hand over by a safe way:\n${clean(passphrase)}`
  return accept({
    text: `OK  ${clean(name)} may sign in at ${profile.value.hub.http}/sign-in.${secret}`,
    json: { ...told.value, id },
  })
}

/** Ends a person's sign-in at once. */
export async function endPerson(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const id = call.operand(0) ?? ''
  const told = await signedRequest<{ id: string }>(profile.value, {
    method: 'POST',
    target: `/api/people/${encodeURIComponent(id)}/endings`,
    body: Buffer.from('{}'),
  })
  return told.ok
    ? accept({
        text: 'OK  The person is nobody here from now on, open pages included.',
        json: { id },
      })
    : told
}
