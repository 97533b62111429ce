// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'
import {
  newestVersion,
  parseContractUrn,
  versionFollowed,
  type ContractName,
  type ContractRef,
} from '@corridor/contracts'
import { canonicalJson } from '@corridor/kernel'
import { eventBytes, participantSource, parseJson, seal, type Sealed } from '@corridor/message'
import type { Profile } from '../profile'

/** What one message says: figures by a contract, several datasets by `bundle`, a scheme described. */
export interface Submission {
  readonly contract: ContractRef
  readonly data: object
  /** A rehearsal: judged by the same rules, mixed with nothing. */
  readonly test?: true
}

/** Figures as one message, in the version that they follow: an office changes to a newer one when it wants to. */
export function submissionOf(name: ContractName, data: object): Submission {
  return { contract: { name, version: versionFollowed(name, data) ?? newestVersion(name) }, data }
}

/**
 * The id of a message follows from what it says: the same figures are the same message, however often they are published.
 */
export function submissionId({ contract, data, test }: Submission): string {
  const text = canonicalJson({ ...contract, data, test: test ?? false })
  const digest = createHash('sha256').update(text).digest('base64url')
  return `${test === true ? 'test-' : ''}${contract.name}-${digest}`
}

/** Seals what a message says for the profile's hub, at that instant. */
export async function sealSubmission(
  profile: Profile,
  submission: Submission,
  at: Date,
): Promise<Sealed> {
  const { contract, data, test } = submission
  const bytes = eventBytes({
    id: submissionId(submission),
    source: participantSource(profile.participant),
    type: 'corridor.submission.v1',
    time: at,
    contract,
    data,
    ...(test === true ? { mode: 'test' as const } : {}),
  })
  return seal(bytes, { typ: 'corridor-event', aud: profile.hub.id }, profile.signer)
}

/** What a sealed message of the outbox is about. */
export interface MessageFacts {
  readonly id: string
  readonly contract: ContractRef
  /** When it was sealed, by the clock of this machine. */
  readonly sealedAt: string
  readonly test: boolean
  /** The datasets in it with their rows; a document has none. */
  readonly datasets: readonly { readonly contract: string; readonly rows: number }[]
}

/** Reads what a sealed message is about, undefined where it is no message. It is our own: nothing is verified. */
export function messageFacts({ bytes }: Sealed): MessageFacts | undefined {
  const body = parseJson(bytes)
  if (!body.ok || !isObject(body.value)) return undefined
  const { id, time, dataschema, mode, data } = body.value
  const contract = typeof dataschema === 'string' ? parseContractUrn(dataschema) : undefined
  if (typeof id !== 'string' || typeof time !== 'string' || contract === undefined) return undefined
  return {
    id,
    contract,
    sealedAt: time,
    test: mode === 'test',
    datasets: datasetsOf(contract, data),
  }
}

function datasetsOf(contract: ContractRef, data: unknown): MessageFacts['datasets'] {
  if (!isObject(data)) return []
  const parts: readonly unknown[] = Array.isArray(data['parts']) ? data['parts'] : []
  const named = parts.filter(isObject).map((part) => ({ name: part['contract'], of: part['data'] }))
  const all = contract.name === 'bundle' ? named : [{ name: contract.name, of: data }]
  return all.flatMap(({ name, of }) => {
    const rows = isObject(of) ? of['rows'] : undefined
    return typeof name === 'string' && typeof rows === 'number' ? [{ contract: name, rows }] : []
  })
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
