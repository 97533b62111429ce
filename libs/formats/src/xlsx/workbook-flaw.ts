// SPDX-License-Identifier: Apache-2.0

/** Why a workbook is not read at all. Codes of the problem catalogue. */
export type FlawCode =
  | 'FILE_UNREADABLE'
  | 'FILE_TOO_LARGE'
  | 'FILE_HAS_MACROS'
  | 'FILE_LINKS_ELSEWHERE'
  | 'FILE_LOCKED'
  | 'SHEET_UNKNOWN'

/**
 * What stops the reading of a workbook wherever it is met: thrown inside this folder only, and told as a problem of
 * the file by whoever was asked to read it.
 */
export class WorkbookFlaw extends Error {
  constructor(
    readonly code: FlawCode,
    readonly detail: string,
  ) {
    super(detail)
  }
}

/** The file is broken or of another kind. */
export function unreadable(detail: string): WorkbookFlaw {
  return new WorkbookFlaw('FILE_UNREADABLE', detail)
}

/** The file is larger than it says or than we read. */
export function tooLarge(detail: string): WorkbookFlaw {
  return new WorkbookFlaw('FILE_TOO_LARGE', detail)
}
