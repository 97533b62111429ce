// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { sealNow } from '@corridor/message'
import { rowsOfQuery, sendAgain, serviceContext, type ServiceContext } from '@corridor/platform'
import { Inject, Injectable } from '@nestjs/common'
import { wholeStatements } from './bodies'
import { withheld, type Withheld } from './still-granted'

/** Which deliveries a recipient asks for: those after a number, or since an instant. */
export interface ReplayAsk {
  readonly recipient: string
  readonly after: number
  readonly since: string | null
  readonly limit: number
}

/** A delivery as it was sealed, or why it is not handed over again; its digest keeps the chain whole. */
export type Replayed =
  | { readonly number: number; readonly signature: string; readonly payload: string }
  | { readonly number: number; readonly digest: string; readonly withheld: Withheld | 'WITHDRAWN' }
  | {
      readonly number: number
      readonly digest: string
      readonly withheld: 'DELETED'
      /** What it was deleted under. */
      readonly under: string
    }

/** Deliveries in the order of their numbers, and the last number that the recipient has. */
export interface ReplayPage {
  readonly deliveries: readonly Replayed[]
  readonly last: number
}

/** Of one answer, so that it fits into a message of the bus. */
const mostBytes = 4_194_304
const mostDeliveries = 1_000

interface Row {
  readonly position: string
  readonly number: string
  readonly kind: string
  readonly digest: string
  /** What is its own: the figures are stored apart. */
  readonly body: Buffer
  /** Of the whole, about. */
  readonly bytes: number
  readonly withdrawn: boolean
  readonly under: string | null
}

/** Hands deliveries over again. What was granted once is decided anew: only what is granted at this moment goes. */
@Injectable()
export class ReplayService {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  /** Deliveries as sealed, a page at a time. */
  async pull(ask: ReplayAsk): Promise<Outcome<ReplayPage>> {
    const { store, clock, environment } = this.context
    const rows = fitting(await this.rows(ask))
    const figures = positionsOf(rows.filter(({ kind }) => kind === 'figures'))
    const keys = environment.keys.storage
    const kept = await withheld(store, figures, { at: clock(), keys })
    const going = rows
      .map((row) => ({ ...row, position: Number(row.position) }))
      .filter(({ position }) => !kept.has(position))
    const whole = await wholeStatements(store, going, keys)
    const deliveries = rows.map((row) => this.replayed(row, kept, whole))
    const [head] = await rowsOfQuery<{ number: string }>(
      store,
      'select number from head where recipient = $1',
      [ask.recipient],
    )
    const [first] = deliveries
    const nothing = deliveries.every((one) => 'withheld' in one && isDenied(one.withheld))
    if (first !== undefined && nothing && 'withheld' in first)
      return refuse(
        'DELIVERY_WITHHELD',
        `deliveries ${String(first.number)} to ${String(deliveries.at(-1)?.number)} are not granted now: ${first.withheld}`,
      )
    return accept({ deliveries, last: Number(head?.number ?? 0) })
  }

  /** Puts deliveries into the recipient's stream once more, those that are granted now. Gives how many go. */
  async replay(
    ask: ReplayAsk,
  ): Promise<Outcome<{ readonly sent: number; readonly withheld: number }>> {
    const at = this.context.clock()
    const all = await this.rows(ask)
    const rows = all.filter(({ withdrawn }) => !withdrawn)
    const [gone] = all.flatMap(({ under }) => under ?? [])
    if (rows.length === 0 && gone !== undefined)
      return refuse('FIGURES_DELETED', `deleted under ${gone}`)
    const sent = await this.context.store.transaction(async (tx) => {
      const { storage } = this.context.environment.keys
      const kept = await withheld(tx, positionsOf(rows), { at, keys: storage })
      return sendAgain(
        tx,
        positionsOf(rows).filter((position) => !kept.has(position)),
      )
    })
    if (sent.length === 0 && rows.length > 0)
      return refuse('DELIVERY_WITHHELD', 'none of these deliveries is granted now')
    return accept({ sent: sent.length, withheld: rows.length - sent.length })
  }

  private rows({ recipient, after, since, limit }: ReplayAsk): Promise<readonly Row[]> {
    return rowsOfQuery<Row>(
      this.context.store,
      `select n.position, n.number, n.kind, n.digest, o.body, o.withdrawn_at is not null as withdrawn,
         r.deleted_under as under, octet_length(o.body) + coalesce(octet_length(b.sealed), 0) as bytes
       from numbered n join outbox o on o.position = n.position left join release r on r.position = n.position
       left join body b on b.dataset = r.dataset and b.fingerprint = r.body
       where n.recipient = $1 and n.number > $2 and ($3::timestamptz is null or n.at >= $3::timestamptz)
       order by n.number limit $4`,
      [recipient, after, since, Math.min(limit, mostDeliveries)],
    )
  }

  private replayed(
    row: Row,
    kept: ReadonlyMap<number, Withheld>,
    whole: ReadonlyMap<number, Buffer>,
  ): Replayed {
    const { digest } = row
    const number = Number(row.number)
    if (row.under !== null) return { number, digest, withheld: 'DELETED', under: row.under }
    const why = row.withdrawn ? 'WITHDRAWN' : kept.get(Number(row.position))
    if (why !== undefined) return { number, digest, withheld: why }
    const body = whole.get(Number(row.position))
    // Its message was deleted, and delivery has not heard of it yet.
    if (body === undefined) return { number, digest, withheld: 'WITHDRAWN' }
    const { hubId, keys } = this.context.environment
    const purpose = { typ: 'corridor-delivery', aud: hubId } as const
    const { signature } = sealNow(body, purpose, keys.signer)
    return { number, signature, payload: body.toString() }
  }
}

function isDenied(withheld: string): boolean {
  return withheld !== 'WITHDRAWN' && withheld !== 'DELETED'
}

function positionsOf(rows: readonly Row[]): readonly number[] {
  return rows.map(({ position }) => Number(position))
}

// At least one, however large.
function fitting(rows: readonly Row[]): readonly Row[] {
  let bytes = 0
  return rows.filter((row, i) => (bytes += row.bytes) <= mostBytes || i === 0)
}
