// SPDX-License-Identifier: Apache-2.0
export { startHub, type HubOptions, type RunningHub } from './hub'
export { services } from './services'
