// SPDX-License-Identifier: Apache-2.0
export { cedarPolicies, dayOf, type CedarGround, type ToldCodes } from './cedar-policies'
export { changedSchemas } from './change-schema'
export { eventually } from './eventually'
export { freshBroker, type FreshBroker } from './fresh-broker'
export { freshDatabase, type FreshDatabase } from './fresh-database'
export { rawWorkbook, sheetData, workbookParts, zipOf, type RawWorkbook } from './raw-workbook'
export { instancesOf } from './instances-of'
export {
  cellOf,
  someAgreement,
  someAgreements,
  someFigure,
  someRequest,
  someTable,
} from './random-agreements'
export { randomSchemas } from './random-schemas'
export { schemaText } from './schema-text'
export { mutatedBytes, mutatedJson, seeded, type Random } from './mutations'
export { newAuthenticator, type Authenticator, type Ceremony } from './authenticator'
export { evaluateRealFlows, wilson, type Evaluation } from './real-flows/evaluate'
export type { Recall } from './real-flows/put-errors'
export {
  realFigures,
  realFiguresPresent,
  realFiguresSkipped,
  realRevisions,
  type RealFigure,
} from './real-flows/real-figures'
