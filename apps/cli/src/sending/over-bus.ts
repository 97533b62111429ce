// SPDX-License-Identifier: Apache-2.0
import { refuse, type Outcome } from '@corridor/kernel'
import {
  backOffMs,
  connectParticipant,
  publish,
  waitMs,
  type ParticipantConnection,
  type Profile,
  type Received,
} from '@corridor/sdk'
import type { Call } from '../command'
import { clean } from '../output/clean'
import type { Sending } from './sending'

/** Sends over the bus; a hub that is away is tried again until the patience of the call is at its end. */
export async function exchangeOverBus(
  call: Call,
  profile: Profile,
  { messages, patienceMs }: Sending,
): Promise<Outcome<ReadonlyMap<string, Received>>> {
  const { screen } = call
  const connection = await connectPatiently(call, profile, patienceMs)
  if (!connection.ok) return connection
  screen.note(`Sending   to the hub ${clean(profile.hub.id)}; waiting for the receipt`)
  const progress = (done: number): void => {
    if (messages.length > 1)
      screen.progress({ what: 'Receipts ', done, of: messages.length, things: 'messages' })
  }
  try {
    return await publish(connection.value, messages, { progress })
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'NatsError') throw error
    return refuse('HUB_UNREACHABLE', `the hub's broker stopped answering (${clean(error.message)})`)
  } finally {
    await connection.value.close().catch(() => undefined)
  }
}

async function connectPatiently(
  { screen, world }: Call,
  profile: Profile,
  patienceMs: number,
): Promise<Outcome<ParticipantConnection>> {
  const until = Date.now() + patienceMs
  for (let tries = 0; ; tries++) {
    const connection = await connectParticipant(profile)
    if (connection.ok || connection.refusal.code !== 'HUB_UNREACHABLE') return connection
    const wait = backOffMs(tries, { firstMs: 1_000, mostMs: 30_000 })
    if (Date.now() + wait > until) return withPatience(connection, patienceMs)
    if (tries === 0) screen.note(`WAIT  ${clean(connection.refusal.detail)}; trying again`)
    if (!(await waitMs(wait, world.stopping))) return connection
  }
}

function withPatience(
  refused: Extract<Outcome<never>, { ok: false }>,
  patienceMs: number,
): Outcome<never> {
  const { code, detail } = refused.refusal
  return patienceMs === 0
    ? refused
    : refuse(code, `${detail} (no answer in ${String(Math.round(patienceMs / 1_000))} s)`)
}
