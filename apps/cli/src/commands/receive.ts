// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import {
  deliveryChain,
  fetchDeliveries,
  keepInInbox,
  replayDeliveries,
  type DeliveriesFrom,
  type DeliveryChain,
  type Fetched,
  type Profile,
} from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { chainWords, exitOfChain } from '../delivery-words'
import { exitCodes } from '../exit-code'
import { writeDelivered } from '../figures/delivered-csv'
import { clean } from '../output/clean'
import { count, whole } from '../output/words'
import { profileOfCall } from '../profile-of-call'

/** Asks the hub for deliveries once more, from a number or an instant on, or for what is missing. */
export async function receive(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const from = fromOf(call, profile.value)
  if (!from.ok) return from
  const asked = { office: call.flag('office') }
  if (call.flag('stream')) return intoStream(profile.value, from.value, asked)
  const out = call.option('out')
  const folder = out === undefined ? undefined : resolve(call.world.folder, out)
  let refused = 0
  const fetched = await fetchDeliveries(profile.value, from.value, {
    ...asked,
    keep: (received) => {
      keepInInbox(profile.value, received)
      if (folder !== undefined) writeDelivered(folder, received)
    },
    onRefused: ({ code, detail }) => {
      refused += 1
      call.screen.note(`STOP  ${clean(code)}, ${clean(detail, 300)}`)
    },
  })
  if (!fetched.ok) return fetched
  return accept(answerOf(deliveryChain(profile.value, asked), fetched.value, refused))
}

// Without an option: what is missing, and whatever came after it.
function fromOf(call: Call, profile: Profile): Outcome<DeliveriesFrom> {
  const [from, since] = [call.option('from'), call.option('since')]
  if (from !== undefined && since !== undefined)
    return refuse('COMMAND_WRONG', 'give --from or --since, not both')
  if (since !== undefined) return accept({ since })
  if (from === undefined)
    return accept({ after: deliveryChain(profile, { office: call.flag('office') }).upTo })
  return /^[1-9]\d{0,14}$/.test(from)
    ? accept({ after: Number(from) - 1 })
    : refuse('COMMAND_WRONG', '--from is the number of a delivery: 1, 2, 3')
}

async function intoStream(
  profile: Profile,
  from: DeliveriesFrom,
  asked: { readonly office: boolean },
): Promise<Outcome<Answer>> {
  const replayed = await replayDeliveries(profile, from, asked)
  if (!replayed.ok) return replayed
  const { sent, withheld } = replayed.value
  const left = withheld === 0 ? '' : ` ${count(withheld, 'other')} not granted now.`
  return accept({
    text: `OK  The hub sends ${count(sent, 'delivery', 'deliveries')} again: corridor subscribe takes them.${left}`,
    json: { sent, withheld },
  })
}

function answerOf(
  chain: DeliveryChain,
  { taken, withheld, last }: Fetched,
  refused: number,
): Answer {
  const kept = withheld.map(
    ({ number, withheld: why }) => `\n    ${whole(number)} is not handed over again: ${clean(why)}`,
  )
  const exit = refused > 0 ? exitCodes.notGenuine : exitOfChain(chain)
  return {
    text: `OK  Took ${count(taken, 'delivery', 'deliveries')}; the hub's last is ${whole(last)}.${kept.join('')}${chainWords(chain)}`,
    json: { taken, withheld, last, chain, notGenuine: refused },
    ...(exit === exitCodes.done ? {} : { exit }),
  }
}
