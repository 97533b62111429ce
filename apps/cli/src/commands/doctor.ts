// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { isEnrolled, listProfiles, profileFolder } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { examineHub, examineProfile } from '../doctor/hub-findings'
import { examineMachine, type Finding } from '../doctor/machine-findings'
import { exitCodes } from '../exit-code'
import { hubAddress } from '../hub-address'
import { table } from '../output/table'
import { profileOfCall } from '../profile-of-call'

/** Looks for what is wrong, from this machine outwards. */
export async function examine(call: Call): Promise<Outcome<Answer>> {
  const findings: Finding[] = [...examineMachine(call)]
  const opened = await profileOfCall(call)
  if (opened.ok) {
    findings.push(...(await examineProfile(opened.value, call.world.now())))
  } else {
    findings.push(...(await withoutProfile(call, opened.refusal.detail)))
  }
  const stops = findings.filter(({ mark }) => mark === 'STOP')
  const columns = [
    { name: '', of: ({ mark }: Finding) => mark },
    { name: '', of: ({ what }: Finding) => what },
    { name: '', of: ({ says }: Finding) => says, most: 240 },
  ] as const
  return accept({
    text: table<Finding>(columns, findings).replace(/^\s*\n/, ''),
    json: { findings },
    exit: stops[0]?.exit ?? exitCodes.done,
  })
}

// Without a profile the hub can still be looked at from outside.
async function withoutProfile(call: Call, why: string): Promise<readonly Finding[]> {
  const named = call.option('profile')
  const broken = named !== undefined && isEnrolled(profileFolder(call.home, named))
  const several = named === undefined && listProfiles(call.home).length > 1
  const mark = broken || (named !== undefined && !several) ? 'STOP' : 'LOOK'
  const profile: Finding = { mark, what: 'Profile', says: why, exit: exitCodes.notEntitled }
  const http = hubAddress(call)
  if (!http.ok) return [profile]
  return [profile, ...(await examineHub(http.value, call.world.now))]
}
