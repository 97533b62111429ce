// SPDX-License-Identifier: Apache-2.0
// Agreements on migration flows written as policies of Cedar, an independent engine, by reading the terms anew: what the two decide has
// to be the same. A cell is permitted where a clause permits it and no agreement that speaks of it forbids it.
import type { ShareClause } from '@corridor/contracts'
import type { KnownAgreement } from '@corridor/policy'

/** The codes that a level tells, by column and level: what the code lists say, as far as a test has codes. */
export type ToldCodes = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

/** What the policies go by. */
export interface CedarGround {
  readonly told: ToldCodes
  /** The codes that lie in a code, that one included. */
  readonly inside: Readonly<Record<string, readonly string[]>>
  /** The first and the last month of a period, counted from some year. */
  readonly months: (period: string) => readonly [number, number]
}

/** The policies of an agreement, by their ids: one that permits for each clause, and one that forbids what no clause grants. */
export function cedarPolicies(
  agreement: KnownAgreement,
  ground: CedarGround,
): Readonly<Record<string, string>> {
  const { terms, standing } = agreement
  if (standing.status !== 'in-force') return {}
  const shares = terms.enforced.filter((one): one is ShareClause => one.kind === 'share')
  const term = `context.day >= ${dayOf(terms.term.from)} && context.day <= ${dayOf(terms.term.until)}`
  const granted = shares.map((clause) => grantOf(agreement, clause, ground))
  const spoken = shares.map((clause) => partiesOf(agreement, clause)).join(' || ')
  return {
    ...Object.fromEntries(
      shares.map((clause, i) => [
        `${terms.id}/${clause.id}`,
        `permit(principal, action, resource) when { ${term} && ${granted[i] ?? 'false'} };`,
      ]),
    ),
    [terms.id]: `forbid(principal, action, resource) when { ${term} && (${spoken}) } unless { ${granted.map((one) => `(${one})`).join(' || ')} };`,
  }
}

/** A day as a number that Cedar compares. */
export function dayOf(iso: string): string {
  return iso.slice(0, 10).replaceAll('-', '')
}

function grantOf(agreement: KnownAgreement, clause: ShareClause, ground: CedarGround): string {
  const { periods, audience, corridors = [], confStatus } = clause
  const each = (code: string): readonly string[] =>
    code === '_PARTIES' ? agreement.standing.parties : [code]
  const ways = corridors.flatMap(({ origin, destination }) =>
    each(origin).flatMap((from) => each(destination).map((to) => `${from}>${to}`)),
  )
  const [first] = ground.months(periods?.from ?? '0000')
  const [, last] = ground.months(periods?.until ?? '9999')
  return [
    partiesOf(agreement, clause),
    ...(audience === undefined ? [] : [`${set(audience)}.contains(context.office)`]),
    `${set(giving(agreement, clause))}.contains(context.recipient)`,
    'resource.reporter == context.sender',
    `${set(confStatus)}.contains(resource.confStatus)`,
    `${set(ways)}.contains(resource.way)`,
    ...(periods === undefined
      ? []
      : [`resource.first >= ${String(first)}`, `resource.last <= ${String(last)}`]),
    ...['direction', 'sex', 'age', 'occupation', 'sector', 'stay', 'education'].flatMap((column) =>
      codesOf(clause, column, ground),
    ),
  ].join(' && ')
}

function partiesOf(agreement: KnownAgreement, { id, from, to, contract }: ShareClause): string {
  const who = (names: readonly string[]): string => set(bound(agreement, id, names))
  return `(context.contract == "${contract}" && context.sender != context.recipient && ${who(from)}.contains(context.sender) && ${who(to)}.contains(context.recipient))`
}

function bound(
  { standing }: KnownAgreement,
  clause: string,
  names: readonly string[],
): readonly string[] {
  return standing.parties.filter(
    (party) =>
      (names.includes(party) || names.includes('_PARTIES')) &&
      !standing.reservations.some((one) => one.party === party && one.clause === clause),
  )
}

// Who gives under every clause that reciprocity ties to this one.
function giving(agreement: KnownAgreement, { id }: ShareClause): readonly string[] {
  const { enforced } = agreement.terms
  const tied = enforced.flatMap((one) =>
    one.kind === 'reciprocity' && one.clauses.includes(id) ? one.clauses : [],
  )
  const givers = [...new Set(tied)].flatMap((other) => {
    if (other === id) return []
    const clause = enforced.find((one) => one.id === other)
    return [clause?.kind === 'share' ? bound(agreement, other, clause.from) : []]
  })
  return agreement.standing.parties.filter((party) => givers.every((all) => all.includes(party)))
}

function codesOf(clause: ShareClause, column: string, ground: CedarGround): readonly string[] {
  const only = clause.only?.find(({ dimension }) => dimension === column)?.codes
  const level = clause.levels?.find(({ dimension }) => dimension === column)?.level
  const inside = only?.flatMap((code) => ground.inside[code] ?? [code])
  const is = (codes: readonly string[]): string => `${set(codes)}.contains(resource.${column})`
  if (column === 'direction') return only === undefined ? [] : [is(only)]
  if (only !== undefined && level === undefined) return [is(only)]
  const told = level === 'all' ? [] : [is(['_T', ...(ground.told[column]?.[level ?? ''] ?? [])])]
  return [...(inside === undefined ? [] : [is(inside)]), ...told]
}

function set(names: readonly string[]): string {
  return `[${names.map((name) => `"${name}"`).join(', ')}]`
}
