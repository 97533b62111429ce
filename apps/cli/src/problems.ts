// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Refusal } from '@corridor/kernel'
import { clean } from './output/clean'
import { sentence } from './output/words'

/** A problem as its catalogue has it, or as a newer hub named it. */
export interface KnownProblem {
  readonly code: string
  readonly number: string
  readonly title: string
  readonly remedy: string
}

/**
 * The catalogue of problems. Read from its file rather than from the contracts, which would load every schema
 * before a word about a mistyped command can be said.
 */
export function problemCatalogue(project: string): readonly KnownProblem[] {
  const file = join(project, 'contracts', 'problems', 'problems.json')
  const listed: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return Array.isArray(listed) ? listed.filter(isProblem) : []
}

/** A problem by its code or number, however it is typed. */
export function findProblem(
  catalogue: readonly KnownProblem[],
  typed: string,
): KnownProblem | undefined {
  const wanted = typed.toUpperCase().replaceAll('-', '_')
  return catalogue.find(({ code, number }) => code === wanted || number === wanted)
}

/** What the catalogue says of a refusal; a newer hub may have codes that we do not know. */
export function problemOf(project: string, { code }: Refusal): KnownProblem {
  const known = findProblem(problemCatalogue(project), code)
  if (known !== undefined) return known
  const title = 'The hub gave a reason that this version of corridor does not know'
  return { code: clean(code, 64), number: 'H000', title, remedy: 'Ask the operator, or update.' }
}

/** A refusal in words for stderr. */
export function problemText({ code, number, title, remedy }: KnownProblem, detail: string): string {
  // Who mistyped a word wants that word, not a chapter.
  if (code === 'COMMAND_WRONG') return `STOP  ${sentence(clean(detail, 600))}`
  const more = number === 'H000' ? `Its code is ${code}.` : `More: corridor help ${number}`
  const lines = [`STOP  ${number}  ${title}.`, sentence(clean(detail, 600)), remedy, more]
  return lines.filter((line) => line !== '').join('\n      ')
}

function isProblem(value: unknown): value is KnownProblem {
  if (typeof value !== 'object' || value === null) return false
  return ['code', 'number', 'title', 'remedy'].every(
    (name) => typeof Reflect.get(value, name) === 'string',
  )
}
