// SPDX-License-Identifier: Apache-2.0
export { compareFigures, type Comparison, type Statement } from './compare'
export type { Definition } from './definition'
export { figureOf, numberOf, type Figure } from './disclosure/figure'
export type {
  CellKeyRule,
  DominanceRule,
  GroupRule,
  ProtectionRule,
  RoundingRule,
  SuppressionRule,
} from './disclosure/rule'
export { sensitive, type Sensitive, type SensitiveReason } from './disclosure/sensitive'
export type {
  CodeBlock,
  HeldCell,
  HeldSum,
  Known,
  ProtectionTable,
  TableCell,
  TableDimension,
} from './disclosure/table'
