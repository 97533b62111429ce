// SPDX-License-Identifier: Apache-2.0
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { addressOf } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import {
  newNkeySeed,
  newSigningKey,
  nkeyOf,
  publicHalf,
  signerOf,
  thumbprint,
  type PrivateJwk,
  type PublicJwk,
  type Signer,
} from '@corridor/message'
import { writeDurably } from './write-whole'

/** The hub that a profile was enrolled with; its key is pinned at enrolment. */
export interface HubOfProfile {
  readonly id: string
  readonly http: string
  readonly nats: string
  readonly key: PublicJwk
  /** Keys that the hub had before, each until when what it signed is believed. */
  readonly former?: readonly { readonly key: PublicJwk; readonly until: string }[]
}

/** What a profile says of its holder. */
export interface ProfileFacts {
  readonly participant: string
  readonly kind: string
  readonly office: string
  readonly validUntil: string
  readonly hub: HubOfProfile
}

/** An enrolled participant's profile with its keys in hand. */
export interface Profile extends ProfileFacts {
  readonly name: string
  readonly folder: string
  readonly signer: Signer
  /** The nkey seed that signs in to the broker. */
  readonly signinSeed: string
}

/** By which name a profile is given figures: its participant's, or its own office's of it. */
export function ownAddress(
  { participant, office }: Pick<ProfileFacts, 'participant' | 'office'>,
  asked: { readonly office?: boolean } = {},
): string {
  return addressOf({ recipient: participant, ...(asked.office === true ? { office } : {}) })
}

/** True for kinds of participants that are given figures, so that offices of theirs may be given some alone. */
export function hasOwnStream({ kind }: Pick<ProfileFacts, 'kind'>): boolean {
  return kind === 'state' || kind === 'partner'
}

/** A profile's two key pairs, one for each purpose. */
export interface ProfileKeys {
  readonly signer: Signer
  readonly signingKey: PublicJwk
  readonly kid: string
  readonly signinKey: string
  readonly signinSeed: string
}

const files = { signing: 'signing.jwk', signin: 'signin.seed', facts: 'profile.json' } as const

/** The folder of a profile in a home. */
export function profileFolder(home: string, name: string): string {
  return join(home, 'profiles', name)
}

/** Names of the profiles in a home that are enrolled. */
export function listProfiles(home: string): readonly string[] {
  const folder = join(home, 'profiles')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, files.facts)))
    .sort()
}

/** Makes the keys of a profile, or gives those that are there. They never leave the folder. */
export async function profileKeys(folder: string): Promise<Outcome<ProfileKeys>> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const signingFile = join(folder, files.signing)
  const signinFile = join(folder, files.signin)
  if (!existsSync(signingFile))
    writeDurably(signingFile, JSON.stringify((await newSigningKey()).privateJwk), 0o600)
  if (!existsSync(signinFile)) writeDurably(signinFile, newNkeySeed('user'), 0o600)
  return readKeys(folder)
}

async function readKeys(folder: string): Promise<Outcome<ProfileKeys>> {
  const paths = [join(folder, files.signing), join(folder, files.signin)] as const
  for (const path of paths) {
    if (!existsSync(path)) return refuse('PROFILE_MISSING', `${path} is not there`)
    if (tooOpen(path))
      return refuse(
        'KEY_FILE_TOO_OPEN',
        `${path} can be read by others; correct it with: chmod 600 ${path}`,
      )
  }
  // Written by profileKeys only.
  const jwk = JSON.parse(readFileSync(paths[0], 'utf8')) as PrivateJwk
  const signinSeed = readFileSync(paths[1], 'utf8')
  return accept({
    signer: await signerOf(jwk),
    signingKey: publicHalf(jwk),
    kid: await thumbprint(jwk),
    signinKey: nkeyOf(signinSeed).publicKey,
    signinSeed,
  })
}

function tooOpen(path: string): boolean {
  return process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0
}

/** Writes what the enrolment gave; the last step, so a profile that has it is whole. */
export function writeProfile(folder: string, facts: ProfileFacts): void {
  writeDurably(join(folder, files.facts), JSON.stringify(facts, null, 2), 0o600)
}

/** True when a profile was enrolled. */
export function isEnrolled(folder: string): boolean {
  return existsSync(join(folder, files.facts))
}

/** Opens a profile by name. */
export async function openProfile(home: string, name: string): Promise<Outcome<Profile>> {
  const folder = profileFolder(home, name)
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(name) || !isEnrolled(folder)) {
    const known = listProfiles(home)
    const hint = known.length === 0 ? 'there is none yet' : `there are: ${known.join(', ')}`
    return refuse('PROFILE_MISSING', `no profile "${name}" in ${join(home, 'profiles')}; ${hint}`)
  }
  const keys = await readKeys(folder)
  if (!keys.ok) return keys
  // Written by writeProfile only.
  const facts = JSON.parse(readFileSync(join(folder, files.facts), 'utf8')) as ProfileFacts
  return accept({
    ...facts,
    name,
    folder,
    signer: keys.value.signer,
    signinSeed: keys.value.signinSeed,
  })
}
