// SPDX-License-Identifier: Apache-2.0
import { reasonOf, serviceContext, type ServiceContext } from '@corridor/platform'
import { Inject, Injectable } from '@nestjs/common'
import type { SeriesName } from '../domain/vintage'
import { cellFilter, type CellFilter } from '../domain/vintage-filter'
import { recentCells, type RecentCells } from '../domain/vintage-recent'
import { VintagesInHand } from './vintages-in-hand'
import { VintageIndexing } from './vintages-indexing'
import { uuidsOf } from './vintages-keys'
import { keysInPart, newestFigures, newsOf, rowsOfSeries, type News } from './vintages-look-ups'
import { seriesKey, vintagesOf, type Recorded } from './vintages-tables'

/** Cells of a sender about which somebody asks what stands: four words a cell, as `cellKeys` makes them. */
export interface EarlierAsk extends SeriesName {
  readonly keys: Uint32Array
}

/** What this process knows of a series without asking PostgreSQL. */
interface SeriesMemory {
  readonly name: SeriesName
  /** Every dataset up to this position is in the table of vintages or among the recent cells here; null before the first look. */
  known: number | null
  /** Every key that the table may have; null where there is no such filter (yet). */
  filter: CellFilter | null
  /** The filter while the keys of the table are read into it. */
  filling: CellFilter | null
  recent: RecentCells
}

/** Cells that wait for the index in this process at most, about 40 MB: beyond, a look-up waits for the index. */
const mostRecentCells = 1_048_576
/** Rows that are taken in at once: where there are more, the index is faster. */
const mostNewRows = 131_072
const mostFilterBytes = 67_108_864
const filterPageKeys = 16_384
/** Series with a memory; the one that was not asked about for longest loses it. */
const mostSeries = 1_024

/**
 * What a sender stated before, for the rules that compare with it: the newest figure of each cell, whether it is indexed yet or
 * not. A filter in memory spares PostgreSQL the cells that were never stated, which are most cells of a new period.
 */
@Injectable()
export class EarlierFigures {
  /** Written by `memoryOf`; emptied by `take` where datasets were withdrawn. */
  private readonly memories = new Map<string, SeriesMemory>()
  /** How many datasets count no more, as last seen. Written by `take`. */
  private ended = 0
  /** One filter is filled at a time. Written by `fillLater`. */
  private filling: Promise<void> = Promise.resolve()

  constructor(
    @Inject(serviceContext) private readonly context: ServiceContext,
    private readonly indexing: VintageIndexing,
    private readonly inHand: VintagesInHand,
  ) {}

  /** The newest figures of one sender's cells, NaN where there is none. */
  async earlierFor(ask: EarlierAsk): Promise<Float64Array> {
    const [figures = new Float64Array(0)] = await this.lookUp([ask])
    return figures
  }

  /** The same for many asks, in two statements together. */
  async lookUp(asks: readonly EarlierAsk[]): Promise<readonly Float64Array[]> {
    const memories = await this.catchUp(asks)
    const found = asks.map(({ keys }) => new Float64Array(keys.length / 4).fill(NaN))
    const open: { i: number; row: number }[] = []
    asks.forEach((ask, i) => {
      const memory = memories[i]
      const figures = found[i]
      if (memory === undefined || figures === undefined) return
      for (const row of fromMemory(memory, ask.keys, figures)) open.push({ i, row })
    })
    if (open.length === 0) return found
    const keys = uuidsOf(
      keysAt(
        asks.map((ask) => ask.keys),
        open,
      ),
    )
    const cells = { series: asks, of: open.map(({ i }) => i + 1), keys }
    for (const [cell, figure] of await newestFigures(this.context.store, cells)) {
      const place = open[cell]
      const figures = place === undefined ? undefined : found[place.i]
      if (place !== undefined && figures !== undefined) figures[place.row] = figure
    }
    return found
  }

  private memoryOf({ participant, contract, test }: SeriesName): SeriesMemory {
    const name = { participant, contract, test }
    const key = seriesKey(name)
    const memory = this.memories.get(key) ?? newMemory(name)
    // The last of a map is the one that was added last.
    this.memories.delete(key)
    this.memories.set(key, memory)
    const [oldest] = this.memories.keys()
    if (this.memories.size > mostSeries && oldest !== undefined) this.memories.delete(oldest)
    return memory
  }

