// SPDX-License-Identifier: Apache-2.0
export { addresseeIn, addressOf, type Addressee } from './address'
export { ageBand, ageCode, agePartition } from './age-band'
export { choicesOf } from './choices'
export { checkScheme, type SchemeRefusal } from './check-scheme'
export { codeList, codeListIds, label, type CodeList } from './code-list'
export { cell, frequencyOf, isList, rowsOf, toColumns, type FlowRow } from './columns'
export { codeListVersion, extendCodeLists, type ExtensionRefusal } from './extend-code-lists'
export {
  checkVersion,
  semverOf,
  type ContractEdition,
  type VersionAsked,
  type VersionVerdict,
} from './compatibility/check-version'
export {
  compatibility,
  type Compatibility,
  type Reason,
  type Verdict,
} from './compatibility/compatibility'
export {
  compatibilityOfChain,
  type ChainVerdict,
  type CompatibilityMode,
  type Finding,
  type SchemaVersion,
} from './compatibility/compatibility-of-chain'
export { sampleOf } from './compatibility/sample-of'
export {
  addedTotals,
  conversionDefaults,
  convert,
  convertDown,
  convertUp,
  toNewest,
  type ConvertedDown,
  type Versions,
} from './conversions/convert'
export { versionFollowed } from './conversions/version-followed'
export type { Change, ChangeLevel } from './compatibility/structure-changes'
export type { Defaults } from './compatibility/with-defaults'
export { contractUrn, parseContractUrn, type ContractRef } from './contract-urn'
export {
  columnNames,
  columnOf,
  dimensionOf,
  fold,
  listOfDimension,
  pickRows,
  type Cell,
  type Dataset,
  type ValueStatus,
} from './dataset'
export { addCellKeys, cellKeyRange } from './cell-key'
export { contributionsOf, type Contributions } from './contributions'
export {
  addHubOnly,
  hubOnlyColumns,
  hubOnlyOf,
  toldColumns,
  withoutHubOnly,
  type HubOnly,
} from './hub-only'
export { internColumn, type Interned } from './intern-column'
export type { CodeListId } from './generated/code-lists'
export { correspondences, type Correspondence } from './generated/correspondences'
export { mappings } from './generated/mappings'
export type { Problem, ProblemCode } from './generated/problems'
export type * from './generated/types'
export { problem } from './problem'
export { rulesOf } from './rules'
export {
  statisticalContracts,
  structure,
  type Component,
  type Dimension,
  type Role,
  type Structure,
  type StructuredContract,
} from './structure'
export {
  contracts,
  contractSchema,
  newestVersion,
  sentContracts,
  validate,
  validateEnvelope,
  type ContentRefusal,
  type ContractName,
  type Valid,
} from './validate'
