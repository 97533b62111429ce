// SPDX-License-Identifier: Apache-2.0
import { addresseeIn, hubOnlyColumns, structure, type GrantedRows } from '@corridor/contracts'
import {
  agreementsAt,
  asOpened,
  compile,
  decide,
  type AgreementHistory,
  type Decision,
} from '@corridor/policy'
import { behindAt, type BehindSince } from './behind-at'
import { openedAt, type OpenedSince } from './opened-at'
import { coverageOf } from './coverage'
import { rowsNotGranted } from './rows-not-granted'
import type { StatedFigures } from './stated-figures'

/** A release as the ledger has it. */
export interface LedgerEntry {
  readonly position: number
  readonly sender: string
  readonly recipient: string
  readonly contract: string
  readonly rows: number
  readonly digest: string
  readonly releasedAt: Date
  /** False where it was withdrawn before its recipient could have fetched it: then nothing was disclosed. */
  readonly mayHaveLeft: boolean
  readonly grants: readonly GrantedRows[]
  /** The role of a sender who is no state; null for a state's own figures. */
  readonly reportedAs: string | null
}

/** A statement as it was found where recipients are served from. */
export interface FoundStatement {
  readonly where: 'outbox' | 'stream'
  /** In the outbox, or the sequence in the recipient's stream. */
  readonly place: number
  readonly recipient: string
  readonly digest: string
  /** Null where it hands over no figures, or where its bytes were deleted. */
  readonly figures: StatedFigures | null
  /** What the ledger knows under its place or its digest. */
  readonly entry: LedgerEntry | null
}

/** What is wrong, and what it is about; never a figure. */
export interface LedgerFinding {
  readonly code:
    | 'NOT_IN_LEDGER'
    | 'DIFFERENT_FROM_LEDGER'
    | 'ROW_UNDER_NO_CLAUSE'
    | 'ROW_UNDER_SEVERAL_CLAUSES'
    | 'CLAUSE_DID_NOT_GRANT'
    | 'ROW_NOT_GRANTED'
    | 'HUB_ONLY_TOLD'
  readonly where: FoundStatement['where']
  readonly place: number
  readonly sender: string
  readonly recipient: string
  readonly detail: string
}

/** What decided besides the agreements: who was behind, and what was open. */
export interface AuditGround {
  readonly behind: readonly BehindSince[]
  readonly opened: readonly OpenedSince[]
}

/**
 * Audits statements against the ledger, and the ledger against the agreements as they stood: every statement that hands over figures
 * is in the ledger as it is, and each of its rows stands under exactly one clause that granted it at the instant of the release.
 * The histories are those of access; libs/policy decides. Nothing is found where all is well.
 */
export function auditLedger(
  statements: readonly FoundStatement[],
  histories: readonly AgreementHistory[],
  { behind, opened }: AuditGround = { behind: [], opened: [] },
): readonly LedgerFinding[] {
  const decided = new Map<string, Decision>()
  const decisionOf = (entry: LedgerEntry): Decision => {
    const { contract, sender, recipient, releasedAt: at } = entry
    const key = [contract, sender, recipient, at.toISOString()].join(' ')
    const known = decided.get(key)
    if (known !== undefined) return known
    const request = { contract, sender, ...addresseeIn(recipient) }
    const decision = decide(
      compile(asOpened(agreementsAt(histories, at), openedAt(opened, at)), behindAt(behind, at)),
      request,
      at,
    )
    decided.set(key, decision)
    return decision
  }
  return statements.flatMap((found) => {
    const { entry, figures } = found
    if (entry !== null) return findingsOf(found, entry, decisionOf(entry))
    if (figures === null) return []
    const detail = `${String(figures.rows)} rows of ${figures.contract} are in no release`
    return [findingOf(found, figures.sender, { code: 'NOT_IN_LEDGER', detail })]
  })
}

type Wrong = Pick<LedgerFinding, 'code' | 'detail'>

