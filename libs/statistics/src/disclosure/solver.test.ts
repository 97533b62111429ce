// SPDX-License-Identifier: Apache-2.0
import { openSolver, type OpenProgramme, type Solver } from './solver'

let solver: Solver
beforeAll(async () => {
  solver = await openSolver()
})

function end(
  open: OpenProgramme,
  column: number,
  { direction, of = 3, whole = false }: Asked,
): unknown {
  const objective = new Float64Array(of)
  objective[column] = direction
  const found = open.most(objective, whole)
  return found.status === 'found' ? found.point[column] : found.status
}
interface Asked {
  readonly direction: 1 | -1
  readonly of?: number
  readonly whole?: boolean
}

const line = { nodes: [0, 1, 2], signs: [1, 1, 1], lower: 10, upper: 10 }

describe('a linear programme', () => {
  it('gives both ends of a column, again and again', () => {
    const open = solver.open({ lower: [0, 0, 2], upper: [4, Infinity, Infinity], rows: [line] })
    const ends = [0, 1, 2, 0].map((column) => [
      end(open, column, { direction: -1 }),
      end(open, column, { direction: 1 }),
    ])
    open.close()
    expect(ends).toEqual([
      [0, 4],
      [0, 8],
      [2, 10],
      [0, 4],
    ])
  })

  it('gives ends in whole numbers where it is asked to, and those of the relaxation after that', () => {
    const rows = [
      { nodes: [0, 1], signs: [1, 1], lower: 0, upper: 1 },
      { nodes: [1, 2], signs: [1, 1], lower: 0, upper: 1 },
      { nodes: [0, 2], signs: [1, 1], lower: 0, upper: 1 },
      { nodes: [0, 1, 2, 3], signs: [1, 1, 1, -1], lower: 0, upper: 0 },
    ]
    const open = solver.open({ lower: [0, 0, 0, 0], upper: [9, 9, 9, 9], rows })
    const ends = [false, true, false].map((whole) => end(open, 3, { direction: 1, of: 4, whole }))
    open.close()
    expect(ends).toEqual([1.5, 1, 1.5])
  })

  it('says where there is no end, and where there is nothing', () => {
    const free = solver.open({ lower: [0, 0, 0], upper: [Infinity, Infinity, Infinity], rows: [] })
    expect(end(free, 0, { direction: 1 })).toBe('unbounded')
    free.close()
    const none = solver.open({ lower: [0, 0, 0], upper: [1, 1, 1], rows: [line] })
    expect(end(none, 0, { direction: 1 })).toBe('infeasible')
    none.close()
  })
})
