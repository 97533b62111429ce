// SPDX-License-Identifier: Apache-2.0
export { comparability, type Comparability } from './comparability'
export { asymmetryPercent, compareFigures, type Comparison, type Statement } from './compare'
export type { Definition } from './definition'
