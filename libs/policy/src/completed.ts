// SPDX-License-Identifier: Apache-2.0
import type { Agreement, EnforcedNotAgreed, RecordedNotAgreed } from '@corridor/contracts'

/** What the parties have to say of it: agreed in a clause of the kind, or not agreed. Sharing and protection have no "not agreed". */
export const enforcedTopics: readonly EnforcedNotAgreed['topic'][] = [
  'reconcile',
  'aggregate',
  'timetable',
  'retention',
  'redistribution',
  'release',
  'reciprocity',
  'delivered',
]

/** What the parties have to say of it although the hub only records it. */
export const recordedTopics: readonly RecordedNotAgreed['topic'][] = [
  'purposes',
  'legal-basis',
  'authentic-languages',
  'competent-authorities',
  'data-protection-roles',
  'breach-notice',
  'return-or-destruction',
  'electronic-signature',
  'hosting',
  'transfer-basis',
  'audit',
  'liability',
  'disputes',
  'cost',
  'citation',
  'amendment',
  'notice',
  'survival',
]

/** What a clause is about: its kind, or the topic that it names. */
export function topicOf(clause: { readonly kind: string; readonly topic?: string }): string {
  return clause.topic ?? clause.kind
}

/**
 * The terms with an explicit "not agreed" for everything that they leave out, so that silence is not read as consent. The new
 * clauses are numbered `E1`, `E2` and so on for what the hub enforces, `R1` and so on for what it records.
 */
export function completed(terms: Agreement): Agreement {
  const ids = new Set([...terms.enforced, ...terms.recorded].map(({ id }) => id))
  const numbered = (mark: string): (() => string) => {
    let number = 0
    return () => {
      do number += 1
      while (ids.has(`${mark}${String(number)}`))
      return `${mark}${String(number)}`
    }
  }
  const [nextEnforced, nextRecorded] = [numbered('E'), numbered('R')]
  const enforced = absent(enforcedTopics, terms.enforced).map((topic): EnforcedNotAgreed => ({
    id: nextEnforced(),
    kind: 'not-agreed',
    topic,
  }))
  const recorded = absent(recordedTopics, terms.recorded).map((topic): RecordedNotAgreed => ({
    id: nextRecorded(),
    kind: 'not-agreed',
    topic,
  }))
  return {
    ...terms,
    enforced: [...terms.enforced, ...enforced],
    recorded: [...terms.recorded, ...recorded],
  }
}

/** The topics that no clause speaks of. */
export function absent<Topic extends string>(
  topics: readonly Topic[],
  clauses: readonly { readonly kind: string; readonly topic?: string }[],
): readonly Topic[] {
  const spoken = new Set(clauses.map(topicOf))
  return topics.filter((topic) => !spoken.has(topic))
}
