// SPDX-License-Identifier: Apache-2.0
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import type { Sealed } from '@corridor/message'
import type { Profile } from '../profile'
import { keepSealedFile, readSealedFile } from '../sealed-file'
import { syncFolder, writeWhole } from '../write-whole'
import {
  messageFacts,
  sealSubmission,
  submissionId,
  type MessageFacts,
  type Submission,
} from './submission'

/** A sealed message that waits on disk until its receipt is there. */
export interface Outgoing {
  readonly id: string
  readonly contract: string
  readonly sealed: Sealed
}

/** Where a message of the profile is: to be sent, answered, or given up. */
export type OutboxPlace = 'outbox' | 'sent' | 'refused' | 'dropped'

/** Why a message still waits. */
export interface LastTry {
  readonly at: string
  readonly code: string
  readonly detail: string
}

/** A message of the outbox with what it is about and why it waits. */
export interface Waiting {
  readonly outgoing: Outgoing
  readonly facts: MessageFacts
  readonly bytes: number
  /** Absent where it was never tried. */
  readonly lastTry?: LastTry
}

/**
 * Seals what is to be sent and puts it in the profile's outbox, once: the id follows from the content, so the same figures are
 * the same message, with the same salt and signature, however often and after whatever crash they are sent.
 */
export async function putInOutbox(
  profile: Profile,
  submission: Submission,
  at: Date = new Date(),
): Promise<Outgoing> {
  const id = submissionId(submission)
  const contract = submission.contract.name
  for (const place of ['outbox', 'sent', 'dropped'] as const) {
    const before = readSealedFile(messageFile(profile, place, id))
    if (!before.ok) continue
    // It may have reached the hub before it was given up: other bytes under its id would be refused.
    if (place === 'dropped') moveMessage(profile, id, { from: place, to: 'outbox' })
    return { id, contract, sealed: before.value }
  }
  const sealed = await sealSubmission(profile, submission, at)
  mkdirSync(join(profile.folder, 'outbox'), { recursive: true, mode: 0o700 })
  keepSealedFile(messageFile(profile, 'outbox', id), sealed)
  return { id, contract, sealed }
}

/** Messages of the outbox that have no receipt yet. */
export function waiting(profile: Profile): readonly Outgoing[] {
  return describeOutbox(profile).waiting.map(({ outgoing }) => outgoing)
}

/** What is in the outbox, oldest first; files that are no message of ours are named. */
export function describeOutbox(profile: Profile): {
  readonly waiting: readonly Waiting[]
  readonly unreadable: readonly string[]
} {
  const folder = join(profile.folder, 'outbox')
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.json$/.test(name)) : []
  const found: Waiting[] = []
  const unreadable: string[] = []
  for (const name of names) {
    const one = readWaiting(profile, name.slice(0, -'.json'.length))
    if (one === undefined) unreadable.push(join(folder, name))
    else found.push(one)
  }
  const since = ({ facts }: Waiting): string => `${facts.sealedAt} ${facts.id}`
  return { waiting: found.sort((a, b) => (since(a) < since(b) ? -1 : 1)), unreadable }
}

function readWaiting(profile: Profile, id: string): Waiting | undefined {
  const sealed = readSealedFile(messageFile(profile, 'outbox', id))
  const facts = sealed.ok ? messageFacts(sealed.value) : undefined
  if (!sealed.ok || facts === undefined) return undefined
  const lastTry = readLastTry(profile, id)
  return {
    outgoing: { id, contract: facts.contract.name, sealed: sealed.value },
    facts,
    bytes: sealed.value.bytes.length,
    ...(lastTry === undefined ? {} : { lastTry }),
  }
}

/** Notes beside a message why it still waits. */
export function noteTry(profile: Profile, id: string, lastTry: LastTry): void {
  if (!existsSync(messageFile(profile, 'outbox', id))) return
  writeWhole(tryFile(profile, id), JSON.stringify(lastTry))
}

function readLastTry(profile: Profile, id: string): LastTry | undefined {
  try {
    const body: unknown = JSON.parse(readFileSync(tryFile(profile, id), 'utf8'))
    // Written by noteTry only; whatever else stands there says nothing.
    return typeof body === 'object' && body !== null && 'code' in body
      ? (body as LastTry)
      : undefined
  } catch {
    return undefined
  }
}

/** Puts a message where its answer says. What was refused is not sent again as it is: the same figures make a new message. */
export function putAway(profile: Profile, id: string, to: 'sent' | 'refused'): void {
  if (existsSync(messageFile(profile, 'outbox', id)))
    moveMessage(profile, id, { from: 'outbox', to })
}

/** Gives a message up. Its file is kept: it may have reached the hub without our knowing. */
export function dropMessage(profile: Profile, id: string): Outcome<null, 'NOT_FOUND'> {
  if (!/^[A-Za-z0-9._:-]{1,128}$/.test(id) || !existsSync(messageFile(profile, 'outbox', id)))
    return refuse('NOT_FOUND', `no message ${id.slice(0, 128)} waits in the outbox`)
  moveMessage(profile, id, { from: 'outbox', to: 'dropped' })
  return accept(null)
}

// A rename that a power cut undoes leaves the message in the outbox: it is sent again and gets the same answer.
function moveMessage(
  profile: Profile,
  id: string,
  { from, to }: { readonly from: OutboxPlace; readonly to: OutboxPlace },
): void {
  mkdirSync(join(profile.folder, to), { recursive: true, mode: 0o700 })
  renameSync(messageFile(profile, from, id), messageFile(profile, to, id))
  // What was noted about sending it goes with it.
  for (const kind of ['try', 'upload'])
    rmSync(join(profile.folder, 'outbox', `${id}.${kind}`), { force: true })
  syncFolder(join(profile.folder, to))
}

function messageFile(profile: Profile, place: OutboxPlace, id: string): string {
  return join(profile.folder, place, `${id}.json`)
}

function tryFile(profile: Profile, id: string): string {
  return join(profile.folder, 'outbox', `${id}.try`)
}
