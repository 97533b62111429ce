// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import type { Call } from '../command'
import { clean } from '../output/clean'
import type { Cause } from './cause'

/** Why what a warning is about is right as it stands, by the number of the problem: `W510`. */
export type NoteByNumber = ReadonlyMap<string, string>

/** The notes of a call: `--note W510="a new register"`, as often as there are warnings. */
export function notesOfCall(call: Call): Outcome<NoteByNumber, 'COMMAND_WRONG'> {
  const notes = new Map<string, string>()
  for (const given of call.options('note')) {
    const [, number, text = ''] = /^([Ww]\d{3})\s*[=:]\s*(.*)$/s.exec(given) ?? []
    if (number === undefined || text.trim() === '')
      return refuse(
        'COMMAND_WRONG',
        `--note "${clean(given, 60)}" needs a number and why: --note W510="checked: a new register"`,
      )
    notes.set(number.toUpperCase(), text.trim().slice(0, mostCharacters))
  }
  return accept(notes)
}

/** Characters of a note, as the contract has it. */
const mostCharacters = 500

interface StatedNote {
  readonly problem: string
  readonly text: string
}

/**
 * Puts the notes of a call into a dataset, beside those that its file has. All of them, not only those that a warning here asks for:
 * the hub compares with what was stated before, which no check on this machine can.
 */
export function withNotes(
  { causes, data }: { readonly causes: readonly Cause[]; readonly data: object },
  notes: NoteByNumber,
): { readonly causes: readonly Cause[]; readonly data: object } {
  if (notes.size === 0) return { causes, data }
  const noted = causes.map((cause) => {
    const note = cause.level === 'warning' ? notes.get(cause.number) : undefined
    return note === undefined ? cause : { ...cause, note }
  })
  const kept = statedNotes(data).filter(({ problem }) => !notes.has(problem))
  const added = [...notes].map(([problem, text]) => ({ problem, text }))
  return { causes: noted, data: { ...data, notes: [...kept, ...added] } }
}

function statedNotes(data: object): readonly StatedNote[] {
  const notes: unknown = Reflect.get(data, 'notes')
  return Array.isArray(notes) ? notes.filter(isNote) : []
}

function isNote(value: unknown): value is StatedNote {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof Reflect.get(value, 'problem') === 'string' &&
    typeof Reflect.get(value, 'text') === 'string'
  )
}
