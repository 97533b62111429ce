// SPDX-License-Identifier: Apache-2.0
import { codeList, codeListIds, type CodeListId, type MappedColumn } from '@corridor/contracts'
import type { Call } from '../command'
import { clean } from '../output/clean'
import { gap, type Gap, type Proposal } from './propose-mapping'

/** Asks for what could not be guessed, on a terminal only. An empty answer leaves the gap for later. */
export async function fillGaps(call: Call, proposal: Proposal): Promise<Proposal> {
  const { screen, world } = call
  if (world.ask === undefined || screen.json || proposal.gaps.length === 0) return proposal
  screen.note('An empty answer leaves a gap for later.')
  let { mapping } = proposal
  const left: Gap[] = []
  for (const [index, one] of proposal.gaps.entries()) {
    const code = await codeFor(call, one)
    if (code === undefined) {
      left.push(...proposal.gaps.slice(index))
      break
    }
    if (code === '') left.push(one)
    else
      mapping = { ...mapping, columns: mapping.columns.map((column) => filled(column, one, code)) }
  }
  return { ...proposal, mapping, gaps: left }
}

/** The answer to one question, empty where there is none; undefined where nobody answers any more. */
async function codeFor(
  { screen }: Call,
  { column, codelist, text }: Gap,
): Promise<string | undefined> {
  const what = text === undefined ? `${column} in all rows` : `${column} "${clean(text, 60)}"`
  const list = codelist === undefined ? '' : ` (${codelist})`
  for (;;) {
    const answer = await screen.ask(`Code for ${what}${list}: `, 'nobody is there to answer')
    if (!answer.ok) return undefined
    const known = answer.value === '' ? '' : knownCode(codelist, answer.value)
    if (known !== undefined) return known
    screen.note(
      `NOTE  ${clean(answer.value, 40)} is not in ${codelist ?? 'the list'}. corridor codes ${codelist ?? ''} shows it.`,
    )
  }
}

function knownCode(codelist: string | undefined, answer: string): string | undefined {
  if (codelist === undefined || !codeListIds.includes(codelist)) return answer
  // The ids of the contracts are the code lists.
  const list = codeList(codelist as CodeListId)
  return list.normalise(answer) ?? list.normalise(answer.toUpperCase()) ?? list.codeOfLabel(answer)
}

function filled(column: MappedColumn, { column: name, text }: Gap, code: string): MappedColumn {
  if (column.kind === 'flags' || column.column !== name) return column
  if (text === undefined)
    return column.kind === 'fixed' && column.value === gap ? { ...column, value: code } : column
  if (column.kind !== 'from' || column.codes === undefined) return column
  const codes = column.codes.map((one) => (one.from === text ? { from: text, to: code } : one))
  return { ...column, codes }
}
