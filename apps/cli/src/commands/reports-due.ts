// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { signedRequest } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { table } from '../output/table'
import { count, instant, whole } from '../output/words'
import { profileOfCall } from '../profile-of-call'

/** A report that a party owes. */
interface Owed {
  readonly agreement: string
  readonly clause: string
  readonly contract: string
  readonly party: string
  readonly period: string
  readonly dueAt: string
  readonly state: 'due' | 'due-soon' | 'on-time' | 'late' | 'missing'
  readonly oneSided: boolean
  readonly reportedAt: string | null
  /** True where the party receives nothing in return until it has reported. */
  readonly behind: boolean
}

/** Lists what is due, late and missing by the timetables of the agreements that the asker may see. */
export async function listDue(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const owed = await signedRequest<readonly Owed[]>(profile.value, {
    method: 'GET',
    target: '/api/due',
  })
  if (!owed.ok) return owed
  const shown = owed.value.filter(({ state }) => call.flag('all') || state !== 'on-time')
  const missing = owed.value.filter(({ state }) => state === 'missing')
  const tally = `${count(owed.value.length, 'report')} by timetable, ${whole(missing.length)} missing.`
  const text =
    shown.length === 0
      ? `Nothing is due, late or missing. ${tally}`
      : `${table<Owed>(columns, shown)}\n\n${tally}`
  return accept({ text, json: { reports: shown, missing: missing.length } })
}

const columns = [
  { name: 'Agreement', of: ({ agreement }: Owed) => agreement },
  { name: 'Clause', of: ({ clause }: Owed) => clause },
  { name: 'Party', of: ({ party }: Owed) => party },
  { name: 'Figures', of: ({ contract }: Owed) => contract },
  { name: 'Period', of: ({ period }: Owed) => period },
  { name: 'Late from', of: ({ dueAt }: Owed) => instant(dueAt) },
  {
    name: 'State',
    of: ({ state }: Owed) => (state === 'missing' ? 'MISSING' : state.replace('-', ' ')),
  },
  { name: 'Came', of: ({ reportedAt }: Owed) => (reportedAt === null ? '–' : instant(reportedAt)) },
  { name: '', of: (one: Owed) => remark(one), most: 60 },
] as const

function remark({ oneSided, behind }: Owed): string {
  return [
    ...(oneSided ? ['the other side has reported'] : []),
    ...(behind ? ['receives nothing in return'] : []),
  ].join('; ')
}
