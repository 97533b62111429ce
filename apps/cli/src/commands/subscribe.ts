// SPDX-License-Identifier: Apache-2.0
import { relative, resolve } from 'node:path'
import { accept, type Outcome } from '@corridor/kernel'
import { digestOf } from '@corridor/message'
import {
  connectParticipant,
  deliveryChain,
  hasOwnStream,
  inboxFile,
  keepInInbox,
  readInbox,
  takeStatements,
  type Channel,
  type DeliveryChain,
  type ParticipantConnection,
  type Profile,
  type Received,
} from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { chainWords, exitOfChain } from '../delivery-words'
import { exitCodes } from '../exit-code'
import { writeDelivered } from '../figures/delivered-csv'
import { clean } from '../output/clean'
import { count } from '../output/words'
import { profileOfCall } from '../profile-of-call'
import { statementWords } from '../statement-words'

/** Takes what partners and the hub have sent. */
export async function subscribe(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const taker = takerOf(call, profile.value)
  await taker.catchUp()
  const connection = await connectParticipant(profile.value)
  if (!connection.ok) return connection
  try {
    await take(call, connection.value, taker)
  } finally {
    await connection.value.close().catch(() => undefined)
  }
  return accept(taker.answer())
}

/** Takes statements and remembers, for one call, what it took. */
interface Taker {
  /** Writes the figures of deliveries that another command took before. */
  readonly catchUp: () => Promise<void>
  readonly keep: (received: Received) => void
  readonly refused: (reason: { readonly code: string; readonly detail: string }) => void
  readonly answer: () => Answer
}

function takerOf(call: Call, profile: Profile): Taker {
  const { screen, world } = call
  const out = call.option('out')
  const folder = out === undefined ? undefined : resolve(world.folder, out)
  const taken: Record<Channel, number> = { receipt: 0, delivery: 0, report: 0, feed: 0 }
  let notGenuine = 0
  const tell = (did: 'Took' | 'Wrote', received: Received, file: string): void => {
    const shown = relative(world.folder, file)
    const line = `${did} ${statementWords(received)}, signature good → ${shown.startsWith('..') ? file : shown}`
    screen.result(line, {
      took: received.channel,
      digest: digestOf(received.sealed.bytes),
      file,
      data: received.event.data,
    })
  }
  return {
    catchUp: async () => {
      if (folder === undefined) return
      for (const received of await readInbox(profile, 'delivery')) {
        const file = writeDelivered(folder, received)
        if (file !== undefined) tell('Wrote', received, file)
      }
    },
    keep: (received) => {
      keepInInbox(profile, received)
      taken[received.channel] += 1
      const csv = folder === undefined ? undefined : writeDelivered(folder, received)
      tell('Took', received, csv ?? inboxFile(profile, received))
    },
    refused: ({ code, detail }) => {
      notGenuine += 1
      // What breaks the chain was made by the hub all the same: it is kept, as evidence.
      const did = code === 'CHAIN_BROKEN' ? 'Kept, but do not rely on it' : 'Not taken'
      screen.note(`STOP  ${did}: ${clean(code)}, ${clean(detail, 300)}`)
    },
    answer: () => answerOf(taken, notGenuine, chainsOf(profile)),
  }
}

interface Chains {
  readonly chain: DeliveryChain
  /** Of what is for the profile's own office alone, where it has been given anything. */
  readonly office?: DeliveryChain
}

function chainsOf(profile: Profile): Chains {
  const chain = deliveryChain(profile)
  const office = deliveryChain(profile, { office: true })
  return office.upTo === 0 && office.gaps.length === 0 ? { chain } : { chain, office }
}

function answerOf(
  taken: Readonly<Record<Channel, number>>,
  notGenuine: number,
  { chain, office }: Chains,
): Answer {
  const parts = [
    count(taken.delivery, 'delivery', 'deliveries'),
    count(taken.report, 'report'),
    count(taken.receipt, 'receipt'),
    count(taken.feed, 'feed'),
  ]
  const refused =
    notGenuine === 0 ? '' : `\nSTOP  ${count(notGenuine, 'statement')} did not verify.`
  const ofChains = Math.max(exitOfChain(chain), exitOfChain(office ?? chain))
  const exit = notGenuine > 0 ? exitCodes.notGenuine : ofChains
  const words = `${chainWords(chain)}${office === undefined ? '' : chainWords(office, 'office')}`
  return {
    text: `OK  Took ${parts.join(', ')}.${words}${refused}`,
    json: { taken, notGenuine, chain, ...(office === undefined ? {} : { office }) },
    ...(exit === exitCodes.done ? {} : { exit }),
  }
}

/** Milliseconds without anything new after which --once ends, and after which a lasting subscription asks anew. */
const idleMs = { once: 2_000, lasting: 30_000 } as const

async function take(call: Call, connection: ParticipantConnection, taker: Taker): Promise<void> {
  const { stopping } = call.world
  const once = call.flag('once')
  const stopped = new Promise<void>((settle) => {
    if (stopping.aborted) settle()
    else stopping.addEventListener('abort', () => settle(), { once: true })
  })
  if (!once) call.screen.note('Waiting for what comes; Ctrl-C ends it and loses nothing.')
  do {
    const options = {
      keep: taker.keep,
      enough: () => stopping.aborted,
      idleMs: once ? idleMs.once : idleMs.lasting,
      onRefused: taker.refused,
    }
    const offices = hasOwnStream(connection.profile) ? [false, true] : [false]
    const taking = Promise.all(
      offices.map((office) => takeStatements(connection, { ...options, office })),
    )
    // After Ctrl-C nobody waits for it any more. What is cut off was not acknowledged, so the hub gives it again.
    taking.catch(() => undefined)
    await Promise.race([taking, stopped])
  } while (!once && !stopping.aborted && !connection.nats.isClosed())
}
