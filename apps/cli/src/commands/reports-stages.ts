// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { signedRequest } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { table } from '../output/table'
import { count, whole } from '../output/words'
import { profileOfCall } from '../profile-of-call'

/** What the hub found of one stage. */
interface Found {
  readonly clause: string
  readonly stage: string
  readonly after: string
  readonly period: string
  readonly lookedAt: 'period' | 'year' | 'stock'
  readonly outcome: 'in-range' | 'above' | 'below' | 'no-expectation'
  readonly why: string | null
  readonly saidLower: number | null
  readonly saidUpper: number | null
  readonly rangeLower: number | null
  readonly rangeUpper: number | null
  readonly p: number | null
  readonly basis: 'declared' | 'learnt' | 'stock'
}

/** Shows the stages of an agreement's path, each held against the stages before it. */
export async function showStages(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const target = `/api/reports/${encodeURIComponent(call.operand(0) ?? '')}/stages`
  const found = await signedRequest<readonly Found[]>(profile.value, { method: 'GET', target })
  if (!found.ok) return found
  const isOutside = ({ outcome }: Found): boolean => outcome === 'above' || outcome === 'below'
  const outside = found.value.filter(isOutside)
  const judged = found.value.filter(({ outcome }) => outcome !== 'no-expectation')
  const shown = call.flag('outside') ? outside : found.value
  const tally = `${count(judged.length, 'figure')} looked at, ${whole(outside.length)} outside the range; nothing is expected of ${whole(found.value.length - judged.length)}.`
  const text =
    found.value.length === 0
      ? 'No stage is looked at: no clause names any, or no figure of one was sent.'
      : [...(shown.length === 0 ? [] : [table<Found>(columns, shown), '']), tally].join('\n')
  return accept({ text, json: { stages: shown, looked: judged.length, outside: outside.length } })
}

const outcomes: Readonly<Record<Found['outcome'], string>> = {
  'in-range': 'in range',
  above: 'ABOVE',
  below: 'BELOW',
  'no-expectation': 'nothing expected',
}

const columns = [
  { name: 'Clause', of: ({ clause }: Found) => clause },
  {
    name: 'Period',
    of: ({ period, lookedAt }: Found) => (lookedAt === 'year' ? `year to ${period}` : period),
  },
  { name: 'Stage', of: ({ stage }: Found) => stage },
  {
    name: 'Held against',
    of: ({ after, lookedAt }: Found) => (lookedAt === 'stock' ? 'who is there' : after),
  },
  {
    name: 'Said',
    of: ({ saidLower, saidUpper }: Found) => between(saidLower, saidUpper),
    end: true,
  },
  { name: 'Range', of: (one: Found) => rangeOf(one), end: true },
  { name: 'Outcome', of: ({ outcome }: Found) => outcomes[outcome] },
  { name: 'By', of: ({ basis, why }: Found) => why ?? basis },
] as const

function rangeOf({ outcome, rangeLower, rangeUpper }: Found): string {
  return outcome === 'no-expectation' ? '–' : between(rangeLower, rangeUpper)
}

function between(lower: number | null, upper: number | null): string {
  if (lower === null) return '–'
  if (upper === null) return `${whole(lower)} or more`
  return lower === upper ? whole(lower) : `${whole(lower)} to ${whole(upper)}`
}
