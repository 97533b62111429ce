// SPDX-License-Identifier: Apache-2.0

/** A problem as it is told beside the rows of a file. */
export interface MarkedProblem {
  /** Of the problem catalogue: `CODE_UNKNOWN`. */
  readonly code: string
  /** `E201` */
  readonly number: string
  /** An error stops the file; a warning needs a note. */
  readonly level: 'error' | 'warning'
  readonly sheet?: string
  /** As the file shows it, from 1. */
  readonly row?: number
  /** The letter of the column, as a spreadsheet shows it. */
  readonly column?: string
  /** The column of the contract. */
  readonly field?: string
  readonly value?: string
  /** How many rows have the same problem, where only the first of them is told. */
  readonly rows?: number
  /** What is wrong, in a sentence. */
  readonly message: string
  /** What to do. */
  readonly fix: string
}

/** The problems of each row, as one text: `E201 code 9998 is not in ISCO-08. Use 9999 | E110 …`. */
export function problemsText(problems: readonly MarkedProblem[]): string {
  return problems.map(problemText).join(' | ')
}

function problemText({ number, column, field, message, fix }: MarkedProblem): string {
  const place = [
    column === undefined ? '' : `column ${column}`,
    field === undefined ? '' : `(${field})`,
  ]
  const where = place.filter((word) => word !== '').join(' ')
  // Most messages say their column themselves.
  const told = where === '' || message.includes(`column ${column ?? ''}`) ? '' : `${where}: `
  return `${number} ${told}${message}${/[.?!]$/.test(message) ? '' : '.'} ${fix}`.trim()
}
