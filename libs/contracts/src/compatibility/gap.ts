// SPDX-License-Identifier: Apache-2.0
import { Undecided } from './undecided'

/** A place where one side accepts what the other refuses. */
export interface Gap {
  /** Where it stands, from the outside in. */
  readonly path: readonly string[]
  /** What the one accepts. */
  readonly what: string
  /** What the other asks for. */
  readonly rule: string
  /** A document that shows it; undefined where it could not be decided whether there is one. */
  readonly document: unknown
}

/** The gap as it is seen from further out: `wrap` puts its document into one of the surrounding shape. */
export function within(step: string, gap: Gap, wrap: (inner: unknown) => unknown): Gap {
  return {
    ...gap,
    path: [step, ...gap.path],
    document: gap.document === undefined ? undefined : wrap(gap.document),
  }
}

/** Gaps that turn out to be undecided are one gap without a document. */
export function decided(gaps: () => readonly Gap[]): readonly Gap[] {
  try {
    return gaps()
  } catch (error) {
    if (!(error instanceof Undecided)) throw error
    return [{ path: [], what: 'something', rule: error.message, document: undefined }]
  }
}

/** A value as a sentence shows it. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
