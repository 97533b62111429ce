// SPDX-License-Identifier: Apache-2.0
import { structure, type Dataset } from '@corridor/contracts'
import type { DecidedRow, Permit, Projection } from '@corridor/policy'
import {
  isWhole,
  protectDataset,
  type KnownDatasets,
  type NotProtected,
  type Solver,
} from '@corridor/statistics'

/** What figures are protected with. */
export interface Protecting {
  readonly solver: Solver
  /** What the recipient, and those who share with it, hold already. */
  readonly known: KnownDatasets
  /** Of random rounding: the same for ever, so that a cell falls the same way in every release. */
  readonly secret: Uint8Array
}

/** A projection that may leave. */
export interface SafeProjection {
  readonly dataset: Dataset | null
  readonly rows: readonly DecidedRow[]
  readonly protected: {
    readonly told: Dataset
    readonly suppressed: number
    readonly withheld: number
  } | null
}

/** Protects a projection by the clauses of all agreements of its permit. */
export function protectProjection(
  { dataset, rows, hubOnly }: Projection<Dataset>,
  { contract, grants }: Pick<Permit, 'contract' | 'grants'>,
  { solver, known, secret }: Protecting,
): SafeProjection | NotProtected {
  const own = structure(contract)
  if (dataset === null || own === undefined) return { dataset: null, rows: [], protected: null }
  const rules = grants.flatMap(({ protections }) => protections.map(({ rule }) => rule))
  const safe = protectDataset(dataset, rules, { structure: own, solver, known, secret, hubOnly })
  if (safe.outcome === 'refused') return safe
  // Fail closed: what seems to be known already may not be, and then the rest of the release would tell it.
  if (!isWhole(safe.report)) return { outcome: 'refused', why: 'already-computable' }
  const { primary, secondary, withheld } = safe.report
  const left = safe.rows.flatMap((row) => rows[row] ?? [])
  return {
    dataset: safe.dataset,
    rows: left,
    protected: safe.dataset && {
      told: safe.dataset,
      suppressed: primary.length + secondary.length,
      withheld: withheld.length,
    },
  }
}
