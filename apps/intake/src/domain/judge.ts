// SPDX-License-Identifier: Apache-2.0
import {
  parseContractUrn,
  validateEnvelope,
  type ContractRef,
  type Envelope,
  type Report,
  type ReportLine,
} from '@corridor/contracts'
import { accept, refuse, type Outcome, type Refusal } from '@corridor/kernel'
import { openNow, participantSource, type Opened, type Sealed } from '@corridor/message'
import { check, mergeReports, reportOf, type Earlier, type Found } from '@corridor/rules'
import type { PartnerRole } from '@corridor/policy'
import type { IntakeRefusal } from './refusals'
import { mayReportBy, partnerReports, type PartnerRights } from './partner-reports'
import { readParts, type ReadablePart } from './read-parts'
import { staysInside, type SenderOffice } from './releasing'
import { judgeRights, type SenderKey } from './sender-rights'

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
  /** Whose key signed; null where the register does not say. */
  readonly office: string | null
  /** One, or the parts of a bundle in their order. */
  readonly datasets: readonly JudgedDataset[]
  /** What the rules warned of and a note explained. */
  readonly notes: readonly ReportLine[]
}

/** What is recorded of a judged message beside its bytes: all but the figures. */
export interface Recordable extends Omit<Judged, 'datasets'> {
  readonly datasets: readonly Omit<JudgedDataset, 'content'>[]
}

/** A message whose signature, sender, envelope, contract and schemas are right; its rules are still to be asked. */
export interface Readable extends Pick<
  Judged,
  'participant' | 'id' | 'kid' | 'digest' | 'contract' | 'version' | 'test'
> {
  /** When the sender made it. */
  readonly time: Date
  /** When the hub received it. */
  readonly at: Date
  /** Of a sender who is no state. */
  readonly partner: PartnerRights | null
  readonly sender: SenderOffice
  readonly parts: readonly ReadablePart[]
}

/** A refusal, with all that the rules found where it was they who refused. */
export type Refused = Refusal<IntakeRefusal> & { readonly report?: Report }
type Judgement = Outcome<Judged, IntakeRefusal> & {
  readonly refusal?: Refused
}

/** What a contract and its rules have accepted, with aliases replaced by codes. */
export interface JudgedDataset {
  readonly contract: string
  readonly version: string
  readonly rows: number
  readonly content: object
  /** True where the content stands in the signed bytes exactly so: then it is not stored beside them. */
  readonly asSent: boolean
  /** The role of a sender who is no state: the figures are its own, and never those of the state that they are about. */
  readonly reportedAs: PartnerRole | null
  /** True for what stays inside the state of its sender: another office was named to release such figures. */
  readonly isInternal: boolean
}

/** What a message is judged by. */
export interface Bench {
  readonly hubId: string
  readonly at: Date
  readonly keyOf: (kid: string) => SenderKey | undefined
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

/** Every check that needs nothing but the message and the register, in order: signature, sender, envelope, contract, schema. */
export function readMessage(
  sealed: Sealed,
  subject: string,
  bench: Bench,
): Outcome<Readable, IntakeRefusal> {
  const { participant, contract } = readSubject(subject)
  const opened = openNow(sealed, {
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
  const key = bench.keyOf(opened.value.kid)
  const { office = null, releasing = {}, partner = null } = key ?? {}
  const may = judgeRights(key, envelope.value.mode)
  if (!may.ok) return may
  const named = judgeContract(envelope.value, contract)
  if (!named.ok) return named
  const parts = readParts(envelope.value.data, named.value, participant)
  if (!parts.ok) return parts
  const { kid, digest } = opened.value
  const { id, time } = envelope.value
  const { version } = named.value
  return accept({
    ...{ participant, id, kid, digest, contract, version },
    ...{ time: new Date(time), at: bench.at, partner, sender: { office, releasing } },
    ...{ parts: parts.value, test: envelope.value.mode === 'test' },
  })
}

/** The rules, asked of every dataset of a message: all of them are good, or the message is refused. */
export function judgeRules(
  message: Readable,
  earlierOf: (part: number) => Earlier | undefined = () => undefined,
): Judgement {
  const { participant, time, at, partner, sender, parts, ...rest } = message
  const reports = partnerReports(parts, partner, at)
  const checked = parts.map(({ contract, version, dataset }, i) => {
    if (dataset === null) return null
    const earlier = earlierOf(i)
    const history = earlier === undefined ? {} : { earlier }
    return check({
      ...{ contract, version, dataset, sender: participant, at: time, strict: true },
      ...{ ...history, ...mayReportBy(reports[i]) },
    })
  })
  const bundled = rest.contract === 'bundle'
  const report = (): Report =>
    reportOn(
      checked.map((one) => one?.found ?? []),
      bundled,
    )
  const datasets: JudgedDataset[] = []
  for (const [i, one] of checked.entries()) {
    const part = parts[i]
    if (part === undefined) continue
    const { contract, version } = part
    const about = {
      ...{ contract, version, reportedAs: reports[i]?.role ?? null },
      isInternal: staysInside(contract, sender),
    }
    if (one === null) {
      datasets.push({ ...about, rows: 1, content: part.content, asSent: true })
      continue
    }
    if (!one.ok) {
      const { code, detail } = one.refusal
      const where = bundled ? `dataset ${String(i + 1)}: ` : ''
      return { ok: false, refusal: { code, detail: `${where}${detail}`, report: report() } }
    }
    datasets.push({
      ...{ ...about, rows: one.dataset.rows, content: one.dataset },
      // Compared as the same object: where nothing was replaced, it is what was parsed.
      asSent: one.dataset === part.dataset,
    })
  }
  const { office } = sender
  const warned = checked.some((one) => one !== null && one.found.length > 0)
  return {
    ok: true,
    value: { participant, office, ...rest, datasets, notes: warned ? report().lines : [] },
  }
}

/** Every check of the way in, without what the sender stated before. */
export function judge(sealed: Sealed, subject: string, bench: Bench): Judgement {
  const message = readMessage(sealed, subject, bench)
  return message.ok ? judgeRules(message.value) : message
}

function reportOn(found: readonly (readonly Found[])[], bundled: boolean): Report {
  return mergeReports(found.map((one, i) => reportOf(one, bundled ? { dataset: i + 1 } : {})))
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
