// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import type { CaseCommand, CaseFact, CaseCommandTo, PersonCommand } from './case-acts'
import type { ActSigner } from '@corridor/message'
import { unsettled, type ReviewCase } from './case-state'
import { caseDecider } from './decide-case'
import { reportDecider } from './decide-report'
import type { ReviewRefusal } from './refusals'
import type { ReportCommand, ReportCommandTo, ReportFact } from './report-acts'
import { isFinal, isMovable, type ReviewReport } from './report-state'
import { reviewedReport } from './reviewed-report'

/** The review of one agreement and period: the newest version of its report, and its cases. */
export interface Round {
  readonly report: ReviewReport
  readonly cases: readonly ReviewCase[]
}

/** What has happened in a round, in order. */
export type RoundFact =
  | {
      readonly of: 'case'
      readonly id: string
      readonly state: ReviewCase
      readonly fact: CaseFact
    }
  | { readonly of: 'report'; readonly state: ReviewReport; readonly fact: ReportFact }

/** A round after what has happened. */
export interface RoundAfter {
  readonly round: Round
  readonly facts: readonly RoundFact[]
}

/** What an act on a round comes to. */
export type RoundDecided = Outcome<RoundAfter, ReviewRefusal>

/** A person of a side acts on a case. While somebody has signed the report, its figures stand still; words go on. */
export function actOnCase(
  round: Round,
  id: string,
  command: PersonCommand | CaseCommandTo<'comment'>,
): RoundDecided {
  const { report } = round
  const words = command.do === 'comment' || command.do === 'explain'
  if (!words && !isMovable(report))
    return refuse(
      'REVIEW_NOT_NOW',
      isFinal(report)
        ? 'all have signed the report: a new version of it begins with a revision, or when all parties ask for it'
        : 'one side has signed the report: return it or withdraw the signature first',
    )
  const acted = withCase({ round, facts: [] }, id, command)
  return acted.ok ? accept(settle(acted.value, command.at, true)) : acted
}

/** A signatory of a party acts on the newest version of a report. A report that is returned opens figures again. */
export function actOnReport(
  round: Round,
  command: SignatoryCommand,
  figures: readonly string[] = [],
): RoundDecided {
  const acted = withReport({ round, facts: [] }, completed(command, round))
  if (!acted.ok) return acted
  if (command.do === 'return') {
    const reopened = reopenFigures(acted.value, command, figures)
    // Where there is no case nobody could work on it: it is offered again at once, to be signed anew by all.
    return accept(settle(reopened, command.at, reopened.round.cases.length === 0))
  }
  return command.do === 'sign' ? accept(released(acted.value, command.at)) : acted
}

/** What a signatory asks for; who proposed last and what is open is known here. */
export type SignatoryCommand =
  | Omit<ReportCommandTo<'sign'>, 'proposer' | 'outstanding'>
  | ReportCommandTo<'withdraw'>
  | ReportCommandTo<'return'>
  | ReportCommandTo<'renew'>

function completed(command: SignatoryCommand, { cases }: Round): ReportCommand {
  if (command.do !== 'sign') return command
  const proposer = lastProposer(cases, command.by)
  return { ...command, proposer, outstanding: outstandingOf(cases) }
}

/** The person who proposed last for a party, in whichever case. */
export function lastProposer(cases: readonly ReviewCase[], party: string): ActSigner | null {
  const all = cases.flatMap(({ proposers }) => proposers[party] ?? [])
  const [last] = all.toSorted((one, other) => (one.at < other.at ? 1 : -1))
  return last?.person ?? null
}

function outstandingOf(cases: readonly ReviewCase[]): number {
  return cases.reduce((sum, one) => sum + unsettled(one), 0)
}

function reopenFigures(
  after: RoundAfter,
  { by, office, person, at, reason }: ReportCommandTo<'return'>,
  figures: readonly string[],
): RoundAfter {
  const command = { do: 'reopen', by, office, person, at, figures, reason } as const
  return after.round.cases.reduce((now, { id }) => mustCase(now, id, command), after)
}

// Release follows at once: the agreement says to whom.
function released(after: RoundAfter, at: string): RoundAfter {
  return after.round.report.status === 'signed-by-both'
    ? mustReport(after, { do: 'release', at })
    : after
}

/** Begins the review of a new version of a report: compared, and in review at once. */
export function beginReport(
  after: RoundAfter,
  report: ReportCommandTo<'compare'>['report'],
  at: string,
): RoundAfter {
  const fact: ReportFact = { fact: 'compared', by: null, at, report }
  const state = reportDecider.evolve({ status: 'none' }, fact)
  if (state.status === 'none') return after
  const compared: RoundFact = { of: 'report', state, fact }
  const round = { ...after.round, report: state }
  return mustReport({ round, facts: [...after.facts, compared] }, { do: 'begin', at })
}

/** What the hub makes of a report after its cases have moved: ready to sign, or in review again. */
export function settle(after: RoundAfter, at: string, worked: boolean): RoundAfter {
  const { report, cases } = after.round
  const { digest } = reviewedReport(report, cases)
  return mustReport(after, { do: 'settle', at, outstanding: outstandingOf(cases), digest, worked })
}

/** What the clock alone has made of a round. */
export function passRound(round: Round, at: string): RoundAfter {
  const cases = round.cases.reduce<RoundAfter>(
    (now, { id }) => mustCase(now, id, { do: 'pass', at }),
    { round, facts: [] },
  )
  return mustReport(cases, { do: 'pass', at })
}

/** A command to one case of a round. */
export function withCase(after: RoundAfter, id: string, command: CaseCommand): RoundDecided {
  const known = after.round.cases.find((one) => one.id === id)
  const decided = caseDecider.decide(command, known ?? { status: 'none' })
  if (!decided.ok) return decided
  return accept(decided.value.reduce((now, fact) => afterCaseFact(now, id, fact), after))
}

function afterCaseFact(after: RoundAfter, id: string, fact: CaseFact): RoundAfter {
  const { cases } = after.round
  const state = caseDecider.evolve(cases.find((one) => one.id === id) ?? { status: 'none' }, fact)
  if (state.status === 'none') return after
  const others = cases.filter((one) => one.id !== id)
  return {
    round: { ...after.round, cases: [...others, state] },
    facts: [...after.facts, { of: 'case', id, state, fact }],
  }
}

/** A command of the hub, which no case that there is refuses. */
export function mustCase(after: RoundAfter, id: string, command: CaseCommand): RoundAfter {
  const decided = withCase(after, id, command)
  return decided.ok ? decided.value : after
}

function withReport(after: RoundAfter, command: ReportCommand): RoundDecided {
  const decided = reportDecider.decide(command, after.round.report)
  if (!decided.ok) return decided
  return accept(decided.value.reduce(afterReportFact, after))
}

function afterReportFact(after: RoundAfter, fact: ReportFact): RoundAfter {
  const state = reportDecider.evolve(after.round.report, fact)
  if (state.status === 'none') return after
  return {
    round: { ...after.round, report: state },
    facts: [...after.facts, { of: 'report', state, fact }],
  }
}

/** A command of the hub, which no report that there is refuses. */
export function mustReport(after: RoundAfter, command: ReportCommand): RoundAfter {
  const decided = withReport(after, command)
  return decided.ok ? decided.value : after
}
