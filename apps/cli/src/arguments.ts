// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import type { Command, Options } from './command'
import { didYouMean } from './nearest'
import { clean } from './output/clean'

/** Options that every command has. */
export const generalOptions: Options = {
  profile: { type: 'string', value: 'NAME', about: 'act with this profile' },
  home: { type: 'string', value: 'FOLDER', about: 'the home with the profiles (CORRIDOR_HOME)' },
  json: { type: 'boolean', about: 'print one JSON object' },
  yes: { type: 'boolean', about: 'answer yes to what would be asked' },
  'no-input': { type: 'boolean', about: 'never ask; stop where an answer is needed' },
  'no-color': { type: 'boolean', about: 'no colour, as with NO_COLOR' },
  verbose: { type: 'boolean', about: 'say more of what nobody expected' },
  help: { type: 'boolean', about: 'show examples and options' },
}

/** A command line that follows its command. */
export interface Parsed {
  readonly values: Readonly<Record<string, string | boolean | readonly string[]>>
  readonly operands: readonly string[]
}

type Wrong = Outcome<never, 'COMMAND_WRONG'>

/** Reads the words after a command's name by its options and operands. */
export function parseArguments(
  command: Pick<Command, 'name' | 'options' | 'operands'>,
  words: readonly string[],
): Outcome<Parsed, 'COMMAND_WRONG'> {
  const options = { ...generalOptions, ...command.options }
  const config = Object.fromEntries(
    Object.entries(options).map(([name, { type, many = false }]) => [
      name,
      { type, multiple: many },
    ]),
  )
  const args = words.map((word) => (word === '-h' ? '--help' : word))
  // Not strict: we say ourselves what is wrong, with the word that was probably meant.
  const { tokens, values, positionals } = parseArgs({
    args,
    options: config,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  for (const token of tokens) {
    const wrong = token.kind === 'option' ? wrongOption(token, options) : undefined
    if (wrong !== undefined) return wrong
  }
  if (values['help'] === true) return accept({ values: { help: true }, operands: [] })
  const wrong = wrongOperands(command, positionals)
  if (wrong !== undefined) return wrong
  const given = Object.entries(values).flatMap(([name, value]) => {
    // Every one of them has a value: wrongOption has looked.
    const texts = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : value
    return texts === undefined ? [] : [[name, texts] as const]
  })
  return accept({ values: Object.fromEntries(given), operands: positionals })
}

function wrongOption(
  token: {
    readonly name: string
    readonly rawName: string
    readonly value?: string | undefined
    readonly inlineValue?: boolean | undefined
  },
  options: Options,
): Wrong | undefined {
  const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined
  const name = clean(token.rawName)
  if (option === undefined) {
    return refuse('COMMAND_WRONG', `there is no option ${name}.${hint(token.rawName, options)}`)
  }
  if (option.type === 'boolean') {
    return token.value === undefined ? undefined : refuse('COMMAND_WRONG', `${name} takes no value`)
  }
  // `--profile --json` is a forgotten name, not a profile called --json.
  const forgotten =
    token.value === undefined || (token.inlineValue !== true && /^-./.test(token.value))
  if (!forgotten && token.value !== '') return undefined
  return refuse('COMMAND_WRONG', `${name} needs a value: ${name} ${option.value ?? 'VALUE'}`)
}

function hint(typed: string, options: Options): string {
  return didYouMean(
    typed,
    Object.keys(options).map((name) => `--${name}`),
  )
}

function wrongOperands(
  { name, operands = [] }: Pick<Command, 'name' | 'operands'>,
  given: readonly string[],
): Wrong | undefined {
  const missing = operands.find(({ optional }, i) => optional !== true && given[i] === undefined)
  if (missing !== undefined) {
    return refuse('COMMAND_WRONG', `corridor ${name} needs ${missing.name}: ${missing.about}`)
  }
  const extra = given[operands.length]
  if (extra === undefined) return undefined
  return refuse('COMMAND_WRONG', `corridor ${name} has no place for "${clean(extra)}"`)
}
