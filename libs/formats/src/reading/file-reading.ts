// SPDX-License-Identifier: Apache-2.0

/** A format of files that can be read. */
export type FileFormat =
  'json' | 'sdmx-csv-1.0' | 'sdmx-csv-2.0' | 'sdmx-csv-2.1' | 'sdmx-json-2' | 'csv' | 'xlsx' | 'tsv'

/** Where a column of the contract stands in the file. */
export interface Place {
  /** As a spreadsheet shows it: `F`, `AB`. */
  readonly letter: string
  readonly header: string
}

/** One dataset that a file holds, not judged yet. */
export interface FilePart {
  readonly contract: { readonly name: string; readonly version: string }
  /** A dataset by columns, as the contract wants it. */
  readonly data: Readonly<Record<string, unknown>>
  /** The file's row of each row of the data, as the file shows it, its header counted. */
  readonly rowNumbers: readonly number[]
  /** By column of the contract. */
  readonly places: Readonly<Record<string, Place>>
  /** The mapping file that turned foreign columns and codes into the contract's. */
  readonly mappedBy?: { readonly id: string; readonly digest: string }
}

/** Something told about the file that stops nothing: its encoding, hidden rows, a decimal comma. */
export interface FileNote {
  readonly code: string
  readonly detail: string
  readonly row?: number
  /** How many rows of the file it is about, where it counts some: rows that a mapping skips. */
  readonly rows?: number
}

/** A row or a file that could not be read; it stops the file. */
export interface FileProblem {
  readonly code: string
  readonly detail: string
  readonly row?: number
  /** The letter of the column, as a spreadsheet shows it. */
  readonly column?: string
  /** What stands in the header of that column. */
  readonly header?: string
  /** What was met, cut to 40 characters. */
  readonly value?: string
}

/**
 * What a file holds. Every row is accounted for:
 * `rowsRead` = rows of the parts + rows with a problem + rows that notes say were skipped.
 */
export interface FileReading {
  readonly format: FileFormat
  readonly encoding?: string
  readonly sheet?: string
  /** Every row of the file that is neither empty nor a header. */
  readonly rowsRead: number
  readonly parts: readonly FilePart[]
  readonly notes: readonly FileNote[]
  /** All of them, never capped. */
  readonly problems: readonly FileProblem[]
}

/** A table as text, from CSV, XLSX or TSV: what stands in each cell, and where. */
export interface Table {
  readonly sheet?: string
  /** The header's row as the file shows it, from 1. */
  readonly headerRow: number
  readonly columns: readonly TableColumn[]
  /** The file's row of each entry of `cells`. */
  readonly rowNumbers: readonly number[]
}

/** A column of a table, its cells one after the other. */
export interface TableColumn {
  readonly name: string
  readonly letter: string
  /** What stands in the header of the file where `name` is not that: after a mapping, or of SDMX with labels. */
  readonly header?: string
  readonly cells: readonly string[]
}
