// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { signedRequest } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { clean } from '../output/clean'
import { profileOfCall } from '../profile-of-call'

interface Erased {
  readonly participant: string
  readonly submission: string
  readonly under: string
  readonly at: string
}

/** Has a message deleted for ever, after its id was typed out. */
export async function eraseOne(call: Call): Promise<Outcome<Answer>> {
  const reason = call.option('reason')?.trim() ?? ''
  if (reason === '')
    return refuse('COMMAND_WRONG', 'say why, for the record: --reason "the law asks for it"')
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const id = call.operand(0) ?? ''
  const meant = await typedOut(call, id)
  if (!meant.ok) return meant
  const participant = call.option('of')
  const named = ['agreement', 'clause', 'reference'].flatMap((name) => {
    const value = call.option(name)
    return value === undefined ? [] : [[name, value] as const]
  })
  const order = {
    submission: id,
    ...(participant === undefined ? {} : { participant }),
    ...Object.fromEntries(named),
    reason,
  }
  const erased = await signedRequest<Erased>(profile.value, {
    method: 'POST',
    target: '/api/erasures',
    body: Buffer.from(JSON.stringify(order)),
  })
  if (!erased.ok) return erased
  return accept({
    text: `OK  ${clean(id, 128)} is deleted under ${clean(erased.value.under, 200)}. Its receipt and digest stay.`,
    json: { ...erased.value },
  })
}

async function typedOut({ screen }: Call, id: string): Promise<Outcome<null>> {
  if (screen.agreed) return accept(null)
  const answer = await screen.ask(
    `Type ${clean(id, 128)} to delete it for ever: `,
    'nobody is there to type the id: add --yes to delete it',
  )
  if (!answer.ok) return answer
  return answer.value === id
    ? accept(null)
    : refuse('COMMAND_WRONG', `nothing was deleted, because ${clean(id, 128)} was not typed`)
}
