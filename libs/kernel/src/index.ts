// SPDX-License-Identifier: Apache-2.0
export type { Brand } from './brand'
export { canonicalJson, type Json } from './canonical-json'
export type { Decider } from './decider'
export { accept, refuse, type Outcome, type Refusal } from './outcome'
