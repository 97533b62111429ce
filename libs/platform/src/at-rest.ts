// SPDX-License-Identifier: Apache-2.0
// A door of its own for the thread that judges, which has no use for servers.
export { atRestName } from './store/at-rest-name'
export { sealAtRest } from './store/at-rest'
export type { StorageKeys } from './store/storage-keys'
