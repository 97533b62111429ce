// SPDX-License-Identifier: Apache-2.0
import {
  columnNames,
  columnOf,
  isList,
  structure,
  type Dataset,
  type ProblemCode,
  type Structure,
} from '@corridor/contracts'
import type { Brand, Refusal } from '@corridor/kernel'
import { judgesOf } from './compile-rules'
import { refusalOf, type Found } from './found'
import type { Earlier } from './history/earlier'
import { withNotes, withoutNote } from './notes'
import { readDataset, type Reading } from './reading'
import { internDimensions, type Dimensions } from './structural/dimensions'
import { wrongDirections, wrongReporters } from './structural/parties'
import { repeatedRows } from './structural/repeated-row'
import { wrongStatuses } from './structural/statuses'
import { wrongContributions } from './structural/contributions'
import { wrongValues } from './structural/values'

/** A dataset that follows every rule, with aliases replaced by their codes. Only `check` makes one. */
export type SoundDataset<Content extends Dataset = Dataset> = Brand<Content, 'Sound'>

/** What a dataset is checked by. */
export interface CheckInput<Content extends Dataset = Dataset> {
  readonly contract: string
  /** The newest where it is left out. */
  readonly version?: string
  /** A dataset that the schema of its contract and version has accepted. */
  readonly dataset: Content
  /** Who sends it; left out where nobody is known yet, as in a dry run without a profile. */
  readonly sender?: string
  /**
   * Whether the sender may report a row (counted from 0): of a partner who is no state, which reports about states what agreements let
   * it. Left out, a sender reports for itself alone.
   */
  readonly mayReport?: (row: number) => boolean
  /**
   * When the sender made the message (the time of its envelope, so that the hub finds what the dry run found, however long the
   * message lay in an outbox). Left out, nothing is said of periods that are not over and embargoes that are.
   */
  readonly at?: Date
  /** What the sender stated before of the same cells, where the checker can know: the hub, and a dry run that asks it. */
  readonly earlier?: Earlier
  /** A warning that no note explains stops the message: so the hub checks. Left out, it is told only. */
  readonly strict?: boolean
}

/** What came of a check: all that was found, with the dataset where nothing stops it, else with the first error as a refusal. */
export type Checked<Content extends Dataset = Dataset> =
  | { readonly ok: true; readonly found: readonly Found[]; readonly dataset: SoundDataset<Content> }
  | { readonly ok: false; readonly found: readonly Found[]; readonly refusal: Refusal<ProblemCode> }

/**
 * Checks a dataset by all rules, in time that grows with its rows. Rows are counted from 0 here and from 1 in texts.
 * A RangeError where the contract carries no statistics.
 */
export function check<Content extends Dataset>(input: CheckInput<Content>): Checked<Content> {
  const known = structure(input.contract, input.version)
  if (known === undefined)
    throw new RangeError(`could not check ${input.contract}: it carries no statistics`)
  const { dataset, sender, mayReport } = input
  const lengths = wrongLengths(dataset, known)
  const [tooShort] = lengths
  if (tooShort !== undefined)
    return { ok: false, found: lengths, refusal: refusalOf(tooShort, lengths.length) }
  const dimensions = internDimensions(dataset, known)
  const structural = [
    ...dimensions.unknown,
    ...wrongDirections(dataset, known, dimensions),
    ...wrongReporters(dataset, known, { dimensions, sender, mayReport }),
    ...wrongValues(dataset),
    ...wrongContributions(dataset),
    ...wrongStatuses(dataset),
    ...(dimensions.unknown.length > 0 ? [] : repeatedRows(dataset.rows, dimensions.all)),
  ]
  const ruled = judgedByRules(input, { structure: known, dimensions }, structural)
  const found = withNotes(ruled, dataset.notes ?? [])
  const refusal = stops(found, input.strict ?? false)
  if (refusal !== undefined) return { ok: false, found, refusal }
  // The one maker of SoundDataset: every rule above has just held for every row.
  return { ok: true, found, dataset: normalised(dataset, dimensions) as SoundDataset<Content> }
}

function judgedByRules(
  { contract, dataset, earlier, at }: CheckInput,
  read: Pick<Reading, 'structure' | 'dimensions'>,
  structural: readonly Found[],
): readonly Found[] {
  const judges = judgesOf(contract, read.structure.version)
  const reading = readDataset({ dataset, earlier, at, ...read })
  let found = structural
  for (const judge of judges) {
    const more = judge(reading, found)
    if (more.length > 0) found = [...found, ...more]
  }
  return found
}

function stops(found: readonly Found[], strict: boolean): Refusal<ProblemCode> | undefined {
  const errors = found.filter(({ level }) => level === 'error')
  const [first] = errors
  if (first !== undefined) return refusalOf(first, errors.length)
  return strict ? withoutNote(found) : undefined
}

// A column that is too short has no row to name, and no other rule could read it.
function wrongLengths(dataset: Dataset, known: Structure): readonly Found[] {
  return columnNames(known).flatMap((name): Found[] => {
    const column = columnOf(dataset, name)
    if (column === undefined || !isList(column) || column.length === dataset.rows) return []
    const detail = `column ${name} has ${String(column.length)} entries for ${String(dataset.rows)} rows`
    return [{ code: 'COLUMN_LENGTH_WRONG', level: 'error', column: name, detail, rows: [] }]
  })
}

function normalised<Content extends Dataset>(dataset: Content, dimensions: Dimensions): Content {
  const renamed = dimensions.all.filter(({ interned }) => interned.renamed)
  return renamed.length === 0
    ? dataset
    : {
        ...dataset,
        ...Object.fromEntries(renamed.map(({ name, interned }) => [name, interned.column()])),
      }
}
