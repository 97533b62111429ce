// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { listReleasingOffices, nameReleasingOffice, type ReleasingOfficeShown } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { clean } from '../output/clean'
import { table } from '../output/table'
import { instant } from '../output/words'
import { profileOfCall } from '../profile-of-call'

/** Lists which offices of the profile's state release its figures. */
export async function listOffices(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const listed = await listReleasingOffices(profile.value)
  if (!listed.ok) return listed
  const offices = listed.value
  const none = 'No office is named: the last message of any office is the state’s figure.'
  const text = offices.length === 0 ? none : table<ReleasingOfficeShown>(columns, offices)
  return accept({ text, json: { offices } })
}

const columns = [
  { name: 'Contract', of: ({ contract }: ReleasingOfficeShown) => clean(contract) },
  { name: 'Released by', of: ({ office }: ReleasingOfficeShown) => office ?? 'any office' },
  { name: 'Since', of: ({ at }: ReleasingOfficeShown) => instant(at) },
  {
    name: 'Signed by',
    of: ({ name, signedIn }: ReleasingOfficeShown) =>
      [name, signedIn].map((one) => clean(one ?? '-', 60)).join(', '),
  },
] as const

/** Names the office that releases the state's figures by a contract, or none any more. */
export async function nameOffice(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const contract = call.operand(0) ?? ''
  const office = call.operand(1) ?? null
  if ((office === null) !== call.flag('nobody'))
    return refuse('COMMAND_WRONG', 'say the office, or --nobody')
  const told = await nameReleasingOffice(profile.value, { contract, office })
  if (!told.ok) return told
  const text =
    office === null
      ? `OK  The last message of any office is the state’s figure by ${contract} again.`
      : `OK  ${office} releases the state’s figures by ${contract}; what other offices send by it stays inside the state.`
  return accept({ text, json: { contract, office, at: told.value.at } })
}
