// SPDX-License-Identifier: Apache-2.0
import type { StatementType } from '@corridor/message'
import type { Fact, Statement } from './told'

/** What stands in one row of the outbox: one fact or statement, or several of a kind that follow each other. */
export interface OutboxRun {
  readonly subject: string
  readonly typ: StatementType | null
  readonly body: Buffer
  readonly count: number
  /** Of each receipt where there are several; else null. */
  readonly lengths: readonly number[] | null
}

const typOf: Readonly<Record<Statement['channel'], StatementType>> = {
  receipt: 'corridor-receipt',
  delivery: 'corridor-delivery',
  report: 'corridor-report',
  feed: 'corridor-feed',
}

/** A run ends here, so that a row stays small and a run of facts fits into one message of the bus. */
const most = { items: 512, bytes: 262_144 } as const

/** Puts facts under one subject, and receipts for one participant, together where they follow each other. */
export function outboxRuns(told: readonly (Fact | Statement)[]): readonly OutboxRun[] {
  const runs: Item[][] = []
  let bytes = 0
  for (const item of told.map(itemOf)) {
    const run = runs.at(-1)
    bytes += item.body.length
    if (run !== undefined && goesWith(run, item) && run.length < most.items && bytes <= most.bytes)
      run.push(item)
    else {
      runs.push([item])
      bytes = item.body.length
    }
  }
  return runs.map(runOf)
}

interface Item {
  readonly subject: string
  readonly typ: StatementType | null
  readonly body: Buffer
}

function itemOf(one: Fact | Statement): Item {
  return one.kind === 'fact'
    ? { subject: one.subject, typ: null, body: Buffer.from(JSON.stringify(one.body)) }
    : {
        subject: `corridor.out.${one.participant}.${one.channel}`,
        typ: typOf[one.channel],
        body: Buffer.from(one.bytes),
      }
}

// Deliveries, reports and feeds have a row each: other tables name them by their position.
function goesWith([first]: readonly Item[], { subject, typ }: Item): boolean {
  return first?.subject === subject && (typ === null || typ === 'corridor-receipt')
}

function runOf(items: readonly Item[]): OutboxRun {
  const bodies = items.map(({ body }) => body)
  const [first] = items
  if (first === undefined) throw new Error('could not make a row of the outbox of nothing')
  const { subject, typ, body } = first
  if (items.length === 1) return { subject, typ, body, count: 1, lengths: null }
  if (typ === null) {
    const list = bodies.flatMap((one, i) => [Buffer.from(i === 0 ? '[' : ','), one])
    const whole = Buffer.concat([...list, Buffer.from(']')])
    return { subject, typ, body: whole, count: items.length, lengths: null }
  }
  const lengths = bodies.map(({ length }) => length)
  return { subject, typ, body: Buffer.concat(bodies), count: items.length, lengths }
}
