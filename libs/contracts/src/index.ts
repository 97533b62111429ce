// SPDX-License-Identifier: Apache-2.0
export { checkColumns, type ColumnRefusal, type Columns } from './check-columns'
export { agePartition } from './age-band'
export { codeList, label, type CodeList } from './code-list'
export { cell, rowsOf, toColumns, type FlowRow } from './columns'
export { contractUrn, parseContractUrn, type ContractRef } from './contract-urn'
export type { CodeListId } from './generated/code-lists'
export type { Problem, ProblemCode } from './generated/problems'
export type * from './generated/types'
export { problem } from './problem'
export { structure, type Structure } from './structure'
export {
  contracts,
  validate,
  validateEnvelope,
  type ContentRefusal,
  type ContractName,
  type Valid,
} from './validate'
