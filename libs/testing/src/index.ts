// SPDX-License-Identifier: Apache-2.0
export { eventually } from './eventually'
export { freshBroker, type FreshBroker } from './fresh-broker'
export { freshDatabase, type FreshDatabase } from './fresh-database'
export { rawWorkbook, sheetData, workbookParts, zipOf, type RawWorkbook } from './raw-workbook'
export { schemaText } from './schema-text'
