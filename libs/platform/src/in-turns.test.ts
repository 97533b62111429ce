// SPDX-License-Identifier: Apache-2.0
import { dueInTurns, inTurns } from './in-turns'
import type { Log } from './telemetry/log'

const said: string[] = []
const log = {
  warn: (text: string) => said.push(text),
  error: (text: string, about: object) => said.push(`${text} ${JSON.stringify(about)}`),
} as unknown as Log
const soon = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

describe('work in turns', () => {
  it('is never done twice at the same time, and goes on after a turn that failed', async () => {
    const [atWork, most, turns] = [{ now: 0 }, { seen: 0 }, { done: 0 }]
    const work = inTurns({
      ...{ everyMs: 2, log, failed: 'a turn failed' },
      turn: async () => {
        atWork.now += 1
        most.seen = Math.max(most.seen, atWork.now)
        await soon(5)
        atWork.now -= 1
        turns.done += 1
        if (turns.done === 1) throw new Error('once')
      },
    })
    while (turns.done < 3) await soon(5)
    await work.close()
    expect(most.seen).toBe(1)
    expect(said).toEqual(['a turn failed'])
  })

  it('waits for the turn at work when it is closed, tells it so, and begins no other', async () => {
    const turns: boolean[] = []
    const work = inTurns({
      ...{ everyMs: 5, log, failed: 'a turn failed' },
      turn: async (isClosing) => {
        await soon(40)
        turns.push(isClosing())
      },
    })
    await soon(20)
    await work.close()
    await soon(60)
    expect(turns).toEqual([true])
  })

  it('goes through what is due: one that fails is named, and holds up none of the others', async () => {
    said.length = 0
    const passed: string[] = []
    const work = dueInTurns({
      ...{ everyMs: 2, log, failed: 'not looked at' },
      due: () => Promise.resolve(passed.length === 0 ? ['A', 'B', 'C'] : []),
      pass: async (item) => {
        await soon(1)
        if (item === 'B') throw new Error('stuck')
        passed.push(item)
      },
      named: (item) => ({ agreement: item }),
    })
    while (passed.length < 2) await soon(2)
    await work.close()
    expect(passed).toEqual(['A', 'C'])
    expect(said).toEqual([`not looked at ${JSON.stringify({ agreement: 'B', reason: 'stuck' })}`])
  })
})
