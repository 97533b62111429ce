// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import {
  actOnAgreement,
  connectParticipant,
  keepInInbox,
  proposeAgreement,
  readInbox,
  showAgreement,
  signAgreement,
  takeStatements,
  type OwnAct,
  type Profile,
} from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { corridorTerms } from '../../apps/cli/src/demonstration/region'
import { must, newParticipant, operatorOf } from './cast'
import { raiseHub, type Hub, type Mode } from './raise-hub'
import { messageBytes, outflow, sealedBy, send } from './raw-message'

/** A hub at which Belgium and Denmark share what leaves Belgium for Denmark. */
export interface DeliveringHub {
  readonly hub: Hub
  readonly operator: Profile
  readonly be: Profile
  readonly dk: Profile
}

export const terms = corridorTerms(['BE', 'DK'])

/** Raises the hub, with the agreement in force. */
export async function raiseDelivering(
  mode: Mode = 'in one process',
  agreed: Agreement = terms,
): Promise<DeliveringHub> {
  const hub = await raiseHub(mode)
  const operator = await operatorOf(hub)
  const be = await newParticipant(hub, operator, { participant: 'BE', kind: 'state' })
  const dk = await newParticipant(hub, operator, { participant: 'DK', kind: 'state' })
  await agree([be, dk], agreed)
  return { hub, operator, be, dk }
}

/** Both sign the terms. */
export async function agree(
  [first, second]: readonly [Profile, Profile],
  agreed: Agreement,
): Promise<void> {
  must(await proposeAgreement(first, agreed), 'propose')
  must(await signAgreement(first, agreed), 'sign as the first')
  must(await signAgreement(second, agreed), 'sign as the second')
}

/** Publishes a figure for each year, and waits until all are carried to their recipients. */
export async function sendYears(
  { hub, be }: DeliveringHub,
  periods: readonly string[],
  value = 100,
): Promise<void> {
  const released = (): Promise<readonly { count: number }[]> =>
    hub.query(
      `select count(*)::int as count from delivery.outbox where typ is not null and relayed_at is not null`,
    )
  const [before] = await released()
  await sendFigures({ be }, periods, value)
  const wanted = (before?.count ?? 0) + periods.length
  await eventually(released, ([now]) => (now?.count ?? 0) >= wanted)
}

/** Publishes a figure for each year. */
export async function sendFigures(
  { be }: Pick<DeliveringHub, 'be'>,
  periods: readonly string[],
  value = 100,
): Promise<void> {
  const connection = must(await connectParticipant(be), 'connect')
  for (const period of periods) {
    const data = outflow('BE', { period, value })
    await send(connection, await sealedBy(be, messageBytes('BE', { data })))
  }
  await connection.close()
}

/** Belgium does something to the agreement by itself. */
export async function act({ be }: DeliveringHub, does: OwnAct['act']): Promise<void> {
  const shown = must(await showAgreement(be, terms.id), 'show')
  must(await actOnAgreement(be, shown, { act: does, reason: 'a journey' }), does)
}

/** Takes what waits for a participant, or for the profile's own office alone, and keeps it. */
export async function take(
  profile: Profile,
  asked: { readonly office?: boolean } = {},
): Promise<void> {
  const connection = must(await connectParticipant(profile), 'connect')
  const keep = (received: Parameters<typeof keepInInbox>[1]): void => {
    keepInInbox(profile, received)
  }
  await takeStatements(connection, { keep, enough: () => false, idleMs: 700, ...asked })
  await connection.close()
}

/** What the deliveries of an inbox say, by their numbers. */
export async function deliveriesOf(
  profile: Profile,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const kept = await readInbox(profile, 'delivery')
  return kept
    .map(({ event }) => event.data)
    .sort((a, b) => Number(a['number']) - Number(b['number']))
}

/** The state of every release, by number. */
export async function statesOf(hub: Hub): Promise<readonly string[]> {
  const rows = await hub.query<{ state: string }>(
    'select state from delivery.release_v1 order by number',
  )
  return rows.map(({ state }) => state)
}
