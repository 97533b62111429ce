// SPDX-License-Identifier: Apache-2.0
import { refuse } from '@corridor/kernel'
import type { Arrival, AtRest } from '@corridor/platform'
import type { Recordable, Refused } from '../domain/judge'
import { refusedTestId } from '../domain/refused-id'
import type { JudgedMessage } from './judge-batch'
import type { EarlierStatements } from './record'

/** An arrival with its judgement. */
export interface Case extends Omit<JudgedMessage, 'partLengths'> {
  readonly arrival: Arrival
  readonly atRest: AtRest
}

/** A case that is accepted. */
export interface AcceptedCase extends Case {
  readonly judged: Recordable
}

/** A case that is refused. */
export interface RefusedCase extends Case {
  readonly refusal: Refused
}

/** What a group of cases comes to. */
export interface Sorted {
  /** Stated before: stated again, byte for byte. */
  readonly repeated: readonly { readonly participant: string; readonly receipt: Uint8Array }[]
  readonly accepted: readonly AcceptedCase[]
  /** Those that wait for an approver. */
  readonly held: readonly AcceptedCase[]
  /** Messages in test mode that passed, and those that did not. */
  readonly rehearsed: readonly AcceptedCase[]
  readonly refusedRehearsals: readonly RefusedCase[]
  readonly refused: readonly RefusedCase[]
}

/** No message at all. */
export const nothing: Sorted = {
  repeated: [],
  accepted: [],
  held: [],
  rehearsed: [],
  refused: [],
  refusedRehearsals: [],
}

/**
 * What was stated before is stated again; within a group the first of an id counts. What participants have `asked` to see first
 * waits for their approver.
 */
export function sortCases(
  cases: readonly Case[],
  earlier: EarlierStatements,
  asked: ReadonlySet<string>,
): Sorted {
  const repeated: { participant: string; receipt: Uint8Array }[] = []
  const accepted = new Map<string, AcceptedCase>()
  const refused = new Map<string, RefusedCase>()
  for (const one of cases) {
    const receipt = one.outcome.ok
      ? earlier.accepted(one.participant, nameOf(one.outcome.value), one.digest)
      : undefined
    // What was refused once stays refused, even if the register or a code list has changed since.
    const before = receipt ?? earlier.refused(one.participant, one.sealDigest)
    if (before !== undefined) {
      repeated.push({ participant: one.participant, receipt: before })
      continue
    }
    const refusal = refusalOf(one, earlier.digestOfId, accepted)
    if (refusal !== null) refused.set(`${one.participant} ${one.sealDigest}`, { ...one, refusal })
    else if (one.outcome.ok)
      accepted.set(`${one.participant} ${nameOf(one.outcome.value)}`, {
        ...one,
        judged: one.outcome.value,
      })
  }
  const good = [...accepted.values()]
  const real = good.filter(({ judged }) => !judged.test)
  const bad = [...refused.values()]
  const isTest = ({ refusal, arrival }: RefusedCase): boolean =>
    refusedTestId(refusal, arrival.bytes) !== null
  return {
    repeated,
    accepted: real.filter(({ participant }) => !asked.has(participant)),
    held: real.filter(({ participant }) => asked.has(participant)),
    rehearsed: good.filter(({ judged }) => judged.test),
    refused: bad.filter((one) => !isTest(one)),
    refusedRehearsals: bad.filter(isTest),
  }
}

/** A message by its id; a rehearsal and a real message may have the same. */
export function nameOf({ id, test }: Pick<Recordable, 'id' | 'test'>): string {
  return test ? `test ${id}` : id
}

/** Why a case is refused: its own judgement, or an id that stands for other bytes already. */
function refusalOf(
  one: Case,
  digestOfId: (participant: string, id: string) => string | undefined,
  inGroup: ReadonlyMap<string, AcceptedCase>,
): Refused | null {
  if (!one.outcome.ok) return one.outcome.refusal
  const { participant, id, digest } = one.outcome.value
  const name = nameOf(one.outcome.value)
  const known = digestOfId(participant, name) ?? inGroup.get(`${participant} ${name}`)?.digest
  if (known === undefined || known === digest) return null
  return refuse('ID_TAKEN', `message ${id} was received before with other content`).refusal
}
