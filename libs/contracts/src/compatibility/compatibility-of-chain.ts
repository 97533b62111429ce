// SPDX-License-Identifier: Apache-2.0
import { sideOf, verdictOf, type Verdict } from './compatibility'
import { byVersion } from '../version-order'

/** What a change has to keep: with the last version, or (transitive) with every version there was. */
export type CompatibilityMode =
  | 'NONE'
  | 'BACKWARD'
  | 'BACKWARD_TRANSITIVE'
  | 'FORWARD'
  | 'FORWARD_TRANSITIVE'
  | 'FULL'
  | 'FULL_TRANSITIVE'

/** A version of a contract's schema. */
export interface SchemaVersion {
  readonly version: string
  readonly schema: object
}

/** How the proposed schema goes together with one version in one direction. */
export interface Finding {
  readonly version: string
  readonly direction: 'backward' | 'forward'
  readonly verdict: Verdict
}

/** The decision of the gate, with all that it rests on. Only `compatible: true` in every finding passes. */
export interface ChainVerdict {
  readonly passes: boolean
  readonly findings: readonly Finding[]
}

/** Decides whether a proposed schema may follow these versions, given in any order. */
export function compatibilityOfChain(
  versions: readonly SchemaVersion[],
  proposed: object,
  mode: CompatibilityMode,
): ChainVerdict {
  if (mode === 'NONE') return { passes: true, findings: [] }
  const ordered = [...versions].sort((a, b) => byVersion(a.version, b.version))
  const asked = mode.endsWith('_TRANSITIVE') ? ordered : ordered.slice(-1)
  const after = sideOf('the proposed version', proposed)
  const findings = asked.flatMap(({ version, schema }) => {
    const before = sideOf(`version ${version}`, schema)
    const backward = (): Finding => ({
      version,
      direction: 'backward',
      verdict: verdictOf(before, after),
    })
    const forward = (): Finding => ({
      version,
      direction: 'forward',
      verdict: verdictOf(after, before),
    })
    return [
      ...(mode.startsWith('FORWARD') ? [] : [backward()]),
      ...(mode.startsWith('BACKWARD') ? [] : [forward()]),
    ]
  })
  return { passes: findings.every(({ verdict }) => verdict.compatible === true), findings }
}
