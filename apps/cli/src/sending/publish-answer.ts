// SPDX-License-Identifier: Apache-2.0
import { validate, type Receipt } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { inboxFile, type Outgoing, type Profile, type Received } from '@corridor/sdk'
import type { Answer } from '../command'
import { exitCodes } from '../exit-code'
import { clean } from '../output/clean'
import { count, instant, whole } from '../output/words'

/** Messages that were sent, with their receipts. */
export interface Sent {
  readonly messages: readonly Outgoing[]
  /** Unknown where the messages come from the outbox. */
  readonly rows?: number
  readonly receipts: ReadonlyMap<string, Received>
}

/** What the hub said of one message. */
interface Answered {
  readonly id: string
  readonly receipt: Receipt
  readonly file: string
}

/** The answer of the command: all accepted, all refused, or some of each. */
export function answerOf(profile: Profile, sent: Sent): Outcome<Answer> {
  const answered = sent.messages.flatMap(({ id }) => answeredOf(profile, id, sent.receipts.get(id)))
  const accepted = answered.filter(({ receipt }) => receipt.statement === 'accepted')
  const refused = answered.filter(({ receipt }) => receipt.statement === 'refused')
  const waits = answered.filter(({ receipt }) => receipt.statement === 'received')
  const [first] = refused
  if (first !== undefined && accepted.length + waits.length === 0) {
    const { code, detail } = problemOf(first.receipt)
    const others =
      refused.length === 1
        ? ''
        : ` (${whole(refused.length)} messages were refused; this is the first)`
    return refuse(code, `the hub refused ${first.id}: ${detail}${others}`)
  }
  const json = {
    rows: accepted.reduce((sum, { receipt }) => sum + (receipt.rows ?? 0), 0),
    receipts: answered.map(({ id, receipt, file }) => ({ message: id, ...receipt, file })),
  }
  const lines = [
    ...acceptedLines(accepted, json.rows),
    ...waits.map(waitingLine),
    ...refused.map(refusedLine),
  ]
  return accept({
    text: lines.join('\n'),
    json,
    ...(first === undefined ? {} : { exit: exitCodes.partly }),
  })
}

function answeredOf(
  profile: Profile,
  id: string,
  received: Received | undefined,
): readonly Answered[] {
  const receipt = validate('receipt', '1.0.0', received?.event.data)
  if (received === undefined || !receipt.ok) return []
  return [{ id, receipt: receipt.value, file: inboxFile(profile, received) }]
}

function acceptedLines(accepted: readonly Answered[], rows: number): readonly string[] {
  const [only] = accepted
  if (only === undefined) return []
  if (accepted.length === 1) {
    const { position, receivedAt } = only.receipt
    const place = position === undefined ? '' : `, position ${whole(position)}`
    return [
      `OK  Sent ${count(rows, 'row')}. Receipt of ${instant(receivedAt)}${place}.`,
      `    Kept in ${only.file}`,
    ]
  }
  const positions = accepted.map(({ receipt }) => receipt.position ?? 0)
  const span = `positions ${whole(Math.min(...positions))} to ${whole(Math.max(...positions))}`
  return [
    `OK  Sent ${count(rows, 'row')} in ${count(accepted.length, 'message')}. Receipts: ${span}.`,
  ]
}

function waitingLine({ id }: Answered): string {
  return `WAIT  The hub has ${clean(id, 128)}; it waits for the approver of your office: corridor submissions approve ${clean(id, 128)}`
}

function refusedLine({ id, receipt }: Answered): string {
  const { code, detail } = problemOf(receipt)
  return `STOP  ${clean(id)} was refused: ${clean(code)}, ${clean(detail, 300)}`
}

function problemOf({ problem }: Receipt): { readonly code: string; readonly detail: string } {
  return problem ?? { code: 'UNEXPECTED', detail: 'the hub gave no reason' }
}