function findingOf(found: FoundStatement, sender: string, wrong: Wrong): LedgerFinding {
  const { where, place, recipient } = found
  return { ...wrong, where, place, sender, recipient }
}

function findingsOf(
  found: FoundStatement,
  entry: LedgerEntry,
  decision: Decision,
): readonly LedgerFinding[] {
  const wrong = [
    ...differencesOf(found, entry),
    ...coverageOf(entry.grants, entry.rows),
    ...hubOnlyIn(found, entry),
    ...(entry.mayHaveLeft ? ungrantedOf(entry, decision) : []),
    ...(entry.mayHaveLeft ? ungrantedRowsOf(found, entry, decision) : []),
  ]
  return wrong.map((one) => findingOf(found, entry.sender, one))
}

function differencesOf(found: FoundStatement, entry: LedgerEntry): readonly Wrong[] {
  const { figures, digest, recipient } = found
  const about = [
    ...(recipient === entry.recipient ? [] : ['recipient']),
    ...(figures === null || digest === entry.digest ? [] : ['digest']),
    ...(figures === null || figures.sender === entry.sender ? [] : ['sender']),
    ...(figures === null || figures.rows === entry.rows ? [] : ['number of rows']),
    ...(figures === null || figures.reportedAs === entry.reportedAs ? [] : ['role of the sender']),
    ...(figures === null || sameGrants(figures.grants, entry.grants) ? [] : ['clauses']),
  ]
  if (about.length === 0) return []
  return [{ code: 'DIFFERENT_FROM_LEDGER', detail: `the ledger has another ${about.join(', ')}` }]
}

// Cell keys and contributions protect figures: no clause lets them out.
function hubOnlyIn({ figures }: FoundStatement, { contract }: LedgerEntry): readonly Wrong[] {
  const known = structure(contract)
  const dataset = figures?.dataset ?? {}
  const told = known === undefined ? [] : hubOnlyColumns(known).filter((name) => name in dataset)
  if (told.length === 0) return []
  return [{ code: 'HUB_ONLY_TOLD', detail: `it tells ${told.join(', ')}, said to the hub alone` }]
}

function sameGrants(some: readonly GrantedRows[], others: readonly GrantedRows[]): boolean {
  const words = (grants: readonly GrantedRows[]): string =>
    grants
      .map(({ agreement, clause, first, last }) => [first, last, agreement, clause].join(' '))
      .sort()
      .join(',')
  return words(some) === words(others)
}

function ungrantedOf({ grants }: LedgerEntry, decision: Decision): readonly Wrong[] {
  const named = [...new Map(grants.map((one) => [`${one.agreement} ${one.clause}`, one])).values()]
  return named.flatMap(({ agreement, clause }): readonly Wrong[] => {
    const granted =
      decision.decision === 'PERMIT' &&
      decision.grants.some(
        (one) => one.agreement === agreement && one.clauses.some(({ id }) => id === clause),
      )
    if (granted) return []
    const why = decision.decision === 'DENY' ? decision.code : 'NO_CLAUSE_GRANTS'
    return [
      {
        code: 'CLAUSE_DID_NOT_GRANT',
        detail: `clause ${clause} of ${agreement} granted nothing at that time: ${why}`,
      },
    ]
  })
}

// Row by row, where the statement is still there to be looked at.
function ungrantedRowsOf(
  { figures }: FoundStatement,
  { releasedAt }: LedgerEntry,
  decision: Decision,
): readonly Wrong[] {
  const dataset = figures?.dataset ?? null
  if (dataset === null || decision.decision === 'DENY') return []
  const stayed = rowsNotGranted(dataset, decision, releasedAt)
  const [first] = stayed
  if (first === undefined) return []
  const code = 'code' in first ? first.code : 'TOO_FINE'
  const detail = `${String(stayed.length)} rows were not granted, the first is row ${String(first.row)}: ${code}`
  return [{ code: 'ROW_NOT_GRANTED', detail }]
}