  /** Takes in what was recorded since the last look, also by other processes; waits for the index where that is a lot. */
  private async catchUp(asks: readonly EarlierAsk[]): Promise<readonly SeriesMemory[]> {
    for (;;) {
      const ofAsks = asks.map((ask) => this.memoryOf(ask))
      const memories = [...new Set(ofAsks)]
      const news = await newsOf(this.context.store, memories)
      if (this.withdrawn(news)) continue
      const rows = news.recorded.reduce((sum, one) => sum + one.rows, 0)
      const last = news.recorded.at(-1)?.position ?? 0
      const tooMany = rows > mostNewRows || this.recentSize() + rows > mostRecentCells
      if (!tooMany || last <= news.indexed) {
        await this.take(memories, news)
        return ofAsks
      }
      await this.indexing.until(last)
      // Of what was too much to take in, the filters know nothing.
      for (const memory of memories) this.memories.delete(seriesKey(memory.name))
    }
  }

  /** True where datasets were withdrawn since: nothing that is held says which figures they had. */
  private withdrawn({ ended }: News): boolean {
    if (ended === this.ended) return false
    this.ended = ended
    this.memories.clear()
    return true
  }

  private recentSize(): number {
    let cells = 0
    for (const { recent } of this.memories.values()) cells += recent.size()
    return cells
  }

  private async take(memories: readonly SeriesMemory[], news: News): Promise<void> {
    const { indexed, recorded } = news
    const byKey = new Map(memories.map((memory) => [seriesKey(memory.name), memory]))
    for (const { recorded: one, vintage } of await this.cellsOf(recorded)) {
      const memory = byKey.get(seriesKey(one))
      if (one.position > indexed) memory?.recent.take(one.position, vintage)
      memory?.filter?.add(vintage.keys)
      memory?.filling?.add(vintage.keys)
    }
    for (const memory of memories) {
      const first = memory.known === null
      memory.recent.forget(indexed)
      memory.known = Math.max(memory.known ?? 0, indexed)
      if (first) this.fillLater(memory)
    }
    for (const one of recorded) {
      const memory = byKey.get(seriesKey(one))
      if (memory !== undefined) memory.known = Math.max(memory.known ?? 0, one.position)
    }
  }

  private async cellsOf(recorded: readonly Recorded[]): ReturnType<typeof vintagesOf> {
    const held = recorded.flatMap(({ position }) => this.inHand.of(position) ?? [])
    const rest = recorded.filter(({ position }) => this.inHand.of(position) === undefined)
    const { store, environment } = this.context
    return [...held, ...(await vintagesOf(store, rest, environment.keys.storage))]
  }

  /** Reads the keys of the table into a filter, behind those of other series. Until then PostgreSQL is asked for every cell. */
  private fillLater(memory: SeriesMemory): void {
    memory.filling = cellFilter()
    this.filling = this.filling
      .then(() => this.fill(memory))
      .catch((error: unknown) => {
        memory.filling = null
        this.context.log.warn('a filter of cells was not filled', { reason: reasonOf(error) })
      })
  }

  private async fill(memory: SeriesMemory): Promise<void> {
    const { name, filling } = memory
    if (filling === null) return
    const of = Math.ceil((await rowsOfSeries(this.context.store, name)) / filterPageKeys) || 1
    for (let part = 0; part < of; part++) {
      filling.add(await keysInPart(this.context.store, name, { part, of }))
      if (filling.bytes() > mostFilterBytes) {
        memory.filling = null
        return
      }
    }
    memory.filter = filling
    memory.filling = null
  }
}

function newMemory(name: SeriesName): SeriesMemory {
  return { name, known: null, filter: null, filling: null, recent: recentCells() }
}

/** Writes what the memory of a series tells of its cells; gives the rows that only PostgreSQL knows. */
function fromMemory(
  { filter, recent }: SeriesMemory,
  keys: Uint32Array,
  figures: Float64Array,
): readonly number[] {
  const open: number[] = []
  const anyRecent = recent.size() > 0
  for (let row = 0; row < figures.length; row++) {
    // The filter has what is recent too, and is small enough to stay near the processor.
    if (filter?.mayHave(keys, row) === false) continue
    const figure = anyRecent ? recent.figure(keys, row) : undefined
    if (figure === undefined) open.push(row)
    else figures[row] = figure
  }
  return open
}

function keysAt(
  keys: readonly Uint32Array[],
  open: readonly { readonly i: number; readonly row: number }[],
): Uint32Array {
  const picked = new Uint32Array(open.length * 4)
  open.forEach(({ i, row }, n) => {
    picked.set(keys[i]?.subarray(row * 4, row * 4 + 4) ?? [], n * 4)
  })
  return picked
}
