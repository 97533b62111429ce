// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from './outcome'

/** Pure state machine of a domain: commands are decided into facts, facts evolve the state. */
export interface Decider<Command, State, Fact, Code extends string = string> {
  readonly initial: State
  readonly decide: (command: Command, state: State) => Outcome<readonly Fact[], Code>
  readonly evolve: (state: State, fact: Fact) => State
}
