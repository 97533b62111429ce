// SPDX-License-Identifier: Apache-2.0
import type { SheetWish } from './choose-sheet'
import type { WorkbookMarks } from './mark-workbook'

/** What is asked of a workbook. */
export type WorkbookTask =
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly wish: SheetWish }
  | { readonly kind: 'mark'; readonly bytes: Uint8Array; readonly marks: WorkbookMarks }
