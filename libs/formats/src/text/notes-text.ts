// SPDX-License-Identifier: Apache-2.0

/** A note that goes with a warning. */
interface WarningNote {
  readonly problem: string
  readonly text: string
}

/** Notes as a cell has them: a line for each, `W510: checked, a new register`. */
export function notesText(notes: unknown): string | undefined {
  const list = Array.isArray(notes) ? notes.filter(isNote) : []
  if (list.length === 0) return undefined
  const text = list.map(({ problem, text: said }) => `${problem}: ${said}`).join('\n')
  const isClear = JSON.stringify(readNotes(text)) === JSON.stringify(list)
  // A note that itself looks like several keeps its form in JSON.
  return isClear ? text : JSON.stringify(list)
}

/** The notes of a cell, undefined where it holds none that can be read. */
export function readNotes(text: string): readonly WarningNote[] | undefined {
  if (text.trimStart().startsWith('[')) return notesOfJson(text)
  const notes: { problem: string; text: string }[] = []
  for (const line of text.split('\n')) {
    const [, problem, said = ''] = /^(W\d{3}): ?(.*)$/s.exec(line) ?? []
    const last = notes.at(-1)
    if (problem !== undefined) notes.push({ problem, text: said })
    else if (last !== undefined) last.text += `\n${line}`
    else return undefined
  }
  return notes.length === 0 ? undefined : notes
}

function notesOfJson(text: string): readonly WarningNote[] | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) && value.every(isNote)
      ? value.map(({ problem, text: said }) => ({ problem, text: said }))
      : undefined
  } catch {
    return undefined
  }
}

function isNote(value: unknown): value is WarningNote {
  if (typeof value !== 'object' || value === null) return false
  const { problem, text } = value as Partial<Record<string, unknown>>
  return typeof problem === 'string' && typeof text === 'string'
}
