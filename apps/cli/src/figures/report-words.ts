// SPDX-License-Identifier: Apache-2.0
import { clean } from '../output/clean'
import { count, whole } from '../output/words'
import { rowsWith, type Cause, type Told } from './cause'

/** Causes that are shown on a screen; the list as CSV has all of them. */
export const mostShown = 20

/** Everything that was found in a file, in words: what stops it, and what is worth a look. */
export function reportText(causes: readonly Cause[]): string {
  const errors = causes.filter(({ level }) => level === 'error')
  const warnings = causes.filter(({ level }) => level === 'warning')
  const parts = [
    errors.length === 0 ? '' : `${stopLine(errors)}\n\n${causeLines(errors)}`,
    warnings.length === 0 ? '' : warningText(warnings),
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

function stopLine(errors: readonly Cause[]): string {
  const rows = rowsWith(errors, 'error')
  const what =
    rows === 0 ? 'The file needs' : `${count(rows, 'row')} ${rows === 1 ? 'needs' : 'need'}`
  return `STOP  ${what} correction. Nothing was sent.`
}

function warningText(warnings: readonly Cause[]): string {
  const head = `LOOK  ${count(warnings.length, 'thing')} to look at`
  const numbers = [...new Set(uncovered(warnings).map(({ number }) => number))]
  const need = numbers.map((number) => `--note ${number}="why it is right"`).join(' ')
  const line =
    numbers.length === 0
      ? 'Each has a note, which goes with the figures.'
      : `If the figures are right, say why in a note that goes with them: ${need}`
  return `${head}\n\n${causeLines(warnings)}\n\n${line}`
}

/** Warnings that no note speaks of: the hub would refuse the figures. */
export function uncovered(causes: readonly Cause[]): readonly Cause[] {
  return causes.filter(({ level, note }) => level === 'warning' && note === undefined)
}

function causeLines(causes: readonly Cause[]): string {
  const shown = causes.slice(0, mostShown)
  const counts = shown.map(({ rows }) =>
    rows.length === 0 ? 'the file' : count(rows.length, 'row'),
  )
  const widest = Math.max(...counts.map(({ length }) => length))
  const lines = shown.map((cause, index) => {
    const head = `  ${(counts[index] ?? '').padStart(widest)}  ${cause.number}  `
    const space = ' '.repeat(head.length)
    return [head + clean(cause.message, 300), ...below(cause).map((line) => space + line)].join(
      '\n',
    )
  })
  const left = causes.length - shown.length
  const rest = causes.slice(mostShown).reduce((sum, { rows }) => sum + rows.length, 0)
  if (left > 0)
    lines.push(
      `  … and ${count(left, 'more cause')} in ${count(rest, 'row')}: the list has all of them.`,
    )
  return lines.join('\n')
}

function below({ code, rows, fix, note }: Cause): readonly string[] {
  const [first] = rows
  // Whose rows stand in its first line already.
  const where =
    first === undefined || code === 'ROW_TWICE'
      ? ''
      : `${rows.length === 1 ? 'Row' : 'First: row'} ${whole(first)}. `
  const lines = [`${where}${clean(fix, 300)}`]
  if (note !== undefined) lines.push(`Note: ${clean(note, 200)}`)
  return lines.filter((line) => line !== '')
}

/** What was told about the file, a line each. */
export function toldText(told: readonly Told[]): string {
  return told.map(({ number, message }) => `NOTE  ${number}  ${clean(message, 400)}`).join('\n')
}

/** Where the copy with notes and the list of all problems are. */
export function filesText(files: { readonly copy?: string; readonly list?: string }): string {
  const { copy, list } = files
  const words = [
    copy === undefined ? '' : `Corrected copy with notes:  ${copy}`,
    list === undefined ? '' : `All problems:  ${list}`,
  ]
  return words.filter((word) => word !== '').join('      ')
}

/** The line that says how to learn more about the first code. */
export function moreText([first]: readonly Cause[]): string {
  return first === undefined ? '' : `More about a code:  corridor help ${first.number}`
}
