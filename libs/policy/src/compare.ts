// SPDX-License-Identifier: Apache-2.0
import type { Agreement, AgreementClause, RecordedClause } from '@corridor/contracts'
import { clauseInWords } from './clause-words'
import { headInWords } from './head-words'
import { recordInWords } from './record-words'

/** One difference between two drafts: of the head, or of a clause. Null stands for what is not there. */
export interface Difference {
  readonly part: 'head' | 'enforced' | 'recorded'
  /** The number of the clause; of the head the member, such as term. */
  readonly of: string
  readonly change: 'added' | 'removed' | 'changed' | 'renumbered'
  /** The members that differ. Empty where the whole clause came, went or was renumbered. */
  readonly members: readonly string[]
  /** Each side in words. */
  readonly before: string | null
  readonly after: string | null
}

/** What differs between two drafts, clause by clause, in the order of the later one; what went comes last. */
export function compare(before: Agreement, after: Agreement): readonly Difference[] {
  return [
    ...headDifferences(before, after),
    ...clauseDifferences('enforced', [before.enforced, after.enforced], clauseInWords),
    ...clauseDifferences('recorded', [before.recorded, after.recorded], recordInWords),
  ]
}

function headDifferences(before: Agreement, after: Agreement): readonly Difference[] {
  const [was, is] = [sayingsOf(before), sayingsOf(after)]
  return [...new Set([...is.keys(), ...was.keys()])]
    .filter((member) => was.get(member) !== is.get(member))
    .map((member): Difference => {
      const [old, now] = [was.get(member) ?? null, is.get(member) ?? null]
      const change = changeOf(old, now)
      return { part: 'head', of: member, change, members: [], before: old, after: now }
    })
}

// What two heads say alike they are alike in: the words hold all of a member.
function sayingsOf(terms: Agreement): ReadonlyMap<string, string> {
  return new Map(headInWords(terms).map(({ member, says }) => [member, says]))
}

function changeOf(before: string | null, after: string | null): Difference['change'] {
  if (before === null) return 'added'
  return after === null ? 'removed' : 'changed'
}

type Clause = AgreementClause | RecordedClause

function clauseDifferences<Kind extends Clause>(
  part: 'enforced' | 'recorded',
  [before, after]: readonly [readonly Kind[], readonly Kind[]],
  words: (clause: Kind) => string,
): readonly Difference[] {
  const old = new Map(before.map((clause) => [clause.id, clause]))
  const kept = new Set(after.map(({ id }) => id))
  const gone = before.filter(({ id }) => !kept.has(id))
  const moved = new Set<string>()
  const differences = after.flatMap((clause): readonly Difference[] => {
    const was = old.get(clause.id)
    if (was !== undefined) return isSame(was, clause) ? [] : [changed(part, [was, clause], words)]
    const same = gone.find((one) => !moved.has(one.id) && isSame({ ...one, id: clause.id }, clause))
    if (same !== undefined) moved.add(same.id)
    const from = same === undefined ? null : `${same.id}: ${words(same)}`
    const change = same === undefined ? 'added' : 'renumbered'
    return [{ part, of: clause.id, change, members: [], before: from, after: words(clause) }]
  })
  const removed = gone
    .filter(({ id }) => !moved.has(id))
    .map((clause): Difference => {
      const before = words(clause)
      return { part, of: clause.id, change: 'removed', members: [], before, after: null }
    })
  return [...differences, ...removed]
}

function changed<Kind extends Clause>(
  part: 'enforced' | 'recorded',
  [was, is]: readonly [Kind, Kind],
  words: (clause: Kind) => string,
): Difference {
  const [old, now] = [new Map(Object.entries(was)), new Map(Object.entries(is))]
  const members = [...new Set([...old.keys(), ...now.keys()])]
    .filter((member) => !isSame(old.get(member), now.get(member)))
    .sort()
  return { part, of: is.id, change: 'changed', members, before: words(was), after: words(is) }
}

// Members in whatever order: what is signed is their canonical form.
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other))
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => [name, ordered(member)])
}
