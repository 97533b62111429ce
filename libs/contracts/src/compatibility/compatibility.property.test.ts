// SPDX-License-Identifier: Apache-2.0
// The gate against documents: what it calls compatible has to be, and what it does not it has to show. The judge is
// Ajv, and the documents come from `instancesOf`, which shares no code with the gate.
import { changedSchemas, instancesOf, randomSchemas } from '@corridor/testing'
import fc, { type Arbitrary } from 'fast-check'
import { schemas } from '../generated/schemas'
import { compatibility, type Verdict } from './compatibility'
import { judgeOf } from './judge'

const contracts = Object.values(schemas).flatMap((versions) => Object.values<object>(versions))

type Pair = readonly [before: object, after: object]

const pairs: Arbitrary<Pair> = fc.oneof(
  { weight: 3, arbitrary: changedSchemas(randomSchemas) },
  { weight: 1, arbitrary: fc.tuple(randomSchemas, randomSchemas) },
)

/** What was seen, so that a test cannot pass by having looked at nothing. */
interface Tally {
  compatible: number
  incompatible: number
  documents: number
  /** Verdicts that would have taken too many states: the gate lets none of these through. */
  unknown: number
  /** How many documents are tried where a verdict says that all go. */
  readonly each: number
}

function hold(verdict: Verdict, [accepting, refusing]: Pair, tally: Tally): void {
  const accepts = judgeOf(accepting)
  const alsoAccepts = judgeOf(refusing)
  if (verdict.compatible === 'unknown') {
    // Everything that these tests make is of the dialect.
    expect(JSON.stringify(verdict.reasons)).toMatch(/too many states/)
    tally.unknown++
  } else if (verdict.compatible) {
    tally.compatible++
    const documents = fc
      .sample(instancesOf(accepting), { numRuns: tally.each, seed: 1 })
      .filter(accepts)
    tally.documents += documents.length
    expect(documents.filter((document) => !alsoAccepts(document))).toEqual([])
  } else {
    tally.incompatible++
    const { counterexample } = verdict
    expect([accepts(counterexample), alsoAccepts(counterexample)]).toEqual([true, false])
  }
}

function holdBoth([before, after]: Pair, tally: Tally): void {
  const { backward, forward } = compatibility(before, after)
  hold(backward, [before, after], tally)
  hold(forward, [after, before], tally)
}

describe('a random schema and what became of it', () => {
  it('go together as the verdict says', () => {
    const tally: Tally = { compatible: 0, incompatible: 0, documents: 0, unknown: 0, each: 10 }
    fc.assert(
      fc.property(pairs, (pair) => holdBoth(pair, tally)),
      { numRuns: 300 },
    )
    expect(tally.compatible).toBeGreaterThan(80)
    expect(tally.incompatible).toBeGreaterThan(80)
    expect(tally.documents).toBeGreaterThan(500)
    expect(tally.unknown).toBe(0)
  })
})

describe('a contract and what became of it', () => {
  it('go together as the verdict says', () => {
    const tally: Tally = { compatible: 0, incompatible: 0, documents: 0, unknown: 0, each: 3 }
    fc.assert(
      fc.property(changedSchemas(fc.constantFrom(...contracts)), (pair) => holdBoth(pair, tally)),
      { numRuns: 60 },
    )
    expect(tally.compatible).toBeGreaterThan(20)
    expect(tally.incompatible).toBeGreaterThan(20)
    expect(tally.documents).toBeGreaterThan(40)
    // The contract of a whole signed report is large: of a few changes to it the gate says that it does not know.
    expect(tally.unknown).toBeLessThan(6)
  })
})
