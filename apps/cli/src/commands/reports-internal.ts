// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { signedRequest } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { clean } from '../output/clean'
import { table } from '../output/table'
import { count, whole } from '../output/words'
import { profileOfCall } from '../profile-of-call'

/** Two offices of the profile's state about one figure. */
interface Compared {
  readonly contract: string
  readonly period: string
  readonly about: Readonly<Record<string, string>>
  readonly office: string
  readonly other: string
  readonly otherIsReleased: boolean
  readonly officeSays: number | null
  readonly otherSays: number | null
  readonly difference: number | null
  readonly outcome: 'agrees' | 'differs' | 'counted-differently' | 'not-comparable' | 'one-sided'
  readonly gaps: readonly string[]
}

interface Told {
  readonly comparisons: readonly Compared[]
  readonly counts: Partial<Readonly<Record<Compared['outcome'], number>>>
}

/** Shows how the offices of one's own state compare on the same figures. */
export async function showInternal(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const query = new URLSearchParams()
  for (const name of ['contract', 'period']) {
    const asked = call.option(name)
    if (asked !== undefined) query.set(name, asked)
  }
  if (call.flag('differing')) query.set('outcome', 'differs')
  const target = ['/api/office-comparisons', query.toString()].filter((one) => one !== '').join('?')
  const told = await signedRequest<Told>(profile.value, { method: 'GET', target })
  if (!told.ok) return told
  const { comparisons, counts } = told.value
  const all = Object.values(counts).reduce((sum, one) => sum + one, 0)
  const tally = `${count(all, 'comparison')} inside the state; ${whole(counts.differs ?? 0)} differ though both offices count alike.`
  const none =
    'No two offices of the state have said something about the same figure, or none is named to release it.'
  const shown = comparisons.length === 0 ? [] : [table<Compared>(columns, comparisons), '']
  return accept({ text: all === 0 ? none : [...shown, tally].join('\n'), json: { ...told.value } })
}

const outcomes: Readonly<Record<Compared['outcome'], string>> = {
  agrees: 'agree',
  differs: 'DIFFER',
  'counted-differently': 'count differently',
  'not-comparable': 'not comparable',
  'one-sided': 'one gives none',
}

const columns = [
  { name: 'Contract', of: ({ contract }: Compared) => contract },
  { name: 'Period', of: ({ period }: Compared) => period },
  {
    name: 'Figure',
    of: ({ about }: Compared) => clean(Object.values(about).join(' ') || 'total', 80),
  },
  { name: 'Office', of: ({ office }: Compared) => office || 'not noted' },
  { name: 'Says', of: ({ officeSays }: Compared) => figure(officeSays), end: true },
  {
    name: 'Held against',
    of: ({ other, otherIsReleased }: Compared) =>
      `${other || 'not noted'}${otherIsReleased ? ' (released)' : ''}`,
  },
  { name: 'Says', of: ({ otherSays }: Compared) => figure(otherSays), end: true },
  { name: 'Difference', of: ({ difference }: Compared) => figure(difference), end: true },
  { name: 'Outcome', of: ({ outcome }: Compared) => outcomes[outcome] },
  { name: 'Because', of: ({ gaps }: Compared) => clean(gaps.join('; '), 120) },
] as const

function figure(value: number | null): string {
  return value === null ? '–' : whole(value)
}
