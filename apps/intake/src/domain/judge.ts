// SPDX-License-Identifier: Apache-2.0
import {
  checkColumns,
  parseContractUrn,
  rowsOf,
  validate,
  validateEnvelope,
  type Envelope,
  type MigrationFlow,
} from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import {
  open,
  participantSource,
  type KeyRecord,
  type Opened,
  type Sealed,
} from '@corridor/message'
import type { IntakeRefusal } from './refusals'

/** A message that passed every check, with what is recorded of it. */
export interface Judged {
  readonly participant: string
  readonly id: string
  readonly kid: string
  readonly digest: string
  readonly contract: string
  readonly version: string
  readonly flow: MigrationFlow
}

/** What a message is judged by. */
export interface Bench {
  readonly hubId: string
  readonly at: Date
  readonly keyOf: (kid: string) => KeyRecord | undefined
}

/** Seconds that a sender's clock may be ahead of the hub's. A past time is never refused: outboxes are offline for days. */
const clockSkewSeconds = 300

/** The participant and contract that a subject names: `corridor.submit.<participant>.<contract>`. */
export function readSubject(subject: string): {
  readonly participant: string
  readonly contract: string
} {
  const [, , participant = '', contract = ''] = subject.split('.')
  return { participant, contract }
}

/** Every check of the way in, in order: signature, sender, envelope, contract, columns, reporter. */
export async function judge(
  sealed: Sealed,
  subject: string,
  bench: Bench,
): Promise<Outcome<Judged, IntakeRefusal>> {
  const { participant, contract } = readSubject(subject)
  const opened = await open(sealed, {
    typ: 'corridor-event',
    aud: bench.hubId,
    keyOf: bench.keyOf,
    at: bench.at,
  })
  if (!opened.ok) return opened
  // The subject is never trusted alone, nor is the key: both must name the same participant.
  if (opened.value.participant !== participant) {
    return refuse(
      'KEY_OF_ANOTHER_PARTICIPANT',
      `the message for ${participant} is signed with another participant's key`,
    )
  }
  const envelope = judgeEnvelope(opened.value, participant, bench.at)
  if (!envelope.ok) return envelope
  const named = judgeContract(envelope.value, contract)
  if (!named.ok) return named
  const flow = judgeContent(envelope.value, named.value, participant)
  if (!flow.ok) return flow
  const { kid, digest } = opened.value
  return accept({
    participant,
    id: envelope.value.id,
    kid,
    digest,
    contract,
    version: named.value.version,
    flow: flow.value,
  })
}

function judgeEnvelope(
  opened: Opened,
  participant: string,
  at: Date,
): Outcome<Envelope, IntakeRefusal> {
  const envelope = validateEnvelope(opened.body)
  if (!envelope.ok) return refuse('ENVELOPE_WRONG', envelope.refusal.detail)
  const { source, time, type } = envelope.value
  if (source !== participantSource(participant)) {
    return refuse(
      'SOURCE_NOT_SUBJECT',
      `the message for ${participant} names ${source} as its source`,
    )
  }
  if (type !== 'corridor.submission.v1')
    return refuse('ENVELOPE_WRONG', `the type is ${type}, not corridor.submission.v1`)
  if (Date.parse(time) > at.getTime() + clockSkewSeconds * 1_000) {
    return refuse(
      'TIME_IN_FUTURE',
      `the message is of ${time}, the hub's clock says ${at.toISOString()}`,
    )
  }
  return envelope
}

function judgeContract(
  envelope: Envelope,
  contract: string,
): Outcome<{ name: string; version: string }, IntakeRefusal> {
  const named = parseContractUrn(envelope.dataschema)
  if (named === undefined)
    return refuse('CONTRACT_UNKNOWN', `${envelope.dataschema} is not a contract of this hub`)
  if (named.name === contract) return accept(named)
  return refuse(
    'CONTRACT_NOT_OF_SUBJECT',
    `the message follows ${named.name}, its subject says ${contract}`,
  )
}

function judgeContent(
  envelope: Envelope,
  named: { name: string; version: string },
  participant: string,
): Outcome<MigrationFlow, IntakeRefusal> {
  if (named.name !== 'migration-flow')
    return refuse('CONTRACT_UNKNOWN', `${named.name} is not a contract that participants send`)
  const valid = validate('migration-flow', named.version, envelope.data)
  if (!valid.ok) return valid
  const flow = checkColumns(valid.value)
  if (!flow.ok) return flow
  for (const { reporter } of rowsOf(flow.value)) {
    if (reporter !== participant)
      return refuse('REPORTER_NOT_SENDER', `${participant} cannot report for ${reporter}`)
  }
  return flow
}
