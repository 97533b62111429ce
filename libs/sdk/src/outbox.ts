// SPDX-License-Identifier: Apache-2.0
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import {
  newestVersion,
  validate,
  versionFollowed,
  type MigrationFlow,
  type Receipt,
} from '@corridor/contracts'
import { accept, canonicalJson, refuse, type Outcome } from '@corridor/kernel'
import {
  digestOf,
  eventBytes,
  participantSource,
  seal,
  signatureHeader,
  type Sealed,
} from '@corridor/message'
import { check } from '@corridor/rules'
import { headers } from 'nats'
import type { ParticipantConnection } from './connection'
import { keepInInbox } from './inbox'
import { takeStatements, type Received } from './receive'
import { readSealedFile, writeSealedFile } from './sealed-file'
import type { Profile } from './profile'

/** A sealed message that waits on disk until its receipt is there. */
export interface Outgoing {
  readonly id: string
  readonly contract: string
  readonly sealed: Sealed
}

const contract = { name: 'migration-flow' } as const

/** Figures go out in the version that they follow: an office changes to a newer one when it wants to. */
const versionOf = (data: unknown): string =>
  versionFollowed(contract.name, data) ?? newestVersion(contract.name)

/** Checks figures as the hub will: the same contract, code lists and rules. */
export function checkFlow(data: unknown): Outcome<MigrationFlow> {
  const version = versionOf(data)
  const valid = validate(contract.name, version, data)
  if (!valid.ok) return valid
  const checked = check({ contract: contract.name, version, dataset: valid.value })
  return checked.ok ? accept(checked.dataset) : checked
}

/**
 * Seals figures and puts them in the profile's outbox, once: the id follows from the content, so the same figures are the same
 * message, with the same salt and signature, however often and after whatever crash they are sent.
 */
export async function putInOutbox(profile: Profile, flow: MigrationFlow): Promise<Outgoing> {
  const id = `flow-${createHash('sha256').update(canonicalJson(flow)).digest('base64url')}`
  for (const place of ['outbox', 'sent'] as const) {
    const before = readSealedFile(outgoingFile(profile, place, id))
    if (before.ok) return { id, contract: contract.name, sealed: before.value }
  }
  const sealed = await sealFlow(profile, { id, flow })
  mkdirSync(join(profile.folder, 'outbox'), { recursive: true, mode: 0o700 })
  writeSealedFile(outgoingFile(profile, 'outbox', id), sealed)
  return { id, contract: contract.name, sealed }
}

/** Seals figures as a message of the profile's participant. */
export async function sealFlow(
  profile: Profile,
  message: { readonly id: string; readonly flow: MigrationFlow },
): Promise<Sealed> {
  const bytes = eventBytes({
    id: message.id,
    source: participantSource(profile.participant),
    type: 'corridor.submission.v1',
    time: new Date(),
    contract: { ...contract, version: versionOf(message.flow) },
    data: message.flow,
  })
  return seal(bytes, { typ: 'corridor-event', aud: profile.hub.id }, profile.signer)
}

/** Messages of the outbox that have no receipt yet. */
export function waiting(profile: Profile): readonly Outgoing[] {
  const folder = join(profile.folder, 'outbox')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const sealed = readSealedFile(join(folder, name))
      return sealed.ok
        ? [{ id: name.slice(0, -'.json'.length), contract: contract.name, sealed: sealed.value }]
        : []
    })
}

/**
 * Puts a sealed message on the bus. The broker's acknowledgement means nothing: only a signed receipt ends a resend. The message id
 * of the broker is random and new each time, because the broker drops duplicates across all senders: whoever knew our id
 * could make it drop our message.
 */
export async function sendSealed(
  connection: ParticipantConnection,
  outgoing: Outgoing,
): Promise<void> {
  const head = headers()
  head.set(signatureHeader, outgoing.sealed.signature)
  head.set('Nats-Msg-Id', randomBytes(16).toString('base64url'))
  const subject = `corridor.submit.${connection.profile.participant}.${outgoing.contract}`
  connection.nats.publish(subject, outgoing.sealed.bytes, { headers: head })
  await connection.nats.flush()
}

/** Milliseconds to wait for receipts before sending again, and how often. */
const patience = { waitMs: 10_000, tries: 3 } as const

/** Messages that are under way at the same time: the hub lets a sender have 128 waiting. */
const underWay = 64

/** Sends messages and waits for the receipt of each. Everything else that arrives meanwhile is kept in the profile's inbox. */
export async function publish(
  connection: ParticipantConnection,
  messages: readonly Outgoing[],
  progress: (receipts: number) => void = () => undefined,
): Promise<Outcome<ReadonlyMap<string, Received>>> {
  const receipts = new Map<string, Received>()
  for (let from = 0; from < messages.length; from += underWay) {
    const some = messages.slice(from, from + underWay)
    const took = await publishSome(connection, some, (id, received) => {
      receipts.set(id, received)
      progress(receipts.size)
    })
    if (!took) {
      const missing = messages.length - receipts.size
      return refuse(
        'NO_RECEIPT_YET',
        `${String(missing)} of ${String(messages.length)} messages have no receipt yet; they wait in the outbox`,
      )
    }
  }
  return accept(receipts)
}

/** True when each of the messages was answered. */
async function publishSome(
  connection: ParticipantConnection,
  messages: readonly Outgoing[],
  answered: (id: string, received: Received) => void,
): Promise<boolean> {
  const { profile } = connection
  const pending = new Map(messages.map((message) => [digestOf(message.sealed.bytes), message]))
  const keep = (received: Received): void => {
    keepInInbox(profile, received)
    const receipt = receiptIn(received)
    const message = receipt === null ? undefined : pending.get(receipt.digest)
    if (receipt === null || message === undefined) return
    pending.delete(receipt.digest)
    putAway(profile, message.id, receipt.statement === 'accepted' ? 'sent' : 'refused')
    answered(message.id, received)
  }
  for (let attempt = 0; attempt < patience.tries && pending.size > 0; attempt++) {
    for (const message of pending.values()) await sendSealed(connection, message)
    const enough = (): boolean => pending.size === 0
    await takeStatements(connection, { keep, enough, idleMs: patience.waitMs })
  }
  return pending.size === 0
}

/** What a receipt or refusal says. */
function receiptIn(received: Received): Receipt | null {
  if (received.channel !== 'receipt') return null
  const receipt = validate('receipt', newestVersion('receipt'), received.event.data)
  return receipt.ok ? receipt.value : null
}

/** What was refused is not sent again as it is: the same figures make a new message, which is judged anew. */
function putAway(profile: Profile, id: string, place: 'sent' | 'refused'): void {
  const from = outgoingFile(profile, 'outbox', id)
  if (!existsSync(from)) return
  mkdirSync(join(profile.folder, place), { recursive: true, mode: 0o700 })
  renameSync(from, outgoingFile(profile, place, id))
}

function outgoingFile(profile: Profile, place: 'outbox' | 'sent' | 'refused', id: string): string {
  return join(profile.folder, place, `${id}.json`)
}
