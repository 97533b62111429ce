// SPDX-License-Identifier: Apache-2.0
import type { FileNote, FilePart, FileProblem } from '../reading/file-reading'

/** What a table is read for. */
export interface TableOptions {
  readonly contract: { readonly name: string; readonly version: string }
  /** SDMX writes numbers in one way; in other files it is recognised. */
  readonly numbers?: 'recognised' | 'point'
  /** SDMX names every dimension; in other files a breakdown that is left out is its total. */
  readonly dimensions?: 'stated'
  /** What holds for columns that the file leaves out, by their names: `{ minimum_stay: 'P12M' }`. */
  readonly otherwise?: Readonly<Record<string, string>>
  readonly mappedBy?: { readonly id: string; readonly digest: string }
}

/** What a table holds: datasets, rows that could not be read, and what was told. */
export interface TableReading {
  readonly parts: readonly FilePart[]
  readonly problems: readonly FileProblem[]
  readonly notes: readonly FileNote[]
}
