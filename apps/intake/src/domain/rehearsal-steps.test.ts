// SPDX-License-Identifier: Apache-2.0
import { mostCells, namedCells, stepsOf } from './rehearsal-steps'

/** Cells, how each is stated, and which were stated before. */
type Stated = readonly [readonly number[], readonly string[], readonly number[]]

const vintage = (cells: readonly number[], statuses: readonly string[]) => ({
  keys: new Uint32Array(cells.flatMap((cell) => [cell, 0, 0, 0])),
  statuses,
})
const steps = ([cells, statuses, before]: Stated) => {
  const known = namedCells([
    vintage(
      before,
      before.map(() => 'v'),
    ),
  ]).names.map((one) => one.toString('hex'))
  return stepsOf(namedCells([vintage(cells, statuses)]), (name) =>
    known.includes(name.toString('hex')),
  )
}

describe('a message of a rehearsal that was accepted', () => {
  it.each([
    ['of new cells is no more than that', [[1, 2], ['v', 'v'], []], ['accepted']],
    ['that states a cell again is a revision', [[1, 2], ['v', 'v'], [2]], ['accepted', 'revised']],
    ['that takes a stated cell back is a retraction', [[1], ['r'], [1]], ['accepted', 'retracted']],
    ['that takes back what was never stated is none', [[1], ['r'], [2]], ['accepted']],
    [
      'can be both',
      [
        [1, 2],
        ['r', 'v'],
        [1, 2],
      ],
      ['accepted', 'revised', 'retracted'],
    ],
  ] as [string, Stated, string[]][])('%s', (_, stated, expected) => {
    expect(steps(stated)).toEqual(expected)
  })

  it('without statistics is accepted, and nothing is kept of it', () => {
    expect(stepsOf(namedCells([null]), () => true)).toEqual(['accepted'])
  })

  it('of many cells leaves the names of the first only', () => {
    const many = Array.from({ length: mostCells + 10 }, (_, i) => i)
    const statuses = many.map(() => 'v')
    expect(namedCells([vintage(many, statuses), vintage(many, statuses)]).names).toHaveLength(
      mostCells,
    )
  })
})
