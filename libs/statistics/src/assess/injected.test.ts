// SPDX-License-Identifier: Apache-2.0
// Errors put into published flows of 2016 (Eurostat, credit due), at the level at which each can be found.
import { figuresPresent, publishedPairs, skipped } from '../given-figures'
import { expectationOf } from '../ratios/expectation'
import { expectationModel } from '../ratios/expectation-model'
import type { MirrorPair } from '../ratios/mirror-pair'
import { mistakenReadings } from '../series/file-readings'
import { measured } from './measured'
import { suspicionOf, testPair } from './pair-test'

const real = figuresPresent ? describe : describe.skip

real(`errors in published flows of 2016${skipped}`, () => {
  const all = figuresPresent ? publishedPairs() : []
  const now = all.filter(({ period }) => period === '2016')
  const before = new Map(
    all
      .filter(({ period }) => period === '2015')
      .map((pair) => [`${pair.origin} ${pair.destination}`, pair]),
  )
  const model = expectationModel(
    all.filter(({ period }) => period < '2016'),
    { reference: 'SE', estimator: 'log-linear' },
  )
  const figure = (value: number) => measured({ status: 'value', value })
  const suspect = (pair: MirrorPair, level: number) => {
    const test = testPair({
      origin: figure(pair.outflow),
      destination: figure(pair.inflow),
      expectation: expectationOf(model, pair),
    })
    return test.status === 'tested' && test.suspicion >= level
  }
  const level = suspicionOf(0.001)
  const far = ({ outflow, inflow }: MirrorPair) =>
    (2 * Math.abs(outflow - inflow)) / (outflow + inflow) > 0.2

  it('of a thousandfold in one cell are found in nearly all; a threshold of 20 % flags three in four at rest', () => {
    const inflows = now.map((pair) => ({ ...pair, inflow: pair.inflow * 1000 }))
    const outflows = now.map((pair) => ({ ...pair, outflow: pair.outflow * 1000 }))
    const found = [inflows, outflows].map(
      (pairs) => pairs.filter((pair) => suspect(pair, level)).length,
    )
    expect(found).toEqual([191, 195])
    const atRest = [now.filter((pair) => suspect(pair, level)), now.filter(far)]
    expect(atRest.map(({ length }) => length)).toEqual([2, 154])
  })

  const fileOf = (state: string, sentOf: (pair: MirrorPair) => number | undefined) =>
    now
      .filter(({ destination }) => destination === state)
      .flatMap((pair) => {
        const expectation = expectationOf(model, pair)
        const earlier = before.get(`${pair.origin} ${pair.destination}`)
        const reverse = before.get(`${pair.destination} ${pair.origin}`)
        const sent = sentOf(pair)
        if (expectation.status !== 'expected' || sent === undefined) return []
        const ratio = Math.exp(expectation.logRatio)
        return [
          {
            key: pair.origin,
            sent,
            expected: pair.outflow / ratio,
            ...(earlier && { sentBefore: earlier.inflow }),
            ...(reverse && { opposite: reverse.outflow }),
          },
        ]
      })
  const states = [...new Set(now.map(({ destination }) => destination))].sort()
  const readAs = (kind: string, sentOf: (pair: MirrorPair) => number | undefined) =>
    states.filter((state) => mistakenReadings(fileOf(state, sentOf))[0]?.kind === kind)

  const sent = ({ inflow }: MirrorPair) => inflow
  it('of a whole file are found in the files of most of fifteen states, and in none at rest', () => {
    const earlierOf = ({ origin, destination }: MirrorPair) =>
      before.get(`${origin} ${destination}`)
    const reverseOf = ({ origin, destination }: MirrorPair) =>
      now.find((pair) => pair.origin === destination && pair.destination === origin)
    const found = {
      'at rest': states.filter((state) => mistakenReadings(fileOf(state, sent)).length > 0),
      'sent-again': readAs('sent-again', (pair) => earlierOf(pair)?.inflow),
      thousandfold: readAs('thousandfold', (pair) => sent(pair) * 1000),
      'opposite-direction': readAs('opposite-direction', (pair) => reverseOf(pair)?.outflow),
    }
    expect(Object.entries(found).map(([kind, own]) => [kind, own.length])).toEqual([
      ['at rest', 0],
      ['sent-again', 15],
      ['thousandfold', 12],
      ['opposite-direction', 14],
    ])
  })
})
