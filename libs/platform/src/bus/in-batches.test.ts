// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { inBatches } from './in-batches'

/** Lets everything that can go on go on, until all wait for something outside. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** A source that gives these items at once, and tells how many were taken from it and whether it was left. */
function sourceOf<Item>(items: readonly Item[]) {
  const seen = { taken: 0, left: false }
  async function* give(): AsyncGenerator<Item> {
    try {
      for (const item of items) {
        await Promise.resolve()
        seen.taken += 1
        yield item
      }
    } finally {
      seen.left = true
    }
  }
  return { seen, items: give() }
}

/** Work that goes on until it is let go, and the batches it was given. */
function heldWork() {
  const batches: (readonly number[])[] = []
  let release: () => void = () => undefined
  const work = (batch: readonly number[]): Promise<void> => {
    batches.push(batch)
    return new Promise((resolve) => (release = resolve))
  }
  return { batches, work, letGo: () => release() }
}

const numbers = (length: number): readonly number[] => Array.from({ length }, (_, i) => i)

describe('items worked in batches', () => {
  it('come once each, in their order, and no batch is empty or larger than the most', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 60 }), fc.integer({ min: 1, max: 9 }), async (size, most) => {
        const batches: (readonly number[])[] = []
        const work = async (batch: readonly number[]): Promise<void> => {
          batches.push(batch)
          if (batch.length % 2 === 0) await settled()
        }
        await inBatches(sourceOf(numbers(size)).items, { most, work })
        expect(batches.flat()).toEqual(numbers(size))
        for (const { length } of batches) {
          expect(length).toBeGreaterThan(0)
          expect(length).toBeLessThanOrEqual(most)
        }
      }),
    )
  })

  it('are none where the source has none', async () => {
    const held = heldWork()
    await inBatches(sourceOf([]).items, { most: 5, work: held.work })
    expect(held.batches).toEqual([])
  })
})

describe('while a batch is at work', () => {
  it('what comes meanwhile becomes the next batch', async () => {
    const held = heldWork()
    const done = inBatches(sourceOf(numbers(6)).items, { most: 100, work: held.work })
    await settled()
    expect(held.batches).toEqual([[0]])
    held.letGo()
    await settled()
    expect(held.batches).toEqual([[0], [1, 2, 3, 4, 5]])
    held.letGo()
    await done
  })

  it('at most twice a batch waits: the rest stays with the source', async () => {
    const held = heldWork()
    const source = sourceOf(numbers(1_000))
    void inBatches(source.items, { most: 10, work: held.work })
    await settled()
    expect(held.batches).toHaveLength(1)
    expect(source.seen.taken).toBeLessThanOrEqual(1 + 2 * 10)
    held.letGo()
    await settled()
    expect(source.seen.taken).toBeLessThanOrEqual(1 + 3 * 10)
  })
})

describe('when work fails', () => {
  const failing = (): Promise<void> => Promise.reject(new Error('the database is gone'))

  it('the failure is told, and the source was left', async () => {
    const source = sourceOf(numbers(1_000))
    await expect(inBatches(source.items, { most: 10, work: failing })).rejects.toThrow(
      'the database is gone',
    )
    expect(source.seen).toMatchObject({ left: true })
    expect(source.seen.taken).toBeLessThan(1_000)
  })

  it('no later batch is begun', async () => {
    const begun: (readonly number[])[] = []
    const work = (batch: readonly number[]): Promise<void> => {
      begun.push(batch)
      return begun.length === 2 ? failing() : settled()
    }
    await expect(inBatches(sourceOf(numbers(50)).items, { most: 3, work })).rejects.toThrow()
    expect(begun).toHaveLength(2)
  })

  it('a failure of the source itself is told too', async () => {
    async function* broken(): AsyncGenerator<number> {
      yield await Promise.resolve(1)
      throw new Error('the connection is gone')
    }
    const work = (): Promise<void> => Promise.resolve()
    await expect(inBatches(broken(), { most: 3, work })).rejects.toThrow('the connection is gone')
  })
})
