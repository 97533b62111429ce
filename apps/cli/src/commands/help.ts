// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import type { Answer, Call } from '../command'
import { exitCodeOf, exitWords } from '../exit-code'
import { commandHelp, generalHelp, groupHelp, groupsOf } from '../help-text'
import { didYouMean } from '../nearest'
import { clean } from '../output/clean'
import { findProblem, problemCatalogue, type KnownProblem } from '../problems'

/** Explains a command, or the code of a problem. */
export function giveHelp(call: Call): Promise<Outcome<Answer>> {
  const words = [call.operand(0), call.operand(1)].filter((word) => word !== undefined)
  return Promise.resolve(helpOn(words.join(' '), call))
}

function helpOn(typed: string, { commands, world }: Call): Outcome<Answer> {
  if (typed === '') return helped(generalHelp(commands))
  if (groupsOf(commands).includes(typed)) return helped(groupHelp(typed, commands))
  const command = commands.find(({ name }) => name === typed)
  if (command !== undefined) return helped(commandHelp(command))
  const catalogue = problemCatalogue(world.project)
  const problem = findProblem(catalogue, typed)
  if (problem !== undefined) return accept({ text: explained(problem), json: { problem } })
  const names = commands.filter(({ hidden }) => hidden !== true).map(({ name }) => name)
  const codes = catalogue.flatMap(({ code, number }) => [code, number])
  const hint = didYouMean(typed, names) || didYouMean(typed, codes)
  return refuse(
    'COMMAND_WRONG',
    `"${clean(typed, 60)}" is no command and no code of a problem.${hint}`,
  )
}

function helped(text: string): Outcome<Answer> {
  return accept({ text, json: { help: text } })
}

function explained(problem: KnownProblem): string {
  const exit = exitCodeOf(problem)
  const words = exitWords.find(([code]) => code === exit)?.[1] ?? ''
  const { number, code, title, remedy } = problem
  return `${number}  ${code}\n\n  ${title}.\n  ${remedy}\n\n  corridor ends with ${String(exit)}: ${words}.`
}
