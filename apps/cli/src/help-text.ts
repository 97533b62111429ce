// SPDX-License-Identifier: Apache-2.0
import { generalOptions } from './arguments'
import type { Command, Options } from './command'
import { exitWords } from './exit-code'
import { pairs } from './output/table'

/** Help of the whole: examples first, then the commands. */
export function generalHelp(commands: readonly Command[]): string {
  return sections([
    ['Examples', pairs(firstSteps)],
    ['Commands', pairs(shown(commands).map(({ name, about }) => [name, about]))],
    ['Options of every command', optionLines(generalOptions)],
    ['Exit codes', pairs(exitWords.map(([code, words]) => [String(code), words]))],
    ['More', 'corridor help COMMAND, or corridor help CODE for a problem: corridor help E201'],
  ])
}

/** First words that several commands share. */
export function groupsOf(commands: readonly Command[]): readonly string[] {
  const first = commands.flatMap(({ name }) =>
    name.includes(' ') ? [name.split(' ')[0] ?? ''] : [],
  )
  return [...new Set(first)]
}

/** Help of commands that share their first word. */
export function groupHelp(group: string, commands: readonly Command[]): string {
  const members = shown(commands).filter(
    ({ name }) => name === group || name.startsWith(`${group} `),
  )
  return sections([
    ['Examples', pairs(members.flatMap(({ examples }) => examples.slice(0, 1)))],
    ['Commands', pairs(members.map(({ name, about }) => [name, about]))],
    ['More', `corridor help ${group} COMMAND`],
  ])
}

/** Help of one command. */
export function commandHelp(command: Command): string {
  const { name, about, examples, operands = [], options = {}, notes = [] } = command
  const words = operands.map((one) => (one.optional === true ? `[${one.name}]` : one.name))
  const use = ['corridor', name, ...words, '[options]'].join(' ')
  const operandLines = pairs(operands.map((one) => [one.name, one.about]))
  return sections([
    ['Examples', pairs(examples)],
    ['What it does', about],
    ['Use', operands.length === 0 ? use : `${use}\n\n${operandLines}`],
    ['Options', optionLines({ ...options, ...generalOptions })],
    ['Notes', notes.join('\n')],
  ])
}

const firstSteps: readonly (readonly [string, string])[] = [
  ['corridor keygen --profile BE', 'make the keys of an office'],
  ['corridor enrol --code BE-7Q4M-… --office STAT:Statbel --profile BE', 'take its place at a hub'],
  ['corridor publish flows.csv --profile BE', 'check, seal and send figures; wait for the receipt'],
  ['corridor subscribe --out inbox --profile DK', 'take what partners have sent'],
  ['corridor reports show BE-DK-2026 --profile BE', 'both sides of a corridor, and the difference'],
  ['corridor verify receipt.json --profile BE', 'prove that nothing was changed; works off line'],
]

function shown(commands: readonly Command[]): readonly Command[] {
  return commands.filter(({ hidden }) => hidden !== true)
}

function optionLines(options: Options): string {
  const name = (key: string, value: string | undefined): string =>
    `--${key}${value === undefined ? '' : ` ${value}`}`
  return pairs(Object.entries(options).map(([key, { value, about }]) => [name(key, value), about]))
}

function sections(parts: readonly (readonly [title: string, text: string])[]): string {
  return parts
    .filter(([, text]) => text !== '')
    .map(([title, text]) => `${title}\n${indented(text)}`)
    .join('\n\n')
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ')
}
