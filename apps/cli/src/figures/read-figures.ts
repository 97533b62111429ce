// SPDX-License-Identifier: Apache-2.0
import { isUtf8 } from 'node:buffer'
import { existsSync, readFileSync } from 'node:fs'
import { rowsOf, type MigrationFlow } from '@corridor/contracts'
import { flowCsvColumns, readFlowCsv } from '@corridor/formats'
import { accept, refuse, type Outcome, type Refusal } from '@corridor/kernel'
import { parseJson } from '@corridor/message'
import { checkFlow } from '@corridor/sdk'
import { didYouMean } from '../nearest'
import { clean } from '../output/clean'

/** Figures of a file, judged by the rules of the hub. */
export interface Figures {
  readonly messages: readonly MigrationFlow[]
  readonly rows: number
}

/** Reads figures as CSV or JSON and judges them. With a participant, the figures must be its own. */
export function readFigures(file: string, participant?: string): Outcome<Figures> {
  const text = readText(file)
  if (!text.ok) return text
  return /^\s*\{/.test(text.value)
    ? figuresOfJson(text.value, participant)
    : figuresOfCsv(text.value, participant)
}

function figuresOfJson(text: string, participant: string | undefined): Outcome<Figures> {
  const body = parseJson(Buffer.from(text))
  if (!body.ok) return refuse('FILE_UNREADABLE', `the file is not JSON: ${body.refusal.detail}`)
  const flow = judge(body.value, participant)
  return flow.ok ? accept({ messages: [flow.value], rows: flow.value.rows }) : flow
}

function figuresOfCsv(text: string, participant: string | undefined): Outcome<Figures> {
  const read = withHint(readFlowCsv(text))
  if (!read.ok) return read
  const messages: MigrationFlow[] = []
  for (const [index, flow] of read.value.entries()) {
    const judged = judge(flow, participant)
    if (!judged.ok) return inFile(judged.refusal, { index, messages: read.value })
    messages.push(judged.value)
  }
  return accept({ messages, rows: messages.reduce((sum, { rows }) => sum + rows, 0) })
}

/** Megabytes that a file of figures may have; the hub takes 5,000 rows a message. */
const mostMegabytes = 256

function readText(file: string): Outcome<string> {
  if (!existsSync(file)) return refuse('COMMAND_WRONG', `there is no file ${clean(file)}`)
  const bytes = readBytes(file)
  if (bytes === undefined) return unreadable(file, 'cannot be read')
  if (bytes.length > mostMegabytes * 1_000_000)
    return unreadable(file, `is larger than ${mostMegabytes} MB`)
  return isUtf8(bytes)
    ? accept(bytes.toString('utf8'))
    : unreadable(file, 'is not written in UTF-8')
}

function readBytes(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

function unreadable(file: string, why: string): Outcome<never> {
  return refuse('FILE_UNREADABLE', `${clean(file)} ${why}`)
}

function withHint(read: ReturnType<typeof readFlowCsv>): ReturnType<typeof readFlowCsv> {
  if (read.ok || read.refusal.code !== 'FILE_COLUMN_UNKNOWN') return read
  const typed = /column "([^"]*)"/.exec(read.refusal.detail)?.[1] ?? ''
  const hint = didYouMean(typed, Object.keys(flowCsvColumns))
  return hint === ''
    ? read
    : refuse(read.refusal.code, `row 1: column "${clean(typed, 40)}" is not known.${hint}`)
}

function judge(data: unknown, participant: string | undefined): Outcome<MigrationFlow> {
  const flow = checkFlow(data)
  if (!flow.ok || participant === undefined) return flow
  let number = 1
  for (const { reporter } of rowsOf(flow.value)) {
    if (reporter !== participant) {
      return refuse(
        'REPORTER_NOT_SENDER',
        `row ${String(number)}, column reporter: ${participant} cannot report for ${reporter}`,
      )
    }
    number += 1
  }
  return flow
}

/** Turns the row numbers of a message into those of its file, whose first row has the names. */
function inFile(
  refusal: Refusal,
  place: { readonly index: number; readonly messages: readonly MigrationFlow[] },
): Outcome<never> {
  const { index, messages } = place
  const definition = JSON.stringify(messages[0]?.definition)
  // Figures of several definitions are sorted into messages, so their rows are no longer those of the file.
  if (messages.some((one) => JSON.stringify(one.definition) !== definition)) {
    const which = `message ${String(index + 1)} of ${String(messages.length)} (one for each definition)`
    return refuse(refusal.code, `in ${which}, ${refusal.detail}`)
  }
  const before = messages.slice(0, index).reduce((sum, { rows }) => sum + rows, 1)
  // Only where the detail begins with its rows: "row 12, column …", "rows 3 and 7 are …".
  const rows = /^rows? [\d and]+/.exec(refusal.detail)?.[0] ?? ''
  const moved = rows.replace(/\d+/g, (row) => String(Number(row) + before))
  return refuse(refusal.code, moved + refusal.detail.slice(rows.length))
}
