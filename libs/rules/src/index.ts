// SPDX-License-Identifier: Apache-2.0
export { check, type Checked, type CheckInput, type SoundDataset } from './check'
export type { Found, Level } from './found'
export { cellKeys, cellKeysByVariant, type CellVariant } from './history/cell-keys'
export { earlierOf, type Earlier } from './history/earlier'
export { problemsOf, type FilePlaces, type RowProblem } from './problems-of'
export { mergeReports, reportOf } from './report'
