// SPDX-License-Identifier: Apache-2.0
import { label, type Agreement, type AgreementClause } from '@corridor/contracts'
import { decideAct } from '@corridor/message'
import { clauseInWords, clausesOf, partiesOf, recordInWords } from '@corridor/policy'
import type {
  AgreementFacts,
  AgreementLine,
  AgreementsProps,
  AgreementState,
  Clause,
  Corridor,
  CorridorsProps,
  Figure,
  Place,
  ReviewProps,
} from '../views'
import type { Actor } from './actor'
import type { Edge } from './edge'
import { feedProps } from './feed-props'
import { creditOf, frameOf } from './frame'
import { figureOf, pairsFor, type PairRow } from './pairs-reading'
import { agreementsOf, namesOf, reportsOf, type AgreementRow } from './reading'

type Names = (code: string) => Place

/** The home page: what each audience may see is chosen here, before anything is read. */
export async function corridorsProps(edge: Edge, actor: Actor): Promise<CorridorsProps> {
  const frame = frameOf(edge, actor)
  if (actor.kind === 'secretariat')
    return {
      frame,
      credit: creditOf(edge),
      audience: 'secretariat',
      feed: await feedProps(edge, actor),
    }
  const [agreements, names] = await Promise.all([bilateral(edge, actor), placesOf(edge)])
  if (actor.kind === 'operator') {
    const counts = await operatorCounts(edge)
    return {
      frame,
      credit: creditOf(edge),
      audience: 'operator',
      corridors: agreements.map((row) => ({
        agreement: lineOf(row, names, edge),
        ...countsOf(counts, row.id),
      })),
    }
  }
  const pairs = await pairsFor(edge.store, actor, null)
  const corridors = agreements.map((row): Corridor => ({
    agreement: lineOf(row, names, edge),
    tolerancePercent: toleranceOf(row),
    figures: pairs
      .filter(({ agreement }) => agreement === row.id)
      .map((pair) => figure(pair, names)),
  }))
  return { frame, credit: creditOf(edge), audience: 'party', corridors }
}

/** The agreements of a participant. */
export async function agreementsProps(edge: Edge, actor: Actor): Promise<AgreementsProps> {
  const [agreements, names] = await Promise.all([agreementsOf(edge.store, actor), placesOf(edge)])
  const lines = agreements.map((row) => ({
    ...lineOf(row, names, edge),
    href: `/agreements/${encodeURIComponent(row.id)}`,
  }))
  const propose = decideAct(actor, 'propose').ok ? '/proposals' : null
  return { frame: frameOf(edge, actor), agreements: lines, propose }
}

/** One corridor's review page, or null where there is none for this reader. The operator sees no figures, so it has none. */
export async function reviewProps(
  edge: Edge,
  actor: Actor,
  asked: { agreement: string; figure: string | null },
): Promise<ReviewProps | null> {
  if (actor.kind === 'operator') return null
  const row = (await bilateral(edge, actor)).find(({ id }) => id === asked.agreement)
  if (row === undefined) return null
  const [names, pairs, reports] = await Promise.all([
    placesOf(edge),
    pairsFor(edge.store, actor, row.id),
    reportsOf(edge.store, actor),
  ])
  // By period: that of the last one heads the page.
  const report = reports.findLast(({ agreement }) => agreement === row.id)
  return {
    frame: frameOf(edge, actor),
    credit: citationOf(row) ?? creditOf(edge),
    agreement: factsOf(row, names, edge),
    tolerancePercent: toleranceOf(row),
    report: report === undefined ? null : { version: report.version, madeAt: report.madeAt },
    figures: pairs.map((pair) => figure(pair, names)),
    selected: asked.figure === null ? null : hrefOf(row.id, asked.figure),
  }
}

function hrefOf(agreement: string, figureKey: string): string {
  return `/corridors/${encodeURIComponent(agreement)}?figure=${encodeURIComponent(figureKey)}`
}

function figure(pair: PairRow, names: Names): Figure {
  return figureOf(pair, { names, href: hrefOf(pair.agreement, pair.key) })
}

/** How the parties want their figures to be cited; null where they have not agreed on it. */
function citationOf({ terms }: AgreementRow): string | null {
  const cited = terms.recorded.find((one) => one.kind === 'text' && one.topic === 'citation')
  return cited?.kind === 'text' ? cited.text : null
}

/** Agreements that compare: those of corridors, not the consents to a region. */
async function bilateral(edge: Edge, actor: Actor): Promise<readonly AgreementRow[]> {
  const all = await agreementsOf(edge.store, actor)
  return all.filter(({ terms }) => clausesOf(terms, 'reconcile').length > 0)
}

/** The names of participants, and of areas that are none. */
export async function placesOf(edge: Edge): Promise<Names> {
  const names = await namesOf(edge.store)
  return (code) => ({ code, name: names.get(code) ?? label('CL_AREA', code) })
}

