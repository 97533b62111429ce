// SPDX-License-Identifier: Apache-2.0
// Messages as a hostile or broken sender makes them: the SDK would never let them out.
import { newestVersion, toColumns, type FlowRow, type MigrationFlow } from '@corridor/contracts'
import {
  digestOf,
  eventBytes,
  newSalt,
  participantSource,
  seal,
  signatureHeader,
  type Sealed,
} from '@corridor/message'
import {
  takeStatements,
  type ParticipantConnection,
  type Profile,
  type Received,
} from '@corridor/sdk'
import { headers } from 'nats'
import type { Hub } from './raise-hub'
import { ask, type RawAnswer } from './raw-request'

const register = {
  minimumStay: 'P12M',
  population: 'all',
  source: 'register',
  partnerConcept: 'residence',
  eventConcept: 'registration',
  ageDefinition: 'completed',
  periodConvention: 'calendar',
} as const

/** One outflow from a state, to Denmark unless a test says otherwise. */
export function outflow(from: string, change: Partial<FlowRow> = {}): MigrationFlow {
  const row: FlowRow = {
    reporter: from,
    direction: 'outflow',
    origin: from,
    destination: 'DK',
    period: '2016',
    sex: '_T',
    age: '_T',
    occupation: '_T',
    sector: '_T',
    stay: '_T',
    education: '_T',
    value: 447,
    valueStatus: 'value',
    lower: null,
    upper: null,
    obsStatus: 'A',
    confStatus: 'F',
    ...change,
  }
  return toColumns(register, [row])
}

/** The bytes of a good message of a participant, save for what a test changes in its envelope. */
export function messageBytes(from: string, change: Readonly<Record<string, unknown>> = {}): Buffer {
  const good = eventBytes({
    id: `message-${newSalt()}`,
    source: participantSource(from),
    type: 'corridor.submission.v1',
    time: new Date(),
    contract: { name: 'migration-flow', version: newestVersion('migration-flow') },
    data: outflow(from),
  })
  const envelope = JSON.parse(Buffer.from(good).toString()) as object
  return Buffer.from(JSON.stringify({ ...envelope, ...change }))
}

/** Bytes under a participant's good signature. */
export async function sealedBy({ hub, signer }: Profile, bytes: Uint8Array): Promise<Sealed> {
  return seal(bytes, { typ: 'corridor-event', aud: hub.id }, signer)
}

/** Sends a sealed message over HTTP and waits for its statement. */
export function submit(hub: Pick<Hub, 'http'>, { bytes, signature }: Sealed): Promise<RawAnswer> {
  return ask(hub.http, {
    method: 'POST',
    target: '/api/submissions?wait=20',
    body: Buffer.from(bytes).toString('utf8'),
    headers: { [signatureHeader]: signature },
  })
}

/** How a message travels, where a test does not want what is usual. */
export interface Travel {
  readonly subject?: string
  readonly reply?: string | undefined
  readonly brokerId?: string
}

/** Publishes as a participant, whatever it is. */
export async function send(
  { nats, profile }: ParticipantConnection,
  { bytes, signature }: Sealed,
  travel: Travel = {},
): Promise<void> {
  const head = headers()
  if (signature !== '') head.set(signatureHeader, signature)
  if (travel.brokerId !== undefined) head.set('Nats-Msg-Id', travel.brokerId)
  const subject = travel.subject ?? `corridor.submit.${profile.participant}.migration-flow`
  const { reply } = travel
  nats.publish(subject, bytes, { headers: head, ...(reply === undefined ? {} : { reply }) })
  await nats.flush()
}

/** What the hub has answered to these bytes, signed; waits for as many answers as there have to be. */
export async function answersTo(
  connection: ParticipantConnection,
  bytes: Uint8Array,
  many = 1,
): Promise<readonly Received[]> {
  const digest = digestOf(bytes)
  const answers: Received[] = []
  await takeStatements(connection, {
    keep: (received) => {
      if (received.event.data['digest'] === digest) answers.push(received)
    },
    enough: () => answers.length >= many,
    idleMs: 5_000,
  })
  return answers
}
