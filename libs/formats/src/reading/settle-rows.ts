// SPDX-License-Identifier: Apache-2.0
import type { FileNote, FileProblem, Table } from './file-reading'
import { cellsOf, rowsWhere, withCells, withoutColumn } from './edit-table'
import { readFlags } from '../text/eurostat-flags'
import { shown } from '../text/shown'

/** A table whose every row says what it is, and rows that say what cannot be. */
export interface SettledTable {
  readonly table: Table
  readonly problems: readonly FileProblem[]
  readonly notes: readonly FileNote[]
}

/** What stands for a value that is missing on purpose. */
const noValue = new Set(['', 'NaN', '#N/A', ':'])

interface Status {
  readonly value: string
  readonly valueStatus: string
  readonly obsStatus: string
  readonly confStatus: string
}

/**
 * Settles what each row of a table with a contract's columns says: flags of Eurostat become status, a figure that is not there
 * gets the status that tells why. Columns: `value`, `value_status`, `obs_status`, `conf_status`, and `flags`, which goes.
 */
export function settleRows(table: Table): SettledTable {
  const columns = {
    value: cellsOf(table, 'value'),
    valueStatus: cellsOf(table, 'value_status'),
    obsStatus: cellsOf(table, 'obs_status'),
    confStatus: cellsOf(table, 'conf_status'),
    flags: cellsOf(table, 'flags'),
  }
  const problems = new Map<number, FileProblem>()
  const settled: Status[] = []
  let revised = 0
  for (let index = 0; index < table.rowNumbers.length; index++) {
    const at = (name: keyof typeof columns): string => columns[name]?.[index]?.trim() ?? ''
    const outcome = settle(at)
    if ('code' in outcome) problems.set(index, inRow(outcome, { table, index, flags: at('flags') }))
    else if (outcome.isRevised) revised++
    settled.push('code' in outcome ? empty : outcome)
  }
  return {
    table: rowsWhere(withStatus(table, settled), (index) => !problems.has(index)),
    problems: [...problems.values()],
    notes: revised === 0 ? [] : [revisionNote(revised)],
  }
}

const empty: Status = { value: '', valueStatus: '', obsStatus: '', confStatus: '' }

type Settled = Status & { readonly isRevised: boolean }
type Unsettled = Pick<FileProblem, 'code' | 'detail'>

function settle(
  at: (name: 'value' | 'valueStatus' | 'obsStatus' | 'confStatus' | 'flags') => string,
): Settled | Unsettled {
  const isRetracted = at('valueStatus') === 'retracted'
  const value = isRetracted || noValue.has(at('value')) ? '' : at('value')
  // Status that came by Eurostat's letters, in whichever column they stand.
  const letters = [at('flags'), ...[at('obsStatus'), at('confStatus')].filter(isLetters)].join('')
  const flags = readFlags(letters)
  if (flags === undefined) {
    return {
      code: 'FILE_FLAG_UNKNOWN',
      detail: `a letter of "${shown(letters)}" is no flag that is known`,
    }
  }
  const stated = isLetters(at('obsStatus')) ? [] : statusCodes(at('obsStatus'))
  const obsStatus = [...new Set([...stated, ...flags.obsStatus])]
  const confStatus = isLetters(at('confStatus')) ? '' : withoutMark(at('confStatus'))
  const confidentiality = confStatus === '' && flags.isConfidential ? 'C' : confStatus
  const status = { obsStatus, confStatus: confidentiality, isNotApplicable: flags.isNotApplicable }
  return {
    value,
    valueStatus: withoutMark(at('valueStatus')) || statusOfValue(value, status),
    obsStatus: obsStatus.join(' '),
    confStatus: confidentiality,
    isRevised: flags.isRevised,
  }
}

function statusOfValue(
  value: string,
  status: {
    readonly obsStatus: readonly string[]
    readonly confStatus: string
    readonly isNotApplicable: boolean
  },
): string {
  if (value !== '') return 'value'
  const isHidden = status.obsStatus.includes('Q') || !['', 'F', 'E'].includes(status.confStatus)
  if (isHidden) return 'suppressed'
  return status.isNotApplicable || status.obsStatus.includes('M') ? 'not-applicable' : 'missing'
}

function isLetters(text: string): boolean {
  return /^[a-z ]+$/.test(text)
}

// "B D", "B;D" and "BD" are one set: every code of CL_OBS_STATUS is one letter.
function statusCodes(text: string): readonly string[] {
  const codes = withoutMark(text)
  return /^[A-Z]{2,}$/.test(codes)
    ? codes.split(/(?=[A-Z])/)
    : codes.split(/[\s;,|]+/).filter(Boolean)
}

function withoutMark(text: string): string {
  return text === '#N/A' ? '' : text
}

function withStatus(table: Table, settled: readonly Status[]): Table {
  const columns: readonly (readonly [string, keyof Status])[] = [
    ['value', 'value'],
    ['value_status', 'valueStatus'],
    ['obs_status', 'obsStatus'],
    ['conf_status', 'confStatus'],
  ]
  return columns.reduce(
    (made, [name, key]) =>
      withCells(
        made,
        name,
        settled.map((status) => status[key]),
      ),
    withoutColumn(table, 'flags'),
  )
}

function inRow(
  told: Unsettled,
  {
    table,
    index,
    flags,
  }: { readonly table: Table; readonly index: number; readonly flags: string },
): FileProblem {
  const column = table.columns.find(({ name }) => name === (flags === '' ? 'obs_status' : 'flags'))
  return {
    ...told,
    row: table.rowNumbers[index] ?? 0,
    ...(column === undefined || column.letter === ''
      ? {}
      : { column: column.letter, header: shown(column.header ?? column.name) }),
    value: shown(flags === '' ? (column?.cells[index] ?? '') : flags),
  }
}

function revisionNote(rows: number): FileNote {
  const detail = `${rows} figures carry the flag r (revised); the hub knows revisions by their vintages`
  return { code: 'FILE_FLAGS_COUNTED', detail }
}
