// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { accept, refuse, type Outcome, type Refusal } from '@corridor/kernel'
import { readSettings } from '@corridor/platform/settings'
import { generalOptions, parseArguments, type Parsed } from './arguments'
import { commands } from './catalogue/commands'
import { findCommand, splitLine } from './find-command'
import type { Answer, Call, Command } from './command'
import { exitCodeOf, exitCodes } from './exit-code'
import { commandHelp, generalHelp, groupHelp } from './help-text'
import { clean } from './output/clean'
import { screenOf, type Screen } from './output/screen'
import { problemOf, problemText } from './problems'
import { version } from './version'
import type { World } from './world'

/** Runs one command line and gives the code to end with. Never throws. */
export async function corridor(words: readonly string[], world: World): Promise<number> {
  const screen = screenOf(world, {
    json: words.includes('--json'),
    yes: words.includes('--yes'),
    noInput: words.includes('--no-input'),
    noColour: words.includes('--no-color'),
  })
  try {
    return await dispatch(words, { world, screen })
  } catch (error) {
    if (world.stopping.aborted) return stopped(screen)
    return broke(error, { world, screen, verbose: words.includes('--verbose') })
  }
}

interface Stage {
  readonly world: World
  readonly screen: Screen
}

async function dispatch(words: readonly string[], stage: Stage): Promise<number> {
  const { names, rest } = splitLine(words, generalOptions)
  if (names.length === 0) return withoutCommand(rest, stage)
  const found = findCommand(names)
  if (!found.ok) return told(found.refusal, stage)
  const { command, group, operands } = found.value
  if (group !== undefined && rest.some((word) => word === '--help' || word === '-h')) {
    return helped(groupHelp(group, commands), stage)
  }
  const parsed = parseArguments(command, [...operands, ...rest])
  if (!parsed.ok) return told(parsed.refusal, stage, command)
  if (parsed.value.values['help'] === true) return helped(commandHelp(command), stage)
  const call = callOf(command, parsed.value, stage)
  return call.ok ? perform(command, call.value) : told(call.refusal, stage, command)
}

function withoutCommand(words: readonly string[], stage: Stage): number {
  if (words.includes('--version') || words.includes('-v')) {
    stage.screen.result(version(), { ok: true, version: version() })
    return exitCodes.done
  }
  const parsed = parseArguments({ name: '' }, words)
  if (!parsed.ok) return told(parsed.refusal, stage)
  return helped(generalHelp(commands), stage)
}

function helped(help: string, { screen }: Stage): number {
  screen.result(help, { ok: true, help })
  return exitCodes.done
}

function callOf(command: Command, { values, operands }: Parsed, stage: Stage): Outcome<Call> {
  const { world, screen } = stage
  const settings = readSettings(world.env)
  if (!settings.ok && command.anySettings !== true) return settings
  const option = (name: string): string | undefined => {
    const value = values[name]
    return typeof value === 'string' ? value : undefined
  }
  const named = option('home')
  const home = settings.ok ? settings.value.home : (world.env['CORRIDOR_HOME'] ?? '.corridor')
  return accept({
    option,
    options: (name) => {
      const value = values[name]
      return Array.isArray(value) ? (value as readonly string[]) : []
    },
    flag: (name) => values[name] === true,
    operand: (index) => operands[index],
    home: named === undefined ? resolve(world.project, home) : resolve(world.folder, named),
    screen,
    world,
    commands,
  })
}

/** Milliseconds that a command has after Ctrl-C to end what it began. */
const graceMs = 2_000

async function perform(command: Command, call: Call): Promise<number> {
  const { screen, world } = call
  const act = command.load()(call)
  const outcome = await Promise.race([act, afterStop(world)])
  if (outcome === 'stopped') return stopped(screen)
  if (!outcome.ok) return told(outcome.refusal, { world, screen }, command)
  const { text, json, exit = exitCodes.done }: Answer = outcome.value
  if (screen.json || text !== '') {
    screen.result(text, { ok: exit === exitCodes.done, command: command.name, exit, ...json })
  }
  return world.stopping.aborted ? stopped(screen) : exit
}

function afterStop({ stopping }: World): Promise<'stopped'> {
  return new Promise((settle) => {
    const late = (): void => void setTimeout(() => settle('stopped'), graceMs).unref()
    if (stopping.aborted) late()
    else stopping.addEventListener('abort', late, { once: true })
  })
}

function stopped(screen: Screen): number {
  screen.note('Stopped. Nothing is half sent or half signed; what waits in the outbox stays there.')
  return exitCodes.stopped
}

function told(refusal: Refusal, { world, screen }: Stage, command?: Command): number {
  const problem = problemOf(world.project, refusal)
  const exit = exitCodeOf(problem)
  screen.note(problemText(problem, refusal.detail))
  if (refusal.code === 'COMMAND_WRONG') {
    screen.note(`      Examples: corridor help ${command?.name ?? ''}`.trimEnd())
  }
  if (screen.json) {
    const detail = clean(refusal.detail, 600)
    screen.result('', { ok: false, command: command?.name, exit, problem: { ...problem, detail } })
  }
  return exit
}

function broke(error: unknown, { world, screen, verbose }: Stage & { verbose: boolean }): number {
  const unreachable = lostBroker(error)
  if (unreachable !== undefined) return told(unreachable, { world, screen })
  const reference = randomBytes(4).toString('hex')
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  screen.note(`STOP  Something happened that nobody expected (reference ${reference}).`)
  screen.note(`      ${clean(verbose ? (stack ?? message) : message, verbose ? 4_000 : 300)}`)
  if (screen.json)
    screen.result('', { ok: false, exit: exitCodes.fault, reference, fault: clean(message) })
  return exitCodes.fault
}

// The client of the broker throws where the line breaks in the middle of something.
function lostBroker(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || error.name !== 'NatsError') return undefined
  return refuse('HUB_UNREACHABLE', `the hub's broker stopped answering (${clean(error.message)})`)
    .refusal
}
