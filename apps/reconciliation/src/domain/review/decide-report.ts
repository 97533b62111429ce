// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Decider } from '@corridor/kernel'
import { mayBeOnePerson } from '@corridor/message'
import type { ReviewRefusal } from './refusals'
import type { ReportCommand, ReportCommandTo, ReportDecided, ReportFact } from './report-acts'
import { evolveReport } from './evolve-report'
import { isFinal, isMovable, type ReportState, type ReviewReport } from './report-state'

/** The life of one version of a report. */
export const reportDecider: Decider<ReportCommand, ReportState, ReportFact, ReviewRefusal> = {
  initial: { status: 'none' },
  decide,
  evolve: evolveReport,
}

/** Decides an act. What the clock had made of the report by then has happened first. */
function decide(command: ReportCommand, before: ReportState): ReportDecided {
  const due = reportDueFacts(before, command.at)
  const decided = decideNow(command, due.reduce(evolveReport, before))
  return decided.ok ? accept([...due, ...decided.value]) : decided
}

function decideNow(command: ReportCommand, state: ReportState): ReportDecided {
  if (command.do === 'compare') {
    const { at, report } = command
    return accept(state.status === 'none' ? [{ fact: 'compared', by: null, at, report }] : [])
  }
  if (state.status === 'none')
    return refuse('REPORT_UNKNOWN', 'there is no such report, or it is not shared with you')
  switch (command.do) {
    case 'begin':
    case 'settle':
    case 'release':
    case 'revise':
    case 'pass':
      return accept(decideOfHub(command, state))
    case 'sign':
    case 'withdraw':
    case 'return':
    case 'renew':
      return decideOfParty(command, state)
  }
}

function decideOfHub(
  command: ReportCommandTo<'begin' | 'settle' | 'release' | 'revise' | 'pass'>,
  state: ReviewReport,
): readonly ReportFact[] {
  const hub = { by: null, at: command.at } as const
  switch (command.do) {
    case 'begin':
      return state.status === 'compared' ? [{ fact: 'review-began', ...hub }] : []
    case 'settle':
      return decideSettling(command, state)
    case 'release':
      return state.status === 'signed-by-both' ? [{ fact: 'released', ...hub }] : []
    case 'revise':
      if (state.status === 'superseded') return []
      if (!isFinal(state)) return [{ fact: 'superseded', ...hub }]
      return state.mark === null ? [{ fact: 'figures-revised', ...hub }] : []
    case 'pass':
      return []
  }
}

function decideSettling(
  { at, outstanding, digest, worked }: ReportCommandTo<'settle'>,
  { status, digest: offered, returned }: ReviewReport,
): readonly ReportFact[] {
  if (status === 'ready-to-sign' && outstanding > 0) return [{ fact: 'reopened', by: null, at }]
  const isOffered = status === 'ready-to-sign' && digest !== offered
  const isReady = status === 'in-review' && outstanding === 0 && (returned === null || worked)
  return isOffered || isReady ? [{ fact: 'ready', by: null, at, digest }] : []
}

function decideOfParty(
  command: ReportCommandTo<'sign' | 'withdraw' | 'return' | 'renew'>,
  state: ReviewReport,
): ReportDecided {
  const { by } = command
  if (!state.parties.includes(by))
    return refuse('REVIEW_NOT_SIDE', `${by} is not a party to ${state.agreement}`)
  switch (command.do) {
    case 'sign':
      return decideSign(command, state)
    case 'withdraw':
      return decideWithdraw(command, state)
    case 'return':
      return decideReturn(command, state)
    case 'renew':
      return decideRenew(command, state)
  }
}

function decideSign(command: ReportCommandTo<'sign'>, state: ReviewReport): ReportDecided {
  const { by, person, at, digest, proposer, outstanding } = command
  if (isFinal(state)) return refuse('REPORT_ALREADY_SIGNED', `${nameOf(state)} is signed by all`)
  if (state.status === 'superseded') return notNow(state, 'a newer version takes its place')
  if (isMovable(state) && (state.status === 'in-review' || outstanding > 0)) {
    const open = outstanding === 1 ? '1 figure is' : `${String(outstanding)} figures are`
    const why = outstanding > 0 ? `${open} still open` : 'it was returned for more work'
    return refuse('REPORT_NOT_READY', `${nameOf(state)} cannot be signed yet: ${why}`)
  }
  if (state.status === 'compared') return notNow(state, 'its review has not begun')
  const own = state.signatures.filter(({ participant }) => participant === by)
  if (own.length >= signaturesOf(state, by))
    return refuse('REPORT_ALREADY_SIGNED', `${by} has signed ${nameOf(state)} already`)
  if (digest !== state.digest) return different(state)
  if (own.some((one) => mayBeOnePerson(one.person, person)))
    return refuse('REVIEW_SAME_PERSON', `another person than the first signs for ${by} as well`)
  // Four eyes: whoever proposed last for a state does not bind it as well.
  if (proposer !== null && mayBeOnePerson(proposer, person))
    return refuse(
      'REVIEW_SAME_PERSON',
      `another person than the one who proposed last signs for ${by}`,
    )
  const signed: ReportFact = { fact: 'signed', by, at, person, digest }
  const asked = state.parties.reduce((sum, party) => sum + signaturesOf(state, party), 0)
  const all = state.signatures.length + 1 === asked
  return accept(all ? [signed, { fact: 'signed-by-all', by: null, at }] : [signed])
}

