// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { partiesOf } from '@corridor/policy'
import { revokeAgreement } from '@corridor/sdk'
import { agreementOfCall } from '../agreement-of-call'
import type { Answer, Call } from '../command'
import { list } from '../output/words'

/** Ends an agreement, after its id was typed out. */
export async function revoke(call: Call): Promise<Outcome<Answer>> {
  const reason = call.option('reason')?.trim() ?? ''
  if (reason === '')
    return refuse(
      'COMMAND_WRONG',
      'say why, for the other party to read: --reason "our law has changed"',
    )
  const agreement = await agreementOfCall(call)
  if (!agreement.ok) return agreement
  const { profile, terms } = agreement.value
  const others = list(partiesOf(terms).filter((party) => party !== profile.participant))
  call.screen.note(
    `From now, no new figures go to ${others} under ${terms.id}, and none come from there.`,
  )
  call.screen.note(`Figures that ${others} received stay there.`)
  const meant = await typedOut(call, terms.id)
  if (!meant.ok) return meant
  const standing = await revokeAgreement(profile, terms.id, reason)
  if (!standing.ok) return standing
  return accept({
    text: `OK  ${terms.id} is revoked. Nothing more leaves under it.`,
    json: { ...standing.value, reason },
  })
}

async function typedOut({ screen }: Call, id: string): Promise<Outcome<null>> {
  if (screen.agreed) return accept(null)
  const answer = await screen.ask(
    `Type ${id} to continue: `,
    'nobody is there to type the id: add --yes to revoke',
  )
  if (!answer.ok) return answer
  return answer.value === id
    ? accept(null)
    : refuse('COMMAND_WRONG', `nothing was revoked, because ${id} was not typed`)
}
