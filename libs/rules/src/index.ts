// SPDX-License-Identifier: Apache-2.0
export { check, type Checked, type CheckInput, type SoundDataset } from './check'
export type { Found, Level } from './found'
export { cellKeys, cellKeyWords, type CellVariant } from './history/cell-keys'
export { earlierOf, type Earlier } from './history/earlier'
