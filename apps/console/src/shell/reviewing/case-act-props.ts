// SPDX-License-Identifier: Apache-2.0
import { validate, type ReviewAct } from '@corridor/contracts'
import { canonicalJson } from '@corridor/kernel'
import { parseJson } from '@corridor/message'
import { Refused } from '@corridor/platform'
import type { CaseActName, CaseActProps, WrittenWords } from '../../views'
import type { Edge } from '../edge'
import { frameOf } from '../frame'
import { placesOf } from '../page-props'
import { toBeSigned } from '../passkeys/passkey-signing'
import { caseOf, type CaseRow } from '../review-reading'
import type { Reader } from '../send-page'
import { figureOf, lineOf } from './case-props'
import { caseActHref } from './places'
import { membersOf, nothingWritten, notRightIn, optionsOf, wordsIn } from './written-words'

const names: readonly CaseActName[] = [
  ...(['propose', 'counter', 'differ', 'agree', 'explain', 'comment', 'close'] as const),
]
const ofFigure: readonly CaseActName[] = ['propose', 'counter', 'differ', 'agree']

/** The act with a name, or undefined. */
export function caseActNamed(name: string): CaseActName | undefined {
  return names.find((known) => known === name)
}

/** What the page of an act about a case is asked for. */
export interface CaseActAsked {
  readonly id: string
  readonly act: CaseActName
  readonly figure: string | null
  /** Null before anything was written. */
  readonly written: WrittenWords | null
  /** The version that the reader has read; null: as it stands now. */
  readonly answers: number | null
  /** True to look at the form once more, whatever is in it. */
  readonly again: boolean
}

/** The page of an act about a case, or null where there is none for this reader. */
export async function caseActProps(
  edge: Edge,
  reader: Reader,
  asked: CaseActAsked,
): Promise<CaseActProps | null> {
  const { id, act } = asked
  const row = await caseOf(edge.store, reader.actor, id)
  if (row === null) return null
  const cell = Object.values(row.cells).find(({ key }) => key === asked.figure)
  if (ofFigure.includes(act) && cell === undefined) return null
  const written = asked.written ?? nothingWritten
  const isStale = act !== 'comment' && asked.answers !== null && asked.answers !== row.version
  const isFirst = asked.written === null && act !== 'agree'
  const notRight = isFirst || asked.again ? [] : notRightIn(act, written)
  const isReady = !isFirst && !asked.again && notRight.length === 0 && (!isStale || act === 'agree')
  const place = await placesOf(edge)
  return {
    ...{ frame: frameOf(edge, reader.actor), act, line: lineOf(row, place, edge.clock()) },
    ...{ answers: row.version, written, notRight, isStale },
    figure: cell === undefined ? null : figureOf(row, cell, { names: place, mayAct: null }),
    toSign: isReady ? await signable(edge, reader, { row, act, figure: cell?.key, written }) : null,
  }
}

interface Meant {
  readonly row: CaseRow
  readonly act: CaseActName
  readonly figure: string | undefined
  readonly written: WrittenWords
}

function signable(edge: Edge, reader: Reader, meant: Meant) {
  const { row, act, figure, written } = meant
  const option = figure === undefined ? '' : ` --figure ${figure}`
  const answers = act === 'comment' ? '' : ` --version ${String(row.version)}`
  return toBeSigned(edge, reader, {
    ...{ typ: 'corridor-review-act', role: 'review', text: documentOf(meant, edge.clock()) },
    action: caseActHref(row.id, act),
    command: `corridor cases ${act} ${row.id}${option}${optionsOf(written)}${answers}`,
  })
}

/** The canonical bytes of the act that are signed, as text. */
function documentOf({ row, act, figure, written }: Meant, at: Date): string {
  const document = {
    ...{ act, agreement: row.agreement, case: row.id, at: at.toISOString() },
    ...(act === 'comment' ? {} : { answers: row.version }),
    ...(figure === undefined ? {} : { figure }),
    ...membersOf(act, written),
  }
  const judged = validate('review-act', '1.0.0', document)
  if (!judged.ok) throw new Refused(judged.refusal)
  return canonicalJson(document)
}

/** The act in the bytes of a form, to be read again where it came too late; null where it is none about a case. */
export function actIn(
  bytes: string,
): { readonly act: ReviewAct; readonly written: WrittenWords } | null {
  const body = parseJson(Buffer.from(bytes, 'base64'))
  const judged = body.ok ? validate('review-act', '1.0.0', body.value) : body
  return judged.ok ? { act: judged.value, written: wordsIn(judged.value) } : null
}