function signaturesOf({ twoSign = [] }: ReviewReport, party: string): 1 | 2 {
  return twoSign.includes(party) ? 2 : 1
}

function decideWithdraw(
  { by, person, at, digest, reason }: ReportCommandTo<'withdraw'>,
  state: ReviewReport,
): ReportDecided {
  if (state.status !== 'signed-by-one')
    return notNow(
      state,
      'a signature is withdrawn after one side has signed and before the other does',
    )
  const own = state.signatures.filter(({ participant }) => participant === by)
  if (own.length === 0) return notNow(state, `${by} has not signed it`)
  if (digest !== state.digest) return different(state)
  const signed = own.find((one) => one.person.person === person.person)
  if (signed === undefined) return notNow(state, 'only who has signed withdraws: return it instead')
  return accept([{ fact: 'signature-withdrawn', by, at, person: signed.person, reason }])
}

function decideReturn(
  { by, at, digest, reason }: ReportCommandTo<'return'>,
  state: ReviewReport,
): ReportDecided {
  if (state.status !== 'ready-to-sign' && state.status !== 'signed-by-one')
    return notNow(state, 'a report is returned while it waits for signatures')
  if (digest !== state.digest) return different(state)
  return accept([{ fact: 'returned', by, at, reason }])
}

// What all have signed is done anew only when all want it. It stays valid until the next is signed.
function decideRenew(
  { by, at, digest, reason }: ReportCommandTo<'renew'>,
  state: ReviewReport,
): ReportDecided {
  if (!isFinal(state) || state.mark !== null)
    return notNow(state, 'only what all have signed is done anew, and once')
  if (digest !== state.digest) return different(state)
  if (state.renewal.includes(by)) return accept([])
  const asked: ReportFact = { fact: 'renewal-asked', by, at, reason }
  const all = state.parties.every((party) => party === by || state.renewal.includes(party))
  return accept(all ? [asked, { fact: 'replaced', by: null, at }] : [asked])
}

function nameOf({ agreement, period, version }: ReviewReport): string {
  return `the report ${agreement} ${period} version ${String(version)}`
}

function notNow(state: ReviewReport, why: string): ReportDecided {
  return refuse('REVIEW_NOT_NOW', `${nameOf(state)} is ${state.status}: ${why}`)
}

function different(state: ReviewReport): ReportDecided {
  return refuse('REPORT_DIFFERENT', `the act is not about ${nameOf(state)} as it stands now`)
}

/** What the clock alone has made of a report by an instant: a reminder, then marks. Nothing is agreed or signed by silence. */
export function reportDueFacts(state: ReportState, at: string): readonly ReportFact[] {
  if (state.status === 'none' || !isWaiting(state)) return []
  const { dueAt, escalateAt, overdue, escalated, remindAt } = state
  const reminded: readonly ReportFact[] =
    !overdue && remindAt && at >= remindAt && at < dueAt ? [reminder(state, remindAt)] : []
  const late: readonly ReportFact[] =
    !overdue && at >= dueAt ? [{ fact: 'overdue', by: null, at: dueAt }] : []
  return !escalated && at >= escalateAt
    ? [...late, { fact: 'escalated', by: null, at: escalateAt }]
    : [...reminded, ...late]
}

function reminder(state: ReviewReport, at: string): ReportFact {
  const { parties, signatures } = state
  const signed = (party: string): number =>
    signatures.filter(({ participant }) => participant === party).length
  const silent = parties.filter((party) => signed(party) < signaturesOf(state, party))
  return { fact: 'reminded', by: null, at, silent }
}

/** The first instant at which the clock alone changes a report; null where it does not. */
export function reportDueAt(state: ReportState): string | null {
  if (state.status === 'none' || !isWaiting(state) || state.escalated) return null
  return state.overdue ? state.escalateAt : (state.remindAt ?? state.dueAt)
}

function isWaiting({ status }: ReviewReport): boolean {
  return (
    status !== 'compared' &&
    status !== 'superseded' &&
    status !== 'signed-by-both' &&
    status !== 'released'
  )
}
