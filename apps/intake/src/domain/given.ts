// SPDX-License-Identifier: Apache-2.0
// What the tests of the way in start from: Belgium's outflow to two states, sealed with a real key.
import type { MigrationFlow } from '@corridor/contracts'
import {
  eventBytes,
  newSigningKey,
  participantSource,
  seal,
  signerOf,
  type Sealed,
  type Signer,
} from '@corridor/message'
import type { Bench } from './judge'
import type { SenderKey } from './sender-rights'

export const at = new Date('2026-11-23T09:12:00.000Z')
export const subject = 'corridor.submit.BE.migration-flow'
export const salt = 'AAAAAAAAAAAAAAAAAAAAAA'

export const flow: MigrationFlow = {
  definition: {
    minimumStay: 'P12M',
    population: 'all',
    source: 'register',
    partnerConcept: 'residence',
    eventConcept: 'registration',
    ageDefinition: 'completed',
    periodConvention: 'calendar',
  },
  classifications: { occupation: 'ISCO-08', sector: 'ISIC-4', education: 'ISCED-2011' },
  frequency: 'A',
  rows: 2,
  reporter: 'BE',
  direction: 'outflow',
  origin: 'BE',
  destination: ['DK', 'SE'],
  period: '2016',
  sex: '_T',
  age: '_T',
  occupation: '_T',
  sector: '_T',
  stay: '_T',
  education: '_T',
  value: [409, 0],
  valueStatus: 'value',
  obsStatus: 'A',
  confStatus: 'F',
}

export const bytesOf = (data: object): Uint8Array =>
  eventBytes({
    id: 'flow-1',
    source: participantSource('BE'),
    type: 'corridor.submission.v1',
    time: at,
    contract: { name: 'migration-flow', version: '1.1.0' },
    salt,
    data,
  })

/** The envelope of a good message, save for what a test changes (also into what no contract knows). */
export function envelopeOf(change: Readonly<Record<string, unknown>> = {}): Uint8Array {
  const good = JSON.parse(Buffer.from(bytesOf(flow)).toString()) as object
  return Buffer.from(JSON.stringify({ ...good, ...change }))
}

/** A participant who can seal, and what the register holds of its key. */
export interface Sender {
  readonly signer: Signer
  readonly record: SenderKey
  readonly seals: (bytes: Uint8Array) => Promise<Sealed>
}

export async function newSender(change: Partial<SenderKey> = {}): Promise<Sender> {
  const { kid, publicJwk, privateJwk } = await newSigningKey()
  const signer = await signerOf(privateJwk)
  const record: SenderKey = {
    kid,
    participant: 'BE',
    jwk: publicJwk,
    validFrom: '2026-01-01T00:00:00Z',
    validUntil: '2027-01-01T00:00:00Z',
    revokedFrom: null,
    production: true,
    suspended: false,
    partner: null,
    office: 'STATBEL',
    releasing: {},
    ...change,
  }
  const purpose = { typ: 'corridor-event', aud: 'hub' } as const
  return { signer, record, seals: (bytes) => seal(bytes, purpose, signer) }
}

/** A hub whose register holds these senders. */
export function benchWith(...senders: readonly Sender[]): Bench {
  const records = new Map(senders.map(({ record }) => [record.kid, record]))
  return { hubId: 'hub', at, keyOf: (kid) => records.get(kid) }
}