function toleranceOf({ terms }: AgreementRow): number {
  return clausesOf(terms, 'reconcile')[0]?.tolerance.asymmetryPercent ?? 0
}

function lineOf(row: AgreementRow, names: Names, edge: Edge): AgreementLine {
  const compares = clausesOf(row.terms, 'reconcile').length > 0
  return {
    id: row.id,
    title: row.terms.title,
    parties: partiesOf(row.terms).map(names),
    term: row.terms.term,
    standing: standingOf(row, names, edge.clock()),
    href: compares ? `/corridors/${encodeURIComponent(row.id)}` : null,
  }
}

function standingOf(row: AgreementRow, names: Names, now: Date): AgreementState {
  const { state, terms, lastAct } = row
  const by = names(lastAct.by ?? terms.id)
  switch (state) {
    case 'proposed':
    case 'signing':
      return {
        state: 'proposed',
        proposedAt: row.proposedAt,
        waitingFor: waitedFor(row).map(names),
      }
    case 'signed':
    case 'provisional':
      return { state, until: row.until ?? row.proposedAt }
    case 'in-force':
      return now.toISOString().slice(0, 10) > terms.term.until
        ? { state: 'ended', on: terms.term.until }
        : { state, since: row.inForceAt ?? row.proposedAt }
    case 'suspended':
      return { state, by: row.suspendedBy.map(names) }
    case 'terminated':
    case 'declined':
      return { state: 'revoked', at: lastAct.at, by, reason: lastAct.reason ?? '' }
    case 'lapsed':
    case 'superseded':
    case 'expired':
      return { state: 'ended', on: (row.endedAt ?? row.proposedAt).slice(0, 10) }
  }
}

/** Parties for whom not as many people have signed as the terms ask for. */
function waitedFor({ terms, signatures }: AgreementRow): readonly string[] {
  return terms.parties
    .filter(({ participant, signatures: asked }) => {
      return signatures.filter((one) => one.participant === participant).length < asked
    })
    .map(({ participant }) => participant)
}

/** The facts of an agreement, as pages show them. */
export function factsOf(row: AgreementRow, names: Names, edge: Edge): AgreementFacts {
  return {
    ...lineOf(row, names, edge),
    committee: row.terms.committee === undefined ? null : names(row.terms.committee),
    clauses: [
      ...row.terms.enforced.flatMap((clause) => clauseOf(clause, names) ?? []),
      ...recordedOf(row.terms),
    ],
    notAgreed: [...row.terms.enforced, ...row.terms.recorded].flatMap((clause) =>
      clause.kind === 'not-agreed' ? [clause.topic] : [],
    ),
    signatures: row.signatures.map(({ participant, signedAt }) => ({
      by: names(participant),
      at: signedAt,
    })),
  }
}

function clauseOf(clause: AgreementClause, names: Names): Clause | undefined {
  const { id } = clause
  switch (clause.kind) {
    case 'share': {
      const totalsOnly = (clause.levels ?? []).every(({ level }) => level === 'total')
      return {
        kind: 'share',
        id,
        from: clause.from.map(names),
        to: clause.to.map(names),
        periods: clause.periods ?? null,
        totalsOnly,
      }
    }
    case 'protect':
      return { kind: 'protect', id, rule: clause.rule.method }
    case 'reconcile':
      return { kind: 'reconcile', id, tolerancePercent: clause.tolerance.asymmetryPercent }
    case 'aggregate':
      return { kind: 'aggregate', id, from: clause.from.map(names) }
    case 'not-agreed':
      return undefined
    case 'report':
    case 'pipeline':
    case 'timetable':
    case 'retention':
    case 'redistribution':
    case 'release':
    case 'reciprocity':
    case 'delivered':
      return { kind: 'said', id, says: clauseInWords(clause), isRecorded: false }
  }
}

function recordedOf({ recorded }: Agreement): readonly Clause[] {
  return recorded.flatMap((clause) =>
    clause.kind === 'not-agreed'
      ? []
      : [{ kind: 'said', id: clause.id, says: recordInWords(clause), isRecorded: true } as const],
  )
}

interface OutcomeCount {
  readonly agreement: string
  readonly outcome: string
  readonly figures: number
}

async function operatorCounts(edge: Edge): Promise<readonly OutcomeCount[]> {
  const rows: unknown = await edge.store.query(
    'select agreement, outcome, count(*)::int as figures from reconciliation.pair_v1 group by agreement, outcome',
  )
  return rows as readonly OutcomeCount[]
}

function countsOf(counts: readonly OutcomeCount[], agreement: string) {
  const of = (outcome: string): number =>
    counts.find((one) => one.agreement === agreement && one.outcome === outcome)?.figures ?? 0
  return {
    within: of('within'),
    outside: of('outside'),
    notComparable: of('not-comparable'),
    oneSided: of('one-sided'),
  }
}
