// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'
import { canonicalJson } from '@corridor/kernel'

/** How a foreign file becomes a table with a contract's columns: contract `mapping`. */
export interface Mapping {
  readonly id: string
  readonly title: string
  readonly about?: string
  readonly contract: { readonly name: string; readonly version: string }
  /** SDMX references that it is for, with or without their version: `ESTAT:LFSA_EGAN(1.0)`. */
  readonly structures?: readonly string[]
  /** Texts that stand for no value, apart from an empty cell, `NaN`, `#N/A` and `:`. */
  readonly missing?: readonly string[]
  readonly columns: readonly MappedColumn[]
  readonly skip?: readonly SkippedRows[]
  /** Columns of the file that are not needed. */
  readonly unused?: readonly string[]
}

/** Where a column of the contract comes from. */
export type MappedColumn =
  | { readonly column: string; readonly kind: 'fixed'; readonly value: string }
  | ({ readonly column: string; readonly kind: 'from'; readonly from: string } & CodeRules)
  | ({
      readonly column: string
      readonly kind: 'chosen'
      readonly by: string
      readonly cases: readonly { readonly when: string; readonly from: string }[]
    } & CodeRules)
  | { readonly column: 'flags'; readonly kind: 'flags'; readonly from: string }

/** How a text of the file becomes a code of the contract: by a table, by patterns, by the label in the code list. */
export interface CodeRules {
  readonly codes?: readonly { readonly from: string; readonly to: string }[]
  /** `Y{from}-{to}` becomes `Y{from}T{to}`: a name in braces stands for letters and digits. */
  readonly patterns?: readonly { readonly from: string; readonly to: string }[]
  /** The code list whose labels stand in the file. */
  readonly labels?: string
  /** What happens to a text that none of these turn: refused with its row (the default where there is one), or kept as it is. */
  readonly others?: 'refuse' | 'keep'
}

/** Rows that are not taken, with the reason that is told with their number. */
export interface SkippedRows {
  readonly from: string
  readonly values: readonly string[]
  readonly because: string
}

/** The digest by which a dataset says which mapping made it. */
export function mappingDigest(mapping: Mapping): string {
  // A mapping is JSON: it came from JSON or can be written as it.
  const text = canonicalJson(mapping)
  return `sha-256:${createHash('sha256').update(text).digest('base64url')}`
}
