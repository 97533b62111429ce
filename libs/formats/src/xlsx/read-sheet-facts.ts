// SPDX-License-Identifier: Apache-2.0
import { chooseSheet, type SheetWish } from './choose-sheet'
import { collectSheet } from './collect-sheet'
import { openWorkbook } from './open-workbook'
import type { SheetFacts } from './sheet-facts'

/** What the sheet of a workbook holds that has the figures. A WorkbookFlaw where the workbook cannot be read. */
export async function readSheetFacts(bytes: Uint8Array, wish: SheetWish): Promise<SheetFacts> {
  const workbook = await openWorkbook(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
  const { entry, header, otherSheets } = await chooseSheet(workbook, wish)
  const collected = await collectSheet(workbook, entry, header)
  return { sheet: entry.name, sheetHidden: entry.hidden, otherSheets, ...collected }
}
