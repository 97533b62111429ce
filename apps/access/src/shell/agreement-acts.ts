// SPDX-License-Identifier: Apache-2.0
import { validate, type Agreement, type AgreementAct } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { parseJson } from '@corridor/message'
import type { AgreementCommand } from '../domain/agreement/acts'

/** Reads terms. The contract is closed: a member or clause that it does not have is a term that nobody would enforce. */
export function readTerms(body: unknown): Outcome<Agreement> {
  const terms = validate('agreement', '1.0.0', body)
  return terms.ok ? terms : refuse('AGREEMENT_TERM_UNKNOWN', terms.refusal.detail)
}

/** Reads a signed act. */
export function readAct(bytes: Uint8Array): Outcome<AgreementAct> {
  const body = parseJson(bytes)
  return body.ok
    ? validate('agreement-act', '1.0.0', body.value)
    : refuse('CONTENT_WRONG', 'the act is not JSON')
}

/** The command that a signed act asks for; refused where it lacks what its kind needs. */
export function commandOf(
  act: AgreementAct,
  { by, at }: { readonly by: string; readonly at: string },
): Outcome<AgreementCommand> {
  const { digest, reason, participant: to, clauses } = act
  switch (act.act) {
    case 'propose':
      return refuse('CONTENT_WRONG', 'a proposal comes with its terms')
    case 'notify':
    case 'resume':
      return accept({ do: act.act, by, at })
    case 'decline':
    case 'suspend':
    case 'terminate':
    case 'withdraw':
      return reason === undefined ? lacks('reason') : accept({ do: act.act, by, at, reason })
    case 'reserve':
      return clauses === undefined ? lacks('clauses') : accept({ do: 'reserve', by, at, clauses })
    case 'accede':
      return accept({ do: 'accede', by, at, digest, clauses: clauses ?? [] })
    case 'consent':
      return to === undefined ? lacks('participant') : accept({ do: 'consent', by, at, to })
    case 'refuse':
      if (to === undefined) return lacks('participant')
      return reason === undefined ? lacks('reason') : accept({ do: 'refuse', by, at, to, reason })
  }
}

function lacks(member: string): Outcome<never> {
  return refuse('CONTENT_WRONG', `the act needs the member ${member}`)
}
