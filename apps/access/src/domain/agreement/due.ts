// SPDX-License-Identifier: Apache-2.0
import type { AgreementFact } from './acts'
import { evolve } from './evolve'
import { isEnded, signatoriesOf, type AgreementState, type Awaiting, type Open } from './state'

/** No state waits for ever: what the clock alone has made of an agreement by an instant, in the order in which it happened. */
export function dueFacts(state: AgreementState, at: string): readonly AgreementFact[] {
  const facts: AgreementFact[] = []
  let now = state
  // Each fact ends a waiting or begins the next one; there are fewer than this many of them.
  for (let turn = 0; turn < mostTurns; turn++) {
    const next = nextDue(now, at)
    if (next === undefined) return facts
    facts.push(next)
    now = evolve(now, next)
  }
  return facts
}

const mostTurns = 100

function nextDue(state: AgreementState, at: string): AgreementFact | undefined {
  if (state.status === 'none' || isEnded(state)) return undefined
  const { from, until } = state.terms.term
  // The last day belongs to the term.
  const over = dayAfter(until)
  switch (state.status) {
    case 'proposed':
    case 'signing':
      return dueOfOpen(state, { at, over })
    case 'signed':
    case 'provisional':
      return dueOfAwaiting(state, { at, over, from })
    case 'in-force':
      if (at >= over) return clock('expired', over)
      return dueOfAccessions(state, at)
  }
}

function dueOfOpen(
  state: Open,
  { at, over }: { readonly at: string; readonly over: string },
): AgreementFact | undefined {
  const end = state.until < over ? state.until : over
  if (at < end) return undefined
  const missing = signatoriesOf(state).filter((party) => !hasSigned(state, party))
  return { ...clock('lapsed', end), reason: `not signed in time by ${missing.join(', ')}` }
}

function dueOfAwaiting(
  state: Awaiting,
  { at, over, from }: { readonly at: string; readonly over: string; readonly from: string },
): AgreementFact | undefined {
  if (at >= over) return clock('expired', over)
  const { entryIntoForce: entry, provisionalApplication: provisional } = state.terms
  const missing = state.parties.filter((party) => !state.notices.includes(party))
  // Nothing is in force before the first day of its term.
  if (entry.rule === 'on-notices' && missing.length === 0)
    return at >= midnight(from) ? clock('entered-into-force', at) : undefined
  if (entry.rule === 'on-notices') {
    const reason = `no notice in time from ${missing.join(', ')}`
    if (at >= state.until) return { ...clock('lapsed', state.until), reason }
  } else if (at >= state.until) return clock('entered-into-force', state.until)
  const begins = provisional.rule === 'from-date' ? latest(provisional.date, from) : undefined
  if (state.status === 'signed' && begins !== undefined && at >= midnight(begins))
    return clock('applied-provisionally', at)
  return undefined
}

function dueOfAccessions(
  { accessions, parties }: Extract<AgreementState, { status: 'in-force' }>,
  at: string,
): AgreementFact | undefined {
  const agreed = accessions.find(({ consents }) => parties.every((one) => consents.includes(one)))
  if (agreed !== undefined) return { ...clock('acceded', at), participant: agreed.participant }
  const late = accessions.find(({ until }) => at >= until)
  if (late === undefined) return undefined
  const { participant, until } = late
  return { ...clock('accession-refused', until), participant, reason: 'no consent in time' }
}

/** True when so many people have signed for a party as the terms ask for. */
export function hasSigned({ terms, signatures }: Open, party: string): boolean {
  const asked = terms.parties.find(({ participant }) => participant === party)?.signatures ?? 1
  return signatures.filter(({ participant }) => participant === party).length >= asked
}

function clock<Kind extends string>(
  fact: Kind,
  at: string,
): { readonly fact: Kind; readonly by: null; readonly at: string } {
  return { fact, by: null, at }
}

function latest(one: string, other: string): string {
  return one > other ? one : other
}

/** The first instant of a day, UTC. */
export function midnight(day: string): string {
  return `${day}T00:00:00.000Z`
}

/** The instant so many days after another. */
export function daysAfter(at: string, days: number): string {
  return new Date(Date.parse(at) + days * dayMs).toISOString()
}

const dayMs = 86_400_000

function dayAfter(day: string): string {
  return daysAfter(midnight(day), 1)
}
