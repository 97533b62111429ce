// SPDX-License-Identifier: Apache-2.0
import {
  checkVersion,
  compatibilityOfChain,
  conversionDefaults,
  semverOf,
  type CompatibilityMode,
  type ContractEdition,
  type Defaults,
  type Finding,
  type VersionVerdict,
  type Versions,
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
  const converted = (from: string): ContractEdition =>
    withDefaults(name, { from, previous: previous.version }, edition)
  const findings = chain.findings.filter((one) => !bridged(one, before, converted))
  const number = checkVersion(previous, converted(previous.version))
  const passes = number.accepted && findings.every(({ verdict }) => verdict.compatible === true)
  return { ...facts, before: previous.version, passes, findings, number }
}

/** True where a conversion makes documents of the older version such that readers of the newer one read them. */
function bridged(
  { version, direction, verdict }: Finding,
  before: readonly ContractEdition[],
  converted: (from: string) => ContractEdition,
): boolean {
  const older = before.find((one) => one.version === version)
  if (verdict.compatible === true || direction === 'forward' || older === undefined) return false
  const edition = converted(version)
  return edition.defaults !== undefined && semverOf(older, edition).level !== 'major'
}

/** A version with what the conversions from an older one put into documents: those that are published, and its own. */
function withDefaults(
  name: string,
  { from, previous }: { readonly from: string; readonly previous: string },
  edition: ContractEdition,
): ContractEdition {
  const published =
    stepsTo(name, { from, to: edition.version }) ?? stepsTo(name, { from, to: previous }) ?? {}
  const defaults = { ...published, ...edition.defaults }
  return Object.keys(defaults).length === 0 ? edition : { ...edition, defaults }
}

function stepsTo(name: string, versions: Versions): Defaults | undefined {
  try {
    return conversionDefaults(name, versions)
  } catch (error) {
    // No steps lead from the one to the other.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function older(a: string, b: string): boolean {
  return a.localeCompare(b, 'en', { numeric: true }) < 0
}
