// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import { absent, enforcedTopics, recordedTopics, topicOf } from '../completed'
import { clausesOf } from '../terms'
import { finding, type Finding } from './finding'

/** Silence is not read as consent: each topic has a clause, or one that says that it is not agreed; never both. */
export function lintTopics(terms: Agreement): readonly Finding[] {
  const shares = clausesOf(terms, 'share').length + clausesOf(terms, 'aggregate').length
  const missing = [
    ...absent(enforcedTopics, terms.enforced),
    ...absent(recordedTopics, terms.recorded),
  ]
  return [
    ...(shares === 0 ? [finding('CLAUSE_MISSING', [], 'no clause shares anything')] : []),
    ...missing.map((topic) =>
      finding('CLAUSE_MISSING', [], `no clause says what is agreed, or not agreed, on ${topic}`),
    ),
    ...both(terms.enforced),
    ...both(terms.recorded),
    ...recordedTwice(terms),
  ]
}

interface Topical {
  readonly id: string
  readonly kind: string
  readonly topic?: string
}

function both(clauses: readonly Topical[]): readonly Finding[] {
  return clauses.flatMap((silent, i) => {
    if (silent.kind !== 'not-agreed') return []
    const others = clauses.filter(
      (one, j) => topicOf(one) === silent.topic && (one.kind !== 'not-agreed' || j < i),
    )
    const ids = [silent.id, ...others.map(({ id }) => id)]
    return others.length === 0
      ? []
      : [
          finding(
            'CLAUSE_CONTRADICTS',
            ids,
            `${silent.topic ?? ''} is agreed, not agreed, or said twice`,
          ),
        ]
  })
}

function recordedTwice({ recorded }: Agreement): readonly Finding[] {
  const agreed = recorded.filter(({ kind }) => kind !== 'not-agreed')
  return [...new Set(agreed.map(topicOf))].flatMap((topic) => {
    const ids = agreed.filter((one) => topicOf(one) === topic).map(({ id }) => id)
    return ids.length < 2
      ? []
      : [finding('CLAUSE_CONTRADICTS', ids, `more than one says what is agreed on ${topic}`)]
  })
}
