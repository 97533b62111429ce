// SPDX-License-Identifier: Apache-2.0
import type { Mapping } from '@corridor/contracts'

/** What a file is read for. */
export interface FileOptions {
  readonly fileName: string
  /** The contract that its figures follow, where the file does not say it. */
  readonly contract?: { readonly name: string; readonly version: string }
  /** How its columns and codes become those of a contract, where they are others. */
  readonly mapping?: Mapping
  /** Mappings that are at hand for structures that files name. */
  readonly mappings?: readonly Mapping[]
  /** The encoding, where what is recognised is wrong. */
  readonly encoding?: string
  /** The sheet of a workbook that holds the figures, where it is not the first one that looks like it. */
  readonly sheet?: string
  /** What holds for columns that the file leaves out, by their names: `{ minimum_stay: 'P12M' }`. */
  readonly otherwise?: Readonly<Record<string, string>>
}
