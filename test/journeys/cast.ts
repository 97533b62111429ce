// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Outcome } from '@corridor/kernel'
import { enrol, openProfile, profileFolder, signedRequest, type Profile } from '@corridor/sdk'
import type { Hub } from './raise-hub'

const office = { code: 'STAT', name: 'Statistics office' }

/** The value, or a failure that says what was being done. */
export function must<Value>(outcome: Outcome<Value>, what: string): Value {
  if (outcome.ok) return outcome.value
  throw new Error(`could not ${what}: ${outcome.refusal.code}, ${outcome.refusal.detail}`)
}

/** The code of a refusal; fails where nothing was refused. */
export function codeOf(outcome: Outcome<unknown>): string {
  if (outcome.ok) throw new Error('nothing was refused')
  return outcome.refusal.code
}

/** The operator, enrolled with the code that the hub left in its keys folder. */
export async function operatorOf(hub: Hub): Promise<Profile> {
  const code = readFileSync(join(hub.home, 'keys', 'operator.code'), 'utf8').trim()
  return enrolWith(hub, 'OPERATOR', code)
}

/** Registers a participant as the operator and enrols it. */
export async function newParticipant(
  hub: Hub,
  operator: Profile,
  who: { participant: string; kind: string; members?: readonly string[]; organisation?: string },
): Promise<Profile> {
  return enrolWith(hub, who.participant, await invite(operator, who))
}

/** The one-time code of a participant that the operator registers. */
export async function invite(
  operator: Profile,
  {
    participant,
    kind,
    members = [],
    organisation,
  }: { participant: string; kind: string; members?: readonly string[]; organisation?: string },
): Promise<string> {
  // Journeys begin where the rehearsal is over; test/journeys/rehearsal.test.ts plays it.
  const own = {
    participant,
    kind,
    name: participant,
    members,
    ...(organisation && { organisation }),
  }
  const invited = { ...own, productionAtOnce: 'a journey' }
  const body = Buffer.from(JSON.stringify(invited))
  const told = await signedRequest<{ code: string }>(operator, {
    method: 'POST',
    target: '/api/participants',
    body,
  })
  return must(told, `register ${participant}`).code
}

/** Registers one more official of the statistics office of a state and enrols them, in a profile of their name. */
export async function newColleague(
  hub: Hub,
  operator: Profile,
  who: { participant: string; holder: string; roles: readonly string[] },
): Promise<Profile> {
  const { participant } = who
  const invited = { ...who, kind: 'state', name: participant, members: [] }
  const body = Buffer.from(JSON.stringify(invited))
  const asked = { method: 'POST', target: '/api/participants', body } as const
  const told = must(await signedRequest<{ code: string }>(operator, asked), `invite ${who.holder}`)
  return enrolWith(hub, who.holder, told.code)
}

async function enrolWith(hub: Hub, name: string, code: string): Promise<Profile> {
  const folder = profileFolder(hub.home, name)
  must(await enrol({ folder, http: hub.http, code, office }), `enrol ${name}`)
  return must(await openProfile(hub.home, name), `open the profile of ${name}`)
}

/** An official of another office of a participant. */
export async function newOfficial(
  hub: Hub,
  operator: Profile,
  who: { participant: string; kind: string; office: string; roles: readonly string[] },
): Promise<Profile> {
  const name = `${who.participant}-${who.office}`
  const body = Buffer.from(
    JSON.stringify({ ...who, name: who.participant, members: [], holder: name }),
  )
  const told = await signedRequest<{ code: string }>(operator, {
    ...{ method: 'POST', target: '/api/participants', body },
  })
  const { code } = must(told, `invite ${name}`)
  const folder = profileFolder(hub.home, name)
  const own = { code: who.office, name: 'An office' }
  must(await enrol({ folder, http: hub.http, code, office: own }), `enrol ${name}`)
  return must(await openProfile(hub.home, name), `open the profile of ${name}`)
}
