// SPDX-License-Identifier: Apache-2.0
export { compareFigures, type Comparison, type Statement } from './compare'
export type { Definition } from './definition'
