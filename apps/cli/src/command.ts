// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '@corridor/kernel'
import type { Screen } from './output/screen'
import type { World } from './world'

/** An option of a command, as it is parsed and as help shows it. */
export interface Option {
  readonly type: 'string' | 'boolean'
  /** The word that stands for the value in help: FILE, NAME. */
  readonly value?: string
  readonly about: string
  /** It may be given several times. */
  readonly many?: true
}

/** A word that a command takes without an option's name. */
export interface Operand {
  readonly name: string
  readonly about: string
  readonly optional?: true
}

/** The options of a command, by their names without hyphens. */
export type Options = Readonly<Record<string, Option>>

/** What a command is, without its code, so that help and mistakes cost no loading. */
export interface Command {
  /** One or two words: `publish`, `agreements sign`. */
  readonly name: string
  readonly about: string
  /** Command lines to copy, with what each is for. */
  readonly examples: readonly (readonly [line: string, about: string])[]
  readonly operands?: readonly Operand[]
  readonly options?: Options
  /** Said at the end of its help. */
  readonly notes?: readonly string[]
  readonly hidden?: true
  /** It runs even where a setting is wrong, because it shows them. */
  readonly anySettings?: true
  readonly load: () => Act
}

/** The code of a command. */
export type Act = (call: Call) => Promise<Outcome<Answer>>

/** One call of a command, with everything it may need. */
export interface Call {
  readonly option: (name: string) => string | undefined
  /** All that were given of an option that may be given several times. */
  readonly options: (name: string) => readonly string[]
  readonly flag: (name: string) => boolean
  readonly operand: (index: number) => string | undefined
  /** The home's absolute path. */
  readonly home: string
  readonly screen: Screen
  readonly world: World
  /** Every command there is, for help. */
  readonly commands: readonly Command[]
}

/** What a command answers: words for people on stdout, or one object for programs. */
export interface Answer {
  readonly text: string
  readonly json: Readonly<Record<string, unknown>>
  /** Where the answer is good news only in part: see the exit codes. */
  readonly exit?: number
}
