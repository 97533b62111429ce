// SPDX-License-Identifier: Apache-2.0
import {
  askHub,
  followHub,
  connectParticipant,
  signedRequest,
  waiting,
  type Me,
  type Profile,
} from '@corridor/sdk'
import { exitCodes } from '../exit-code'
import type { HubStatus } from '../hub-status'
import { count, day } from '../output/words'
import { version } from '../version'
import type { Finding } from './machine-findings'

/** What can be seen of a hub from outside: it answers, and its clock. */
export async function examineHub(http: string, now: () => Date): Promise<readonly Finding[]> {
  const hub = await askHub(http)
  if (!hub.ok) {
    return [{ mark: 'STOP', what: 'Hub', says: hub.refusal.detail, exit: exitCodes.unreachable }]
  }
  const versions: Finding =
    hub.value.version === version()
      ? { mark: 'OK', what: 'Versions', says: `the hub and this command are both ${version()}` }
      : {
          mark: 'LOOK',
          what: 'Versions',
          says: `the hub is ${hub.value.version}, this command is ${version()}`,
        }
  return [
    { mark: 'OK', what: 'Hub', says: `${hub.value.id} answers at ${http}` },
    versions,
    await clock(http, now),
  ]
}

/** What can be seen of a profile and its hub. */
export async function examineProfile(profile: Profile, now: Date): Promise<readonly Finding[]> {
  const { name, participant, hub } = profile
  const own: Finding = { mark: 'OK', what: 'Profile', says: `${name}, enrolled as ${participant}` }
  const around = await examineHub(hub.http, () => new Date())
  const reached = around.length > 1
  const inside = reached ? await asked(profile, now) : [validity(profile.validUntil, now)]
  return [own, ...around, ...inside, await broker(profile), outbox(profile)]
}

async function asked(profile: Profile, now: Date): Promise<readonly Finding[]> {
  const facts = await askHub(profile.hub.http)
  const me = await signedRequest<Me>(profile, { method: 'GET', target: '/api/me' })
  const status = await signedRequest<HubStatus>(profile, { method: 'GET', target: '/api/status' })
  // The one that was pinned, or one that it has named since.
  const sameKey = facts.ok && (await followHub(profile)).ok
  const key: Finding = sameKey
    ? { mark: 'OK', what: "Hub's key", says: 'the one that the profile was enrolled with' }
    : {
        mark: 'STOP',
        what: "Hub's key",
        says: 'another one than at enrolment: call the operator',
        exit: exitCodes.notGenuine,
      }
  const known: Finding = me.ok
    ? validity(me.value.validUntil, now)
    : { mark: 'STOP', what: 'Key', says: me.refusal.detail, exit: exitCodes.notEntitled }
  return [key, known, ...(status.ok ? hubInside(status.value) : [])]
}

function hubInside({ ready, checks, ownRoles }: HubStatus): readonly Finding[] {
  const down = Object.entries(checks).flatMap(([name, good]) => (good ? [] : [name]))
  const services: Finding = ready
    ? { mark: 'OK', what: 'Services', says: 'all are ready' }
    : { mark: 'LOOK', what: 'Services', says: `not ready: ${down.join(', ')}` }
  if (ownRoles === undefined) return [services]
  const roles: Finding = ownRoles
    ? { mark: 'OK', what: 'Database', says: 'each service has a role of its own' }
    : {
        mark: 'LOOK',
        what: 'Database',
        says: 'one role serves every service, so the database does not keep them apart',
      }
  return [services, roles]
}

/** Days before its end from which on a key is worth a look. */
const endsSoonDays = 30

function validity(validUntil: string, now: Date): Finding {
  const days = Math.floor((Date.parse(validUntil) - now.getTime()) / 86_400_000)
  const renew = 'make a new one and let the operator enter it: corridor keygen'
  if (days < 0) {
    return {
      mark: 'STOP',
      what: 'Key',
      says: `ended on ${day(validUntil)}: ${renew}`,
      exit: exitCodes.notEntitled,
    }
  }
  if (days < endsSoonDays)
    return { mark: 'LOOK', what: 'Key', says: `ends in ${count(days, 'day')}: ${renew}` }
  return { mark: 'OK', what: 'Key', says: `valid to ${day(validUntil)}` }
}

async function broker(profile: Profile): Promise<Finding> {
  const connection = await connectParticipant(profile)
  if (!connection.ok) {
    const exit =
      connection.refusal.code === 'HUB_UNREACHABLE' ? exitCodes.unreachable : exitCodes.notEntitled
    return { mark: 'STOP', what: 'Broker', says: connection.refusal.detail, exit }
  }
  await connection.value.close()
  return {
    mark: 'OK',
    what: 'Broker',
    says: `${profile.hub.nats} lets ${profile.participant} sign in`,
  }
}

function outbox(profile: Profile): Finding {
  const number = waiting(profile).length
  if (number === 0) return { mark: 'OK', what: 'Outbox', says: 'empty' }
  return {
    mark: 'LOOK',
    what: 'Outbox',
    says: `${count(number, 'message')} to send: corridor publish --resume`,
  }
}

/** Seconds that two clocks may lie apart before it is worth a look, and before requests are refused. */
const skewSeconds = { look: 30, stop: 240 } as const

/** Milliseconds to wait for the hub's clock. */
const timeoutMs = 10_000

async function clock(http: string, now: () => Date): Promise<Finding> {
  const what = 'Clock'
  const asking = now().getTime()
  const date = await fetch(new URL('/api/hub', http), { signal: AbortSignal.timeout(timeoutMs) })
    .then((response) => response.headers.get('date'))
    .catch(() => null)
  const told = date === null ? NaN : Date.parse(date)
  if (Number.isNaN(told)) return { mark: 'LOOK', what, says: "the hub's clock could not be read" }
  // The header has whole seconds, and the answer took a while.
  const apart = Math.round((told + 500 - (asking + now().getTime()) / 2) / 1_000)
  return clockFinding(apart)
}

/** What to say of a hub's clock that is so many seconds ahead of ours. */
export function clockFinding(ahead: number): Finding {
  const apart = Math.abs(ahead)
  const what = 'Clock'
  if (apart < skewSeconds.look)
    return { mark: 'OK', what, says: `within ${count(Math.max(1, apart), 'second')} of the hub's` }
  const minutes = Math.round(apart / 60)
  const long = minutes === 0 ? count(apart, 'second') : count(minutes, 'minute')
  const says = `this machine is ${long} ${ahead > 0 ? 'slow' : 'fast'}; set its clock`
  if (apart < skewSeconds.stop) return { mark: 'LOOK', what, says }
  return {
    mark: 'STOP',
    what,
    says: `${says}: the hub refuses its signatures`,
    exit: exitCodes.notEntitled,
  }
}
