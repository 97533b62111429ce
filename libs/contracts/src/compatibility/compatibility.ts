// SPDX-License-Identifier: Apache-2.0
import { decided, type Gap } from './gap'
import { gapsBetween } from './gaps-between'
import { judgeOf, type Judge } from './judge'
import { readShape } from './read-shape'
import type { Shape } from './shape'
import { Undecided } from './undecided'

/** Why two versions do not go together: where, and what the one accepts and the other refuses. */
export interface Reason {
  readonly at: string
  readonly why: string
}

/**
 * Whether every document of one schema is one of the other. `unknown` counts as not compatible: it is the answer where a
 * schema is outside of the dialect or too large to decide. A counterexample is accepted by the one and refused by the
 * other: Ajv has said so.
 */
export type Verdict =
  | { readonly compatible: true }
  | {
      readonly compatible: false
      readonly reasons: readonly Reason[]
      readonly counterexample: unknown
    }
  | { readonly compatible: 'unknown'; readonly reasons: readonly Reason[] }

/** Both directions of a change. */
export interface Compatibility {
  /** Readers of the new version read documents of the old one. */
  readonly backward: Verdict
  /** Readers of the old version read documents of the new one. */
  readonly forward: Verdict
}

/**
 * Decides how two versions of a schema of the dialect go together.
 * @example compatibility(schemas['migration-flow']['1.0.0'], proposed).backward.compatible
 */
export function compatibility(oldSchema: object, newSchema: object): Compatibility {
  const before = sideOf('the old version', oldSchema)
  const after = sideOf('the new version', newSchema)
  return { backward: verdictOf(before, after), forward: verdictOf(after, before) }
}

/** A version under judgement. */
export interface Side {
  readonly name: string
  /** Throws Undecided where the schema is outside of the dialect. */
  readonly shape: () => Shape
  readonly accepts: Judge
}

/** A schema as a side of a verdict, by the name that the reasons give it. */
export function sideOf(name: string, schema: object): Side {
  let shape: Shape | undefined
  return { name, shape: () => (shape ??= readShape(schema)), accepts: judgeOf(schema) }
}

/** Whether every document that `accepting` accepts is accepted by `other`. */
export function verdictOf(accepting: Side, other: Side): Verdict {
  const gaps = decided(() => gapsBetween(accepting.shape(), other.shape()))
  if (gaps.length === 0) return { compatible: true }
  const reasonsOf = (some: readonly Gap[]): readonly Reason[] =>
    some.map((gap) => reason(gap, accepting, other))
  const shown = gaps.filter((gap) => isShown(gap, accepting, other))
  const [smallest] = [...shown].sort(bySize)
  if (smallest === undefined) return { compatible: 'unknown', reasons: reasonsOf(gaps) }
  // The reason that the counterexample shows comes first.
  const reasons = reasonsOf([smallest, ...shown.filter((gap) => gap !== smallest)])
  return { compatible: false, reasons, counterexample: smallest.document }
}

function isShown({ document }: Gap, accepting: Side, other: Side): boolean {
  if (document === undefined) return false
  try {
    return accepting.accepts(document) && !other.accepts(document)
  } catch (error) {
    // A schema that Ajv does not compile confirms nothing, so that the verdict is unknown.
    if (error instanceof Undecided) return false
    throw error
  }
}

function bySize(a: Gap, b: Gap): number {
  return JSON.stringify(a.document).length - JSON.stringify(b.document).length
}

function reason({ path, what, rule, document }: Gap, accepting: Side, other: Side): Reason {
  const at = path.length === 0 ? 'the document' : path.join(', ')
  if (document === undefined) return { at, why: `it is not decided: ${rule}` }
  return { at, why: `${accepting.name} accepts ${what}; ${other.name} asks that ${rule}` }
}
