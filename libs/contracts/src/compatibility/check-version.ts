// SPDX-License-Identifier: Apache-2.0
import type { Structure } from '../structure'
import { sideOf, verdictOf, type Verdict } from './compatibility'
import { structureChanges, type Change, type ChangeLevel } from './structure-changes'
import { byVersion, numbersOf } from '../version-order'
import { converted, type Defaults } from './with-defaults'

/** A version of a contract, published or proposed. */
export interface ContractEdition {
  readonly version: string
  readonly schema: object
  readonly structure?: Structure
  /** What the conversion from the version before puts where a document has nothing. */
  readonly defaults?: Defaults
}

/** Which part of the version number a change asks for, and what in it asks for it. */
export interface VersionAsked {
  readonly level: ChangeLevel
  /** The changes that ask for this level. */
  readonly reasons: readonly Change[]
}

/** The judgement on a proposed version number. */
export interface VersionVerdict extends VersionAsked {
  readonly accepted: boolean
  /** The lowest number that the change may have. */
  readonly least: string
}

/**
 * Which version number a change asks for: major where documents of the version before are not read any more, or a
 * dimension is gone, renamed or means something else; minor where they are read, but not the other way round; else patch.
 */
export function semverOf(previous: ContractEdition, proposed: ContractEdition): VersionAsked {
  const { defaults = {} } = proposed
  const before = sideOf(`version ${previous.version}`, previous.schema)
  const after = sideOf(`version ${proposed.version}`, proposed.schema)
  const changes = [
    ...schemaChanges('major', verdictOf(converted(before, defaults), after)),
    ...schemaChanges('minor', verdictOf(after, before)),
    ...structureChanges(previous.structure, proposed.structure, Object.keys(defaults)),
  ]
  const level = (['major', 'minor'] as const).find((asked) =>
    changes.some((change) => change.level === asked),
  )
  return {
    level: level ?? 'patch',
    reasons: changes.filter((change) => change.level === level),
  }
}

/** Judges the number that a proposed version has: refused where its change asks for a higher one, with the reasons. */
export function checkVersion(previous: ContractEdition, proposed: ContractEdition): VersionVerdict {
  const asked = semverOf(previous, proposed)
  const least = nextVersion(previous.version, asked.level)
  return { ...asked, least, accepted: byVersion(proposed.version, least) >= 0 }
}

// Not decided is not compatible.
function schemaChanges(level: ChangeLevel, verdict: Verdict): readonly Change[] {
  return verdict.compatible === true ? [] : verdict.reasons.map((reason) => ({ level, ...reason }))
}

// Before 1.0.0 the second number is for what breaks and the third for all else (semver.org, item 4, as npm and Cargo read it).
function nextVersion(version: string, level: ChangeLevel): string {
  const [major, minor, patch] = numbersOf(version)
  if (level === 'major') return major === 0 ? `0.${minor + 1}.0` : `${major + 1}.0.0`
  if (level === 'minor' && major > 0) return `${major}.${minor + 1}.0`
  return `${major}.${minor}.${patch + 1}`
}
