// SPDX-License-Identifier: Apache-2.0
import { codeList, validate, type ReviewAct } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { parseJson, type Act } from '@corridor/message'
import type { Cause } from '@corridor/statistics'
import type { ByPerson, CaseCommandTo, PersonCommand } from '../domain/review/case-acts'
import type { NamedCause } from '../domain/review/named-cause'
import type { SignatoryCommand } from '../domain/review/round'

/** What a signed act asks for, and of what. */
export type ActAsked =
  | {
      readonly of: 'case'
      readonly id: string
      readonly command: PersonCommand | CaseCommandTo<'comment'>
    }
  | {
      readonly of: 'report'
      readonly period: string
      readonly version: number
      readonly command: SignatoryCommand
      readonly figures: readonly string[]
    }

const signatories: readonly ReviewAct['act'][] = ['sign', 'withdraw', 'return', 'renew']

/** The role that an act asks for: reviewers settle figures, signatories sign, return and withdraw. */
export function roleOf({ act }: ReviewAct): Act {
  return signatories.includes(act) ? 'sign' : 'review'
}

/** Reads a signed act. */
export function readReviewAct(bytes: Uint8Array): Outcome<ReviewAct> {
  const body = parseJson(bytes)
  return body.ok
    ? validate('review-act', '1.0.0', body.value)
    : refuse('CONTENT_WRONG', 'the act is not JSON')
}

/** What an act asks for, by whom; refused where it lacks what its kind needs. */
export function askedBy(act: ReviewAct, who: ByPerson): Outcome<ActAsked> {
  return signatories.includes(act.act) ? ofReport(act, who) : ofCase(act, who)
}

function ofReport(act: ReviewAct, who: ByPerson): Outcome<ActAsked> {
  const { period, version, digest, reason, figures = [] } = act
  if (period === undefined) return lacks('period')
  if (version === undefined) return lacks('version')
  if (digest === undefined) return lacks('digest')
  const place = { of: 'report', period, version, figures } as const
  if (act.act === 'sign') return accept({ ...place, command: { do: 'sign', ...who, digest } })
  if (reason === undefined) return lacks('reason')
  if (act.act === 'withdraw' || act.act === 'return' || act.act === 'renew')
    return accept({ ...place, command: { do: act.act, ...who, digest, reason } })
  return refuse('CONTENT_WRONG', `${act.act} is no act about a report`)
}

function ofCase(act: ReviewAct, person: ByPerson): Outcome<ActAsked> {
  if (act.case === undefined) return lacks('case')
  const command = caseCommand(act, person)
  return command.ok ? accept({ of: 'case', id: act.case, command: command.value }) : command
}

function caseCommand(
  act: ReviewAct,
  person: ByPerson,
): Outcome<PersonCommand | CaseCommandTo<'comment'>> {
  const { text, audience, corrects, answers, reason } = act
  if (act.act === 'comment') {
    if (text === undefined) return lacks('text')
    if (audience === undefined) return lacks('audience')
    return accept({ do: 'comment', ...person, text, audience, corrects: corrects ?? null })
  }
  if (answers === undefined) return lacks('answers')
  const causes = causesOf(act)
  if (!causes.ok) return causes
  if (act.act === 'explain') {
    const named = causes.value.map(({ cause }) => cause)
    return text === undefined
      ? lacks('text')
      : accept({ do: 'explain', ...person, answers, causes: named, text })
  }
  if (act.act === 'close')
    return reason === undefined
      ? lacks('reason')
      : accept({ do: 'close', ...person, answers, reason })
  return figureCommand(act, { ...person, answers }, causes.value)
}

function figureCommand(
  { act, figure, value, reason, adjustment }: ReviewAct,
  who: ByPerson & { readonly answers: number },
  causes: readonly NamedCause[],
): Outcome<PersonCommand> {
  if (figure === undefined) return lacks('figure')
  if (act === 'agree') return accept({ do: 'agree', ...who, figure })
  if (act !== 'propose' && act !== 'counter' && act !== 'differ')
    return refuse('CONTENT_WRONG', `${act} is no act about a figure`)
  if (reason === undefined) return lacks('reason')
  if (act !== 'differ' && value === undefined) return lacks('value')
  const how =
    adjustment === undefined ? null : { kind: adjustment.kind, until: adjustment.until ?? null }
  const offered = { value: act === 'differ' ? null : (value ?? null), causes, reason }
  return accept({ do: act, ...who, figure, ...offered, adjustment: how })
}

function causesOf({ causes = [] }: ReviewAct): Outcome<readonly NamedCause[]> {
  const strange = causes.find(({ cause }) => codeList('CL_CAUSE').normalise(cause) === undefined)
  if (strange !== undefined)
    return refuse('CODE_UNKNOWN', `${strange.cause} is not in CL_CAUSE: corridor codes CL_CAUSE`)
  return accept(
    // The list was looked at: its codes are those of the type, which a test of the list keeps equal.
    causes.map(({ cause, persons }) => ({ cause: cause as Cause, persons: persons ?? null })),
  )
}

function lacks(member: string): Outcome<never> {
  return refuse('CONTENT_WRONG', `the act needs the member ${member}`)
}
