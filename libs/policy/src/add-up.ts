// SPDX-License-Identifier: Apache-2.0
import { addHubOnly } from '@corridor/contracts'
import type { GrantableRow } from './clause-judge'

/** What a row says of its figure. Null bounds are open ones. */
interface Said {
  readonly status: unknown
  readonly lower: number
  readonly upper: number | null
}

/**
 * The row that parts add up to: a suppressed part makes it suppressed, with the sum of the intervals; a missing one missing, a
 * retracted one retracted. What is said of it is what is said of all parts; a standard error is never added up. Cell keys and
 * contributions are, as far as they can be. Undefined where the figures are no counts.
 */
export function addUp(
  parts: readonly GrantableRow[],
  codes: GrantableRow,
): GrantableRow | undefined {
  const figure = figureOf(parts.map(said))
  const [first] = parts
  if (figure === undefined || first === undefined) return undefined
  const common = Object.fromEntries(
    Object.entries(first).filter(([name, value]) => parts.every((one) => one[name] === value)),
  )
  const optional = Object.fromEntries(
    parts.flatMap((one) => Object.keys(one)).map((name) => [name, null]),
  )
  return {
    ...optional,
    ...common,
    ...codes,
    ...figure,
    ...('standardError' in optional ? { standardError: null } : {}),
    ...('sampleSize' in optional ? { sampleSize: null } : {}),
    ...('imputed' in optional ? { imputed: null } : {}),
    ...addHubOnly(parts),
    obsStatus: setOf(parts.map(({ obsStatus }) => obsStatus)),
    confStatus: strictest(parts.map(({ confStatus }) => confStatus)),
    ...('confRedist' in optional
      ? { confRedist: narrowest(parts.map(({ confRedist }) => confRedist)) }
      : {}),
    ...('embargo' in optional ? { embargo: latest(parts.map(({ embargo }) => embargo)) } : {}),
  }
}

function said(row: GrantableRow): Said | undefined {
  const status = row['valueStatus']
  if (status === 'not-applicable') return { status, lower: 0, upper: 0 }
  if (status === 'value') {
    const { value } = row
    return isCount(value) ? { status, lower: value, upper: value } : undefined
  }
  const { lower = null, upper = null } = row
  if ((lower !== null && !isCount(lower)) || (upper !== null && !isCount(upper))) return undefined
  return { status, lower: lower ?? 0, upper }
}

function figureOf(parts: readonly (Said | undefined)[]): GrantableRow | undefined {
  let [lower, upper]: [number, number | null] = [0, 0]
  const statuses = new Set<unknown>()
  for (const part of parts) {
    if (part === undefined) return undefined
    statuses.add(part.status)
    lower += part.lower
    upper = upper === null || part.upper === null ? null : upper + part.upper
  }
  if (!isCount(lower) || (upper !== null && !isCount(upper))) return undefined
  const nothing = { value: null, lower: null, upper: null }
  for (const status of ['retracted', 'missing'])
    if (statuses.has(status)) return { ...nothing, valueStatus: status }
  if (statuses.has('suppressed')) return { value: null, valueStatus: 'suppressed', lower, upper }
  return statuses.has('value')
    ? { value: lower, valueStatus: 'value', lower: null, upper: null }
    : { ...nothing, valueStatus: 'not-applicable' }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function setOf(statuses: readonly unknown[]): string {
  const codes = new Set(statuses.flatMap((one) => String(one).split(' ')))
  if (codes.size > 1) codes.delete('A')
  return [...codes].sort().join(' ')
}

// From free to what is kept most closely: confidential, then primary and secondary confidentiality, restricted, embargoed.
const confidentialities = ['F', 'E', 'N', 'D', 'S', 'A', 'O', 'T', 'G', 'M', 'C']

function strictest(statuses: readonly unknown[]): unknown {
  return [...statuses].sort(
    (a, b) => confidentialities.indexOf(String(b)) - confidentialities.indexOf(String(a)),
  )[0]
}

const redistributions = ['NONE', 'AGGREGATED', 'PARTNER', 'AGREEMENT', 'ALL']

// A part of which nothing is said says nothing of the whole either, save where another part says less than all.
function narrowest(marks: readonly unknown[]): unknown {
  const stated = marks.filter((mark) => mark !== null && mark !== undefined && mark !== '_Z')
  const found = redistributions.find((code) => stated.includes(code))
  return found === 'ALL' && stated.length < marks.length ? null : (found ?? null)
}

function latest(moments: readonly unknown[]): string | null {
  const stated = moments.flatMap((one) => (typeof one === 'string' ? [one] : []))
  return stated.sort((a, b) => Date.parse(b) - Date.parse(a))[0] ?? null
}
