// SPDX-License-Identifier: Apache-2.0

/** How items are taken together. */
export interface BatchOptions<Item> {
  /** Items in a batch at most; twice as many wait here at most. */
  readonly most: number
  /** Where items differ in size: what one weighs, and what a batch weighs at most (a heavier item goes alone). */
  readonly weight?: { readonly of: (item: Item) => number; readonly most: number }
  readonly work: (batch: readonly Item[]) => Promise<void>
}

/**
 * Works what has come meanwhile as one batch: while a batch is at work, the next collects, so nobody waits for a batch to fill.
 * Ends with the source; throws what `work` throws, after the source was left.
 */
export async function inBatches<Item>(
  source: AsyncIterable<Item>,
  options: BatchOptions<Item>,
): Promise<void> {
  const line = new Line<Item>()
  const worker = workOff(line, options)
  worker.catch(() => {
    line.close()
  })
  for await (const item of source) {
    if (line.closed) break
    line.add(item)
    if (line.length >= 2 * options.most) await line.untilShorter()
  }
  line.close()
  await worker
}

async function workOff<Item>(line: Line<Item>, options: BatchOptions<Item>): Promise<void> {
  for (;;) {
    const batch = line.take(countOf(line.waiting, options))
    if (batch.length > 0) await options.work(batch)
    else if (line.closed) return
    else await line.untilLonger()
  }
}

function countOf<Item>(waiting: readonly Item[], { most, weight }: BatchOptions<Item>): number {
  if (weight === undefined) return most
  let sum = 0
  const tooMany = waiting.findIndex((item) => (sum += weight.of(item)) > weight.most)
  return tooMany === -1 ? most : Math.min(most, Math.max(1, tooMany))
}

/** Items that wait between the one who adds and the one who takes. */
class Line<Item> {
  closed = false
  private items: Item[] = []
  private longer: () => void = () => undefined
  private shorter: () => void = () => undefined

  get waiting(): readonly Item[] {
    return this.items
  }

  get length(): number {
    return this.items.length
  }

  add(item: Item): void {
    this.items.push(item)
    this.longer()
  }

  take(most: number): readonly Item[] {
    const taken = this.items.splice(0, most)
    this.shorter()
    return taken
  }

  close(): void {
    this.closed = true
    this.longer()
    this.shorter()
  }

  untilLonger(): Promise<void> {
    return new Promise((resolve) => (this.longer = resolve))
  }

  untilShorter(): Promise<void> {
    return new Promise((resolve) => (this.shorter = resolve))
  }
}
