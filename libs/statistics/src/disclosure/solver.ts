// SPDX-License-Identifier: Apache-2.0
import loadHighs, { type Highs, type ModelData } from 'highs'
import type { Row } from './system'

/** A linear programme: columns between bounds (Infinity for none), rows over the numbers of columns. */
export interface Programme {
  readonly lower: readonly number[]
  readonly upper: readonly number[]
  readonly rows: readonly Row[]
  /** What changes between questions besides the objective; nothing where it is left out. */
  readonly changing?: 'bounds'
}

/** A point at which an objective is greatest, or why there is none. */
export type Extreme =
  | { readonly status: 'found'; readonly point: Float64Array }
  | { readonly status: 'unbounded' | 'infeasible' | 'undecided' }

/** A programme that is open: ask it for points, then close it. */
export interface OpenProgramme {
  /** A point where the columns, each times its number here, add up to the most; in whole numbers where that is asked for. */
  readonly most: (objective: Float64Array, whole?: boolean) => Extreme
  /** Puts a column between other bounds from now on. */
  readonly bound: (column: number, lower: number, upper: number) => void
  readonly close: () => void
}

/** What solves linear programmes. */
export interface Solver {
  readonly open: (programme: Programme) => OpenProgramme
}

/** A tree of so many nodes is searched for whole numbers at most; a limit in seconds would not say the same twice. */
const mostBranches = 500

let opened: Promise<Solver> | undefined

/**
 * Loads HiGHS (WebAssembly, about 60 ms) once a process; every call after that is plain and synchronous.
 * @example const solver = await openSolver()
 */
export function openSolver(): Promise<Solver> {
  // Written here alone, on the first call.
  opened ??= loadHighs().then(solverOf)
  return opened
}

function solverOf(highs: Highs): Solver {
  return {
    open: (programme) => {
      const model = highs.createModel(modelOf(programme))
      // Every answer leaves the basis feasible for the next objective, which is where primal simplex (4) starts from; where bounds
      // change it is as good as before, and dual simplex (1) makes it feasible again.
      const strategy = programme.changing === 'bounds' ? 1 : 4
      model.options.set({ output_flag: false, solver: 'simplex', simplex_strategy: strategy })
      const columns = { kind: 'range', from: 0, to: programme.lower.length - 1 } as const
      return {
        most: (objective, whole = false) => {
          model.changeColsCost(
            columns,
            objective.map((one) => -one),
          )
          if (whole) becomeWhole(model, columns, true)
          const { modelStatus } = model.run()
          const point = modelStatus === 7 ? model.getSolution().colValue : undefined
          if (whole) becomeWhole(model, columns, false)
          if (point !== undefined) return { status: 'found', point }
          return { status: reasons.get(modelStatus) ?? 'undecided' }
        },
        bound: (column, lower, upper) => {
          model.changeColBounds(column, lower, upper)
        },
        close: () => model.dispose(),
      }
    },
  }
}

// HiGHS' numbers of model states; 9 is "unbounded or infeasible".
const reasons: ReadonlyMap<number, 'unbounded' | 'infeasible'> = new Map([
  [8, 'infeasible'],
  [10, 'unbounded'],
])

function becomeWhole(
  model: ReturnType<Highs['createModel']>,
  columns: { readonly kind: 'range'; readonly from: number; readonly to: number },
  whole: boolean,
): void {
  model.options.set(
    whole ? { solver: 'choose', mip_max_nodes: mostBranches } : { solver: 'simplex' },
  )
  model.changeColsIntegrality(columns, new Int32Array(columns.to + 1).fill(whole ? 1 : 0))
}

function modelOf({ lower, upper, rows }: Programme): ModelData {
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const row of rows) {
    indices.push(...row.nodes)
    values.push(...row.signs)
    starts.push(indices.length)
  }
  const shape = { numCols: lower.length, numRows: rows.length }
  return {
    ...shape,
    colCost: new Float64Array(lower.length),
    colLower: lower,
    colUpper: upper,
    rowLower: rows.map((row) => row.lower),
    rowUpper: rows.map((row) => row.upper),
    matrix: { ...shape, format: 'csr', starts, indices, values },
  }
}
