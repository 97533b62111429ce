// SPDX-License-Identifier: Apache-2.0
import { problem, type Note, type ProblemCode } from '@corridor/contracts'
import type { Refusal } from '@corridor/kernel'
import type { Found } from './found'
import { inWords } from './words'

/** What was found, each warning with the sender's note on its number. A note on what was not found says nothing. */
export function withNotes(found: readonly Found[], notes: readonly Note[]): readonly Found[] {
  if (notes.length === 0 || found.length === 0) return found
  const texts = new Map(notes.map(({ problem: number, text }) => [number, text]))
  return found.map((one) => {
    const noted = one.level === 'warning' ? texts.get(problem(one.code).number) : undefined
    return noted === undefined ? one : { ...one, noted }
  })
}

/** The refusal of a message with warnings that no note explains, naming all their numbers; undefined where there are none. */
export function withoutNote(found: readonly Found[]): Refusal<ProblemCode> | undefined {
  const bare = found.filter(({ level, noted }) => level === 'warning' && noted === undefined)
  if (bare.length === 0) return undefined
  const rowsOf = new Map<ProblemCode, number>()
  for (const { code, rows } of bare) rowsOf.set(code, (rowsOf.get(code) ?? 0) + rows.length)
  const told = [...rowsOf].map(([code, rows]) => {
    const { number, title } = problem(code)
    const where = rows === 0 ? '' : `, ${inWords(rows)} ${rows === 1 ? 'row' : 'rows'}`
    return `${number} (${lowerFirst(title)}${where})`
  })
  return { code: 'WARNING_WITHOUT_NOTE', detail: `no note explains ${told.join(', ')}` }
}

function lowerFirst(sentence: string): string {
  return `${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1)}`
}
