// SPDX-License-Identifier: Apache-2.0
import { protect } from './protect'
import { allCells, leafKeys, tableOf } from './raw-attack'
import { openSolver } from './solver'

const rule = {
  method: 'suppression',
  threshold: 3,
  zeros: false,
  protectionPercent: 100,
} as const

async function hiddenIn(counts: readonly number[]): Promise<number> {
  const done = protect(tableOf(allCells, counts), rule, { solver: await openSolver() })
  if (done.outcome !== 'protected') throw new Error(done.why)
  return done.cells.filter(({ as }) => as === 'suppressed').length
}

describe('what is hidden to cover small counts', () => {
  const large = leafKeys.map((_, leaf) => 20 + ((leaf * 7) % 31))

  it('is two by two by two for one of them in three dimensions: no fewer would do', async () => {
    expect(await hiddenIn(large.with(5, 2))).toBe(8)
  })

  it('is shared by several of them', async () => {
    const small = [5, 6, 17, 18].reduce((counts, leaf) => counts.with(leaf, 2), large)
    expect(await hiddenIn(small)).toBeLessThanOrEqual(24)
  })
})
