// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { commands } from './catalogue/commands'
import type { Command, Options } from './command'
import { groupsOf } from './help-text'
import { didYouMean } from './nearest'
import { clean } from './output/clean'

/** A command line in two: the words up to the first option that follows them, and the rest. */
export interface SplitLine {
  readonly names: readonly string[]
  readonly rest: readonly string[]
}

/** Splits a line; general options may stand before the command: `corridor --json --profile BE receipts`. */
export function splitLine(words: readonly string[], before: Options): SplitLine {
  let first = 0
  while (words[first]?.startsWith('-') === true) {
    const word = words[first] ?? ''
    const takesValue = !word.includes('=') && before[word.replace(/^-+/, '')]?.type === 'string'
    first += takesValue ? 2 : 1
  }
  const options = words.slice(first).findIndex((word) => word.startsWith('-'))
  const end = options === -1 ? words.length : first + options
  return {
    names: words.slice(first, end),
    rest: [...words.slice(0, first), ...words.slice(end)],
  }
}

/** A command that was named, and the words after its name. */
export interface FoundCommand {
  readonly command: Command
  readonly operands: readonly string[]
  /** Where only a group was named (`corridor agreements`), which stands for its list. */
  readonly group?: string
}

/** Finds the command that words begin with. */
export function findCommand(names: readonly string[]): Outcome<FoundCommand, 'COMMAND_WRONG'> {
  const [first = '', second] = names
  const group = groupsOf(commands).find((name) => name === first)
  if (group === undefined) {
    const command = commands.find(({ name }) => name === first)
    return command === undefined ? unknown(first) : accept({ command, operands: names.slice(1) })
  }
  const command = commands.find(({ name }) => name === `${group} ${second ?? 'list'}`)
  // `codes` is a command of its own and the first word of others.
  const whole = command === undefined ? commands.find(({ name }) => name === group) : undefined
  if (whole !== undefined) return accept({ command: whole, operands: names.slice(1) })
  if (command === undefined) return unknownIn(group, second ?? '')
  return accept({ command, operands: names.slice(2), ...(second === undefined ? { group } : {}) })
}

function unknown(typed: string): Outcome<never, 'COMMAND_WRONG'> {
  const known = commands
    .filter(({ hidden }) => hidden !== true)
    .map(({ name }) => name.split(' ')[0] ?? '')
  const word = clean(typed, 40)
  return refuse('COMMAND_WRONG', `there is no command "${word}".${didYouMean(typed, known)}`)
}

function unknownIn(group: string, typed: string): Outcome<never, 'COMMAND_WRONG'> {
  const known = commands
    .filter(({ name }) => name.startsWith(`${group} `))
    .map(({ name }) => name.slice(group.length + 1))
  const word = clean(typed, 40)
  const hint = didYouMean(typed, known) || ` There are: ${known.join(', ')}.`
  return refuse('COMMAND_WRONG', `there is no command "${group} ${word}".${hint}`)
}
