// SPDX-License-Identifier: Apache-2.0
import {
  addressOf,
  columnOf,
  convertDown,
  isList,
  newestVersion,
  type AppliedProtection,
  type Dataset,
  type DeliveredFigures,
  type GrantedRows,
} from '@corridor/contracts'
import {
  leavesAsItIs,
  projectFor,
  type DecidedRow,
  type PartnerRole,
  type Permit,
} from '@corridor/policy'
import type { NotProtected } from '@corridor/statistics'
import { protectProjection, type Protecting } from './protect-projection'

/** An accepted message, as far as a release speaks of it. */
export interface Source {
  readonly participant: string
  readonly contract: string
  /** The version that it was sent in. */
  readonly version: string
  /** Salted commitment to the sender's bytes: the recipient can hold the sender to it, and learns nothing from it. */
  readonly digest: string
  readonly position: number
  readonly recordedAt: Date
  /** The role of a sender who is no state; null for a state's own figures. */
  readonly reportedAs: PartnerRole | null
  /** The figures in the newest version, whichever they were sent in. */
  readonly dataset: Dataset
}

/** What leaves: only granted cells exist in it. */
export interface Release {
  readonly agreement: string
  readonly clause: string
  /** A participant, or an office of it. */
  readonly recipient: string
  readonly rows: number
  /** The version that the figures go out in. */
  readonly version: string
  /** Granted rows that this version has no words for. */
  readonly leftOut: number
  /** Which clause lets which rows out. */
  readonly grants: readonly GrantedRows[]
  /** Rows that were added up from finer ones. */
  readonly rolledUp: number
  readonly reportedAs: PartnerRole | null
  /** How the figures are protected, by which clause. */
  readonly protection: readonly AppliedProtection[]
  /** The contract's `figures` as JSON, ending with `"dataset":null`. */
  readonly figures: string
  /** Their dataset as JSON: the same bytes for all who are told the same. */
  readonly body: Uint8Array
  /** That the figures are of. */
  readonly periods: readonly string[]
  /** What its recipient holds from now on, in the newest version, and what protection did; null where the figures left as they are. */
  readonly protected: {
    readonly told: Dataset
    readonly suppressed: number
    readonly withheld: number
  } | null
}

/** What a release is made with. */
export interface Making {
  /** The version that the recipient takes. */
  readonly version: string
  readonly at: Date
  /** What figures are protected with where a clause asks for it. Without it such figures do not leave. */
  readonly protecting?: Protecting
}

/**
 * The part of a message that a permit lets out, protected as its clauses ask for, in the version that the recipient takes; null where it
 * lets out nothing that this version could say, refused where it cannot be protected.
 */
export function releaseOf(
  source: Source,
  permit: Permit,
  made: Making,
): Release | NotProtected | null {
  const asked = !leavesAsItIs(permit)
  if (asked && made.protecting === undefined) return null
  const projection = projectFor(source.dataset, permit, made.at)
  const safe =
    asked && made.protecting !== undefined
      ? protectProjection(projection, permit, made.protecting)
      : { ...projection, protected: null }
  if ('outcome' in safe) return safe
  const { dataset: projected, rows } = safe
  const [first] = rows
  const contract = permit.grants[0]?.clauses[0]?.contract
  if (projected === null || first === undefined || contract === undefined) return null
  const { version } = made
  const { dataset, leftOut, kept } = convertDown(
    contract,
    { from: newestVersion(contract), to: version },
    projected,
  )
  if (dataset === null) return null
  const leaving = kept.flatMap((row) => rows[row] ?? [])
  const grants = grantedRows(leaving)
  const protection = protectionOf(permit)
  const figures: Omit<DeliveredFigures, 'dataset'> & { readonly dataset: null } = {
    sender: source.participant,
    ...(source.reportedAs === null ? {} : { reportedAs: source.reportedAs }),
    contract,
    version,
    commitment: source.digest,
    recordedAt: source.recordedAt.toISOString(),
    grants,
    protection,
    dataset: null,
  }
  const { agreement, clause } = first
  return {
    agreement,
    clause,
    recipient: addressOf(permit),
    rows: dataset.rows,
    version,
    leftOut,
    grants,
    rolledUp: leaving.filter(({ from: parts }) => parts.length > 1).length,
    reportedAs: source.reportedAs,
    protection,
    figures: JSON.stringify(figures),
    body: Buffer.from(JSON.stringify(dataset)),
    periods: periodsOf(dataset),
    protected: safe.protected,
  }
}

function periodsOf(dataset: Dataset): readonly string[] {
  const periods = columnOf(dataset, 'period') ?? []
  return isList(periods) ? [...new Set(periods.map(String))] : [String(periods)]
}

function protectionOf({ grants }: Permit): readonly AppliedProtection[] {
  return grants.flatMap(({ agreement, protections }) =>
    protections.map(({ id, rule }) => ({ agreement, clause: id, method: rule.method })),
  )
}

// Rows that follow each other under one clause are told together, counted from 1.
function grantedRows(rows: readonly DecidedRow[]): readonly GrantedRows[] {
  const runs: GrantedRows[] = []
  for (const [i, { agreement, clause }] of rows.entries()) {
    const last = runs.at(-1)
    if (last?.agreement === agreement && last.clause === clause)
      runs[runs.length - 1] = { ...last, last: i + 1 }
    else runs.push({ agreement, clause, first: i + 1, last: i + 1 })
  }
  return runs
}
