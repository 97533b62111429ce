// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { thumbprint } from '@corridor/message'
import {
  askHub,
  enrol,
  followHub,
  isEnrolled,
  openProfile,
  profileFolder,
  type HubFacts,
  type ProfileFacts,
} from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { hubAddress } from '../hub-address'
import { newProfileName } from '../new-profile-name'
import { officeOf } from '../office-of'
import { clean } from '../output/clean'
import { pairs } from '../output/table'
import { day, fingerprint } from '../output/words'

/** Exchanges a one-time code for an enrolled profile. */
export async function enrolOffice(call: Call): Promise<Outcome<Answer>> {
  const name = newProfileName(call)
  if (!name.ok) return name
  const http = hubAddress(call)
  if (!http.ok) return http
  const hub = await askHub(http.value)
  if (!hub.ok) return hub
  const shown = await hubInWords(hub.value, http.value)
  if (call.flag('dry-run')) return dryRun(call, { name: name.value, hub: hub.value, shown })
  const pinned = await samePinnedKey(call, name.value, hub.value)
  if (!pinned.ok) return pinned
  const office = officeOf(call.option('office'))
  if (!office.ok) return office
  const code = await codeOf(call)
  if (!code.ok) return code
  call.screen.note(shown)
  const folder = profileFolder(call.home, name.value)
  const enrolled = await enrol({ folder, http: http.value, code: code.value, office: office.value })
  return enrolled.ok ? accept(enrolledAnswer(enrolled.value, name.value)) : enrolled
}

function enrolledAnswer(
  { participant, kind, office, validUntil, hub }: ProfileFacts,
  profile: string,
): Answer {
  const who = `${clean(participant, 40)} / ${clean(office)}`
  return {
    text: `OK  Enrolled as ${who}. Valid to ${day(validUntil)}.`,
    json: { profile, participant, kind, office, validUntil, hub: { id: hub.id, http: hub.http } },
  }
}

async function hubInWords(hub: HubFacts, http: string): Promise<string> {
  const kid = await thumbprint(hub.key)
  const facts = pairs([
    ['Hub', `${hub.id} at ${http}, version ${hub.version}`],
    ['Its key', fingerprint(kid)],
  ])
  const { protocol, hostname } = new URL(http)
  const open = protocol === 'http:' && !['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
  const warning = open
    ? '\nNOTE  The way to this hub is not encrypted (http): compare its key by phone.'
    : ''
  return `${facts}${warning}`
}

function dryRun(call: Call, seen: { name: string; hub: HubFacts; shown: string }): Outcome<Answer> {
  const folder = profileFolder(call.home, seen.name)
  const already = isEnrolled(folder) ? ' This profile is enrolled already.' : ''
  const sent = 'the code, the office, and the public halves of its two keys'
  return accept({
    text: `${seen.shown}\nOK  Nothing was sent. Enrolling would send ${sent}.${already}`,
    json: { dryRun: true, profile: seen.name, hub: seen.hub, enrolled: isEnrolled(folder) },
  })
}

// A profile believes one key. Whoever answers at the hub's address with another is not that hub.
async function samePinnedKey(call: Call, name: string, hub: HubFacts): Promise<Outcome<null>> {
  if (!isEnrolled(profileFolder(call.home, name))) return accept(null)
  const profile = await openProfile(call.home, name)
  if (!profile.ok) return profile
  const { id, key } = profile.value.hub
  if (id === hub.id && key.x === hub.key.x) return accept(null)
  // The hub may have changed its key since, and then the pinned one has named the new one.
  const followed = await followHub(profile.value)
  if (id === hub.id && followed.ok && followed.value.key.x === hub.key.x) return accept(null)
  const words = `profile ${name} is enrolled with the hub ${id}, and this one shows another name or key`
  return refuse('RECEIPT_NOT_OF_THIS_HUB', `${words}; use another profile name for another hub`)
}

async function codeOf(call: Call): Promise<Outcome<string>> {
  const given = call.option('code')
  if (given !== undefined) return accept(given.trim())
  const file = call.option('code-file')
  if (file === undefined)
    return call.screen.ask('One-time code: ', 'give the one-time code with --code-file FILE')
  try {
    return accept(readFileSync(resolve(call.world.folder, file), 'utf8').trim())
  } catch {
    return refuse('COMMAND_WRONG', `the file ${clean(file)} with the one-time code cannot be read`)
  }
}
