// SPDX-License-Identifier: Apache-2.0
export { dueInTurns, inTurns, type Turns } from './in-turns'
export { FactContext, inOneLine, together } from './bus/bus-server'
export { command } from './bus/commands'
export { connectBus } from './bus/connect'
export { cutConnections } from './bus/cut-connections'
export { natsConfig, type BrokerKeys, type BrokerPlace } from './bus/nats-config'
export { sendAgain } from './bus/dead-letters'
export { ensureParticipant, ensureSubmissions } from './bus/streams'
export { takenElsewhere, withdrawStatements } from './bus/withdraw'
export { readSubmissions, submissionsWaiting, type Arrival, type Verdict } from './bus/submissions'
export { lockDatasets } from './store/lock-datasets'
export type { StoredApart } from './bus/sort-held'
export { wayIn } from './bus/way-in'
export { healthReport, type HealthReport, type Readiness } from './http/health'
export { httpNumber } from './http/http-numbers'
export { ProblemFilter, Refused } from './http/problem.filter'
export { hubKeys, type HubKeys } from './hub-keys'
export { signInOf } from './config/sign-in-settings'
export { rotateHubKey, type SuccessionText } from './hub-succession'
export {
  fileOption,
  rootModule,
  serviceContext,
  startService,
  type HubEnvironment,
  type RunningService,
  type ServiceContext,
  type ServiceDefinition,
} from './service'
export {
  flowOf,
  newestOf,
  readAccepted,
  readAcceptedOfAll,
  readInternal,
  readRecorded,
  type AcceptedDataset,
  type StoredDataset,
} from './store/accepted'
export { recordedBeside, recordedOf, type RecordedPlace } from './store/recorded-places'
export { readTold, type ToldFigures } from './store/told-figures'
export { datasetsAbout, type DoubtTold, type RecordedDataset } from './store/datasets-about'
export { atRestName } from './store/at-rest-name'
export { openAtRest, sealAtRest, wrapAgain, type AtRest, type SealedPart } from './store/at-rest'
export { openDerived, sealDerived, type Derived, type MessageKey } from './store/derived-bytes'
export { bytesAsOne, type BytesAsOne } from './store/bytes-as-one'
export { expectStorageKeys, storageKeysOf, type StorageKeys } from './store/storage-keys'
export { migrate, type Migrated, type Migrations } from './store/migrate'
export { openStore, rowsOfQuery, type Queryable, type Store, type Tx } from './store/open-store'
export { pipelined, prepared } from './store/pipelined'
export { takePositions, tell, tellAt, type OutboxRow } from './store/outbox'
export { fact, statement, type Fact, type Statement } from './store/told'
export { readOrMakeKey } from './read-or-make-key'
export { nestLogger, openLog, reasonOf, type Log } from './telemetry/log'
export {
  closeAll,
  environmentOf,
  runAlone,
  settingsOrExit,
  untilSignal,
  type Closable,
} from './alone'
export { readSettings, type Environment, type Settings } from './config/settings'
export { startEmbedded, type Embedded } from './embedded/embedded'
export { homeFolder, openPlaces, type Places } from './embedded/places'
export { findNatsServer } from './embedded/nats-program'
export { startNats, type NatsPlace } from './embedded/nats-server'
export { checkPort, freePort } from './embedded/ports'
export { startPostgres, type RunningServer } from './embedded/postgres'
export {
  standingRows,
  vintageStand,
  type SeriesAsked,
  type StandingRows,
  type VintagesAsked,
  type VintageStand,
} from './store/vintages'
export {
  codeExtensions,
  codesAdded,
  keepCodes,
  keptCodes,
  loadCodes,
  whenCodesChange,
  type CodesAdded,
} from './store/code-extensions'
