// SPDX-License-Identifier: Apache-2.0
import {
  checkVersion,
  compatibilityOfChain,
  conversionDefaults,
  semverOf,
  type CompatibilityMode,
  type ContractEdition,
  type Finding,
  type VersionVerdict,
} from '@corridor/contracts'
import type { FolderEdition } from './contract-folders'

/** What the gate says of one version after those before it. */
export interface EditionVerdict {
  readonly name: string
  readonly version: string
  /** Absent for the first version of a contract. */
  readonly before?: string
  readonly passes: boolean
  readonly findings: readonly Finding[]
  /** Which number the change asks for. */
  readonly number?: VersionVerdict
}

/** Judges a version by the gate: it goes together with those before it as the mode asks, and its number says how much it changes. */
export function judgeEdition(
  proposed: FolderEdition,
  published: readonly FolderEdition[],
  mode: CompatibilityMode,
): EditionVerdict {
  const { name, edition } = proposed
  const before = published
    .filter((one) => one.name === name && older(one.edition.version, edition.version))
    .map((one) => one.edition)
    .sort((a, b) => (older(a.version, b.version) ? -1 : 1))
  const previous = before.at(-1)
  const facts = { name, version: edition.version }
  if (previous === undefined) return { ...facts, passes: true, findings: [] }
  const chain = compatibilityOfChain(before, edition.schema, mode)
  const findings = chain.findings.filter((finding) => !bridged(finding, before, { name, edition }))
  const number = checkVersion(previous, withDefaults(name, previous.version, edition))
  const passes = number.accepted && findings.every(({ verdict }) => verdict.compatible === true)
  return { ...facts, before: previous.version, passes, findings, number }
}

/** True where a conversion makes documents of the older version such that readers of the newer one read them. */
function bridged(
  { version, direction, verdict }: Finding,
  before: readonly ContractEdition[],
  { name, edition }: Pick<FolderEdition, 'name' | 'edition'>,
): boolean {
  const older = before.find((one) => one.version === version)
  if (verdict.compatible === true || direction === 'forward' || older === undefined) return false
  const converted = withDefaults(name, version, edition)
  return converted.defaults !== undefined && semverOf(older, converted).level !== 'major'
}

/** A version with what the conversion from an older one puts into documents, where there is such a conversion. */
function withDefaults(name: string, from: string, edition: ContractEdition): ContractEdition {
  if (edition.defaults !== undefined) return edition
  try {
    const defaults = conversionDefaults(name, { from, to: edition.version })
    return Object.keys(defaults).length === 0 ? edition : { ...edition, defaults }
  } catch (error) {
    // No steps lead from the one to the other.
    if (error instanceof RangeError) return edition
    throw error
  }
}

function older(a: string, b: string): boolean {
  return a.localeCompare(b, 'en', { numeric: true }) < 0
}
