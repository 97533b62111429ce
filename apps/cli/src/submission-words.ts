// SPDX-License-Identifier: Apache-2.0
import type { Receipt } from '@corridor/contracts'
import type { Statement } from '@corridor/sdk'
import { clean } from './output/clean'
import { count, instant } from './output/words'

/** What the hub has stated about one message, a line each, with the report where it was refused. */
export function statementLines(statements: readonly Statement[]): readonly string[] {
  if (statements.length === 0) return []
  const lines = statements.flatMap(({ receipt, received }) => [
    `${instant(receipt.at ?? received.event.time)}  ${statementWords(receipt)}`,
    ...reportLines(receipt),
  ])
  return [`Statements of the hub, each signed\n${lines.map((line) => `  ${line}`).join('\n')}`]
}

function statementWords({
  statement,
  awaits,
  problem,
  recipient,
  position,
  rows,
}: Receipt): string {
  switch (statement) {
    case 'received':
      return awaits === undefined ? 'received' : 'received; waits for the approver of its sender'
    case 'refused':
      return `refused: ${clean(problem?.code ?? '', 64)}, ${clean(problem?.detail ?? '', 300)}`
    case 'accepted':
      return `accepted at position ${String(position ?? '')}${rows === undefined ? '' : `, ${count(rows, 'row')}`}`
    case 'withdrawn':
      return 'withdrawn by its sender'
    case 'delivered':
      return `delivered to ${clean(recipient ?? 'a recipient', 40)}`
  }
}

/** The report of a refusal, a line for each cause; rows are those of the dataset, counted from 1. */
export function reportLines({ report }: Pick<Receipt, 'report'>): readonly string[] {
  if (report === undefined) return []
  const lines = report.lines.map(({ problem, level, rows, column, detail, first }) => {
    const where = column === undefined ? '' : `, column ${clean(column, 64)}`
    const begins = first.length === 0 ? '' : `; first in row ${first.slice(0, 3).join(', ')}`
    const mark = level === 'error' ? 'STOP' : 'LOOK'
    return `    ${mark}  ${count(rows, 'row')}  ${clean(problem, 64)}${where}: ${clean(detail, 300)}${begins}`
  })
  const left = report.groups - report.lines.length
  return left > 0 ? [...lines, `    … and ${count(left, 'more cause')}`] : lines
}
