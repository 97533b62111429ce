// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Outcome } from '@corridor/kernel'
import {
  enrol,
  isEnrolled,
  openProfile,
  profileFolder,
  signedRequest,
  type Profile,
} from '@corridor/sdk'
import { committeeOf, pairs, secretariat, states } from './region'

/** Where the demonstration plays. */
export interface Stage {
  readonly home: string
  readonly http: string
  readonly progress: (done: number, of: number, what: string) => void
}

interface Cast {
  readonly participant: string
  readonly kind: 'state' | 'committee' | 'secretariat'
  readonly name: string
  readonly members: readonly string[]
}

const office = { code: 'STAT', name: 'Statistics office (demonstration)' } as const

/** Everybody who takes part: eight states, 28 committees, one secretariat. */
export const cast: readonly Cast[] = [
  ...Object.entries(states).map(([participant, name]) => ({
    participant,
    kind: 'state' as const,
    name,
    members: [],
  })),
  ...pairs.map((pair) => ({
    participant: committeeOf(pair),
    kind: 'committee' as const,
    name: `Committee of ${pair.map((state) => states[state] ?? state).join(' and ')}`,
    members: pair,
  })),
  { ...secretariat, kind: 'secretariat', members: Object.keys(states) },
]

/** Enrols the operator with the code that the hub left, and everybody else with the codes that the operator is given. */
export async function enrolEverybody(stage: Stage): Promise<ReadonlyMap<string, Profile>> {
  const profiles = new Map<string, Profile>()
  const operator = await enrolOne(stage, 'OPERATOR', () => operatorCode(stage.home))
  for (const [i, one] of cast.entries()) {
    profiles.set(
      one.participant,
      await enrolOne(stage, one.participant, () => invite(operator, one)),
    )
    stage.progress(i + 1, cast.length, 'Enrolling participants')
  }
  return profiles
}

/** A profile that is there is used as it is; one whose enrolment was cut off is finished. */
async function enrolOne(
  stage: Stage,
  participant: string,
  codeFrom: () => Promise<string>,
): Promise<Profile> {
  const folder = profileFolder(stage.home, participant)
  if (!isEnrolled(folder)) {
    must(
      await enrol({ folder, http: stage.http, code: await codeFrom(), office }),
      `enrol ${participant}`,
    )
  }
  return must(await openProfile(stage.home, participant), `open the profile of ${participant}`)
}

function operatorCode(home: string): Promise<string> {
  return Promise.resolve(readFileSync(join(home, 'keys', 'operator.code'), 'utf8').trim())
}

async function invite(operator: Profile, invited: Cast): Promise<string> {
  const declared = { ...invited, productionAtOnce: 'the demonstration of published figures' }
  const body = Buffer.from(JSON.stringify(declared))
  const told = await signedRequest<{ code: string }>(operator, {
    method: 'POST',
    target: '/api/participants',
    body,
  })
  // Enrolled before a crash, and the profile not yet written: the keys on disk will do, any code serves.
  if (!told.ok && told.refusal.code === 'PARTICIPANT_EXISTS') return `${invited.participant}-KNOWN`
  return must(told, `register ${invited.participant}`).code
}

/** The value, or an error that says what was being done. */
export function must<Value>(outcome: Outcome<Value>, what: string): Value {
  if (outcome.ok) return outcome.value
  throw new Error(`could not ${what}: ${outcome.refusal.code}, ${outcome.refusal.detail}`)
}
