// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { signedRequest } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { table, type Column } from '../output/table'
import { count, instant, whole } from '../output/words'
import { profileOfCall } from '../profile-of-call'

interface Line {
  readonly recipient: string
  readonly contract: string
  readonly submission: string | null
  readonly version: string | null
  readonly agreement: string | null
  readonly clause: string | null
  readonly rows: number
  readonly rolledUp: number | null
  readonly reportedAs: string | null
  readonly protection: readonly { readonly method: string }[] | null
  readonly number: number | null
  readonly state: string
  readonly releasedAt: string
}

interface Page {
  readonly lines: readonly Line[]
  readonly next: number | null
}

const filters = [
  'recipient',
  'contract',
  'agreement',
  'submission',
  'dataset',
  'from',
  'until',
  'limit',
]

/** Shows what of one's own figures went to whom. */
export async function showLedger(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const asked = filters.flatMap((name): readonly [string, string][] => {
    const value = call.option(name)
    return value === undefined ? [] : [[name, value]]
  })
  const query = new URLSearchParams(asked).toString()
  const target = `/api/ledger${query === '' ? '' : `?${query}`}`
  const page = await signedRequest<Page>(profile.value, { method: 'GET', target })
  if (!page.ok) return page
  const { lines, next } = page.value
  const more = next === null ? '' : '\nThere is more: narrow it down, or raise --limit.'
  const text = lines.length === 0 ? 'Nothing of yours has left.' : `${table(columns, lines)}${more}`
  return accept({ text, json: { ...page.value } })
}

const columns: readonly Column<Line>[] = [
  { name: 'Released', of: ({ releasedAt }) => instant(releasedAt) },
  { name: 'To', of: ({ recipient, number }) => `${recipient} ${whole(number ?? 0)}` },
  { name: 'Contract', of: contractOf },
  { name: 'Message', of: ({ submission }) => submission ?? '', most: 28 },
  { name: 'Clause', of: clauseOf },
  { name: 'Rows', of: rowsOf, end: true },
  { name: 'Protection', of: ({ protection }) => methodsOf(protection) },
  { name: 'State', of: ({ state }) => state },
]

function contractOf({ contract, version, reportedAs }: Line): string {
  return `${contract} ${version ?? ''}${reportedAs === null ? '' : ` (as ${reportedAs})`}`
}

function clauseOf({ agreement, clause }: Line): string {
  return agreement === null ? 'NONE' : `${agreement} ${clause ?? ''}`
}

function rowsOf({ rows, rolledUp }: Line): string {
  return rolledUp === null || rolledUp === 0
    ? whole(rows)
    : `${whole(rows)} (${count(rolledUp, 'total')} added up)`
}

function methodsOf(protection: Line['protection']): string {
  if (protection === null) return ''
  return [...new Set(protection.map(({ method }) => method))].join(', ')
}
