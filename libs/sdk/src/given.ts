// SPDX-License-Identifier: Apache-2.0
// What the tests of the SDK start from: an enrolled office in a folder of its own, its hub with a real key, and a figure.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MigrationFlow } from '@corridor/contracts'
import {
  eventBytes,
  hubSource,
  newSigningKey,
  seal,
  signerOf,
  type PublicJwk,
  type Sealed,
  type Signer,
  type StatementType,
} from '@corridor/message'
import { openProfile, profileFolder, profileKeys, writeProfile, type Profile } from './profile'

/** A hub that makes statements. */
export interface Hub {
  readonly id: string
  readonly key: PublicJwk
  readonly signer: Signer
}

export async function newHub(id = 'hub'): Promise<Hub> {
  const { publicJwk, privateJwk } = await newSigningKey()
  return { id, key: publicJwk, signer: await signerOf(privateJwk) }
}

export const newHome = (): string => mkdtempSync(join(tmpdir(), 'corridor-sdk-'))

/** Belgium's office, enrolled at a hub. */
export async function enrolled(home: string, hub: Hub): Promise<Profile> {
  const folder = profileFolder(home, 'be')
  await profileKeys(folder)
  writeProfile(folder, {
    participant: 'BE',
    kind: 'state',
    office: 'STATBEL',
    validUntil: '2027-11-23T00:00:00Z',
    hub: { id: hub.id, http: 'http://hub.example', nats: 'nats://hub.example', key: hub.key },
  })
  const profile = await openProfile(home, 'be')
  if (!profile.ok) throw new Error(profile.refusal.detail)
  return profile.value
}

/** A statement of a hub, sealed for a purpose. */
export async function stated(hub: Hub, typ: StatementType, id = 'receipt:BE:1'): Promise<Sealed> {
  const bytes = eventBytes({
    id,
    source: hubSource(hub.id),
    type: 'corridor.receipt.v1',
    time: new Date('2026-11-23T09:12:00Z'),
    contract: { name: 'receipt', version: '1.0.0' },
    data: { statement: 'accepted' },
  })
  return seal(bytes, { typ, aud: hub.id }, hub.signer)
}

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
  rows: 1,
  reporter: 'BE',
  direction: 'outflow',
  origin: 'BE',
  destination: 'DK',
  period: '2016',
  sex: '_T',
  age: '_T',
  occupation: '_T',
  sector: '_T',
  stay: '_T',
  education: '_T',
  value: 409,
  valueStatus: 'value',
  obsStatus: 'A',
  confStatus: 'F',
}
