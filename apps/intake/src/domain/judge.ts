// SPDX-License-Identifier: Apache-2.0
import {
  parseContractUrn,
  statisticalContracts,
  validate,
  validateEnvelope,
  type ContractRef,
  type Dataset,
  type Envelope,
} from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import {
  open,
  participantSource,
  type KeyRecord,
  type Opened,
  type Sealed,
} from '@corridor/message'
import { check } from '@corridor/rules'
import type { IntakeRefusal } from './refusals'

/** A message that passed every check, with what is recorded of it. */
export interface Judged {
  readonly participant: string
  readonly id: string
  readonly kid: string
  readonly digest: string
  readonly contract: string
  readonly version: string
  /** True for a message of a rehearsal: judged like any other, and kept apart from everything. */
  readonly test: boolean
  /** One, or the parts of a bundle in their order. */
  readonly datasets: readonly JudgedDataset[]
}

/** What a contract and its rules have accepted, with aliases replaced by codes. */
export interface JudgedDataset {
  readonly contract: string
  readonly version: string
  readonly rows: number
  readonly content: object
  /** True where the content stands in the signed bytes exactly so: then it is not stored beside them. */
  readonly asSent: boolean
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
  const datasets = judgeContent(envelope.value.data, named.value, participant)
  if (!datasets.ok) return datasets
  const { kid, digest } = opened.value
  return accept({
    participant,
    id: envelope.value.id,
    kid,
    digest,
    contract,
    version: named.value.version,
    test: envelope.value.mode === 'test',
    datasets: datasets.value,
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

function judgeContract(envelope: Envelope, contract: string): Outcome<ContractRef, IntakeRefusal> {
  const named = parseContractUrn(envelope.dataschema)
  if (named === undefined)
    return refuse('CONTRACT_UNKNOWN', `${envelope.dataschema} is not a contract of this hub`)
  if (named.name === contract) return accept(named)
  return refuse(
    'CONTRACT_NOT_OF_SUBJECT',
    `the message follows ${named.name}, its subject says ${contract}`,
  )
}

/** One dataset, or the parts of a bundle: all of them are good, or the message is refused. */
function judgeContent(
  data: unknown,
  named: ContractRef,
  participant: string,
): Outcome<readonly JudgedDataset[], IntakeRefusal> {
  if (named.name !== 'bundle') {
    const judged = judgeDataset(data, named, participant)
    return judged.ok ? accept([judged.value]) : judged
  }
  const bundle = validate('bundle', named.version, data)
  if (!bundle.ok) return bundle
  const datasets: JudgedDataset[] = []
  for (const [i, part] of bundle.value.parts.entries()) {
    const judged = judgeDataset(
      part.data,
      { name: part.contract, version: part.version },
      participant,
    )
    if (!judged.ok)
      return refuse(judged.refusal.code, `dataset ${String(i + 1)}: ${judged.refusal.detail}`)
    datasets.push(judged.value)
  }
  return accept(datasets)
}

function judgeDataset(
  data: unknown,
  named: ContractRef,
  sender: string,
): Outcome<JudgedDataset, IntakeRefusal> {
  if (!statisticalContracts.includes(named.name))
    return refuse('CONTRACT_UNKNOWN', `${named.name} is not a contract that participants send`)
  const valid = validate(named.name, named.version, data)
  if (!valid.ok) return valid
  // Every statistical contract has what a Dataset has: the generator writes them all from one source.
  const dataset = valid.value as unknown as Dataset
  const checked = check({ contract: named.name, version: named.version, dataset, sender })
  if (!checked.ok) return checked
  const { rows } = checked.dataset
  return accept({
    contract: named.name,
    version: named.version,
    rows,
    content: checked.dataset,
    // Compared as the same object: where nothing was replaced, it is what was parsed.
    asSent: checked.dataset === data,
  })
}
