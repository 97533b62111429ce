// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { partiesOf } from '@corridor/policy'
import { actOnAgreement, type OwnAct } from '@corridor/sdk'
import { agreementOfCall, type CheckedAgreement } from '../agreement-of-call'
import { standingWords } from '../agreement-words'
import type { Answer, Call } from '../command'
import { clean } from '../output/clean'
import { list } from '../output/words'

/** Acts after which figures go no further, or go on: whoever asks for them types the agreement's id. */
const grave: readonly OwnAct['act'][] = ['decline', 'suspend', 'terminate', 'withdraw']

/** A command that does one act about an agreement. */
export function actor(act: OwnAct['act']): (call: Call) => Promise<Outcome<Answer>> {
  return async (call) => {
    const own = readAct(call, act)
    if (!own.ok) return own
    const agreement = await agreementOfCall(call)
    if (!agreement.ok) return agreement
    const { profile, terms, shown } = agreement.value
    if (grave.includes(act)) {
      const meant = await typedOut(call, agreement.value)
      if (!meant.ok) return meant
    }
    const standing = await actOnAgreement(profile, shown, own.value)
    if (!standing.ok) return standing
    return accept({
      text: `OK  ${terms.id} is ${standingWords(standing.value.state)}.`,
      json: { ...standing.value, ...own.value },
    })
  }
}

function readAct(call: Call, act: OwnAct['act']): Outcome<OwnAct> {
  const reason = call.option('reason')?.trim() ?? ''
  if ((grave.includes(act) || act === 'refuse') && reason === '')
    return refuse(
      'COMMAND_WRONG',
      'say why, for the other parties to read: --reason "our law has changed"',
    )
  const clauses = (call.option('clauses') ?? '').split(',').filter((one) => one !== '')
  if (act === 'reserve' && clauses.length === 0)
    return refuse('COMMAND_WRONG', 'say which clauses: --clauses 3,4')
  return accept({
    act,
    ...(reason !== '' && { reason }),
    ...(clauses.length > 0 && { clauses }),
    ...((act === 'consent' || act === 'refuse') && { participant: call.operand(1) ?? '' }),
  })
}

async function typedOut(
  { screen }: Call,
  { profile, terms }: CheckedAgreement,
): Promise<Outcome<null>> {
  const others = list(partiesOf(terms).filter((party) => party !== profile.participant))
  screen.note(
    `From now, no new figures go to ${clean(others)} under ${terms.id}, and none come from there.`,
  )
  screen.note(`Figures that ${clean(others)} received stay there.`)
  if (screen.agreed) return accept(null)
  const answer = await screen.ask(
    `Type ${terms.id} to continue: `,
    'nobody is there to type the id: add --yes to go on',
  )
  if (!answer.ok) return answer
  return answer.value === terms.id
    ? accept(null)
    : refuse('COMMAND_WRONG', `nothing was done, because ${terms.id} was not typed`)
}
