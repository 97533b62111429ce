// SPDX-License-Identifier: Apache-2.0
import { parseContractUrn, structure, toNewest, validate, type Dataset } from '@corridor/contracts'
import type { Outcome, Refusal } from '@corridor/kernel'
import { claimOf, parseJson, type Sealed } from '@corridor/message'
import { check, type Earlier, type Found } from '@corridor/rules'
import { judge, readSubject, type Bench } from './judge'
import { mayReportBy, partnerReport, type PartnerRights } from './partner-reports'
import { reportOf, type Report } from './report'

/** What the hub would say of a message, were it sent. */
export interface DryRun {
  readonly wouldBe: 'accepted' | 'refused'
  readonly problem: Refusal | null
  readonly report: Report
}

/** What the sender stated before of the cells of a dataset; undefined where it is compared with nothing. */
export type EarlierOf = (contract: string, dataset: Dataset) => Promise<Earlier | undefined>

/** A dataset that somebody names, not judged yet. */
export interface UnjudgedDataset {
  readonly contract: string
  readonly version: string
  readonly data: unknown
}

/** Judges a message as the way in does, and tells everything that was found in its datasets. Nothing is recorded. */
export async function dryRun(
  sealed: Sealed,
  subject: string,
  given: { readonly bench: Bench; readonly earlierOf: EarlierOf },
): Promise<DryRun> {
  const outcome: Outcome<unknown> = judge(sealed, subject, given.bench)
  const sender = readSubject(subject).participant
  const found: (readonly Found[])[] = []
  const kid = claimOf(sealed.signature)?.kid
  const partner = kid === undefined ? null : (given.bench.keyOf(kid)?.partner ?? null)
  const by = { sender, partner, at: given.bench.at, earlierOf: given.earlierOf }
  for (const one of datasetsIn(sealed.bytes)) found.push(await findIn(one, by))
  return {
    wouldBe: outcome.ok ? 'accepted' : 'refused',
    problem: outcome.ok ? null : outcome.refusal,
    report: reportOf(found),
  }
}

/** Whose dataset is looked at, when, and against what. */
export interface FindingFor {
  readonly sender: string
  /** Of a sender who is no state. */
  readonly partner: PartnerRights | null
  readonly at: Date
  readonly earlierOf: EarlierOf
}

/** Everything that the engine finds in a dataset of a sender, compared with what the sender stated before. */
export async function findIn(
  { contract, version, data }: UnjudgedDataset,
  { sender, partner, at, earlierOf }: FindingFor,
): Promise<readonly Found[]> {
  const valid = validate(contract, version, data)
  if (!valid.ok) {
    const { code, detail } = valid.refusal
    return [{ code, level: 'error', detail, rows: [] }]
  }
  if (structure(contract)?.dimensions.some(({ role }) => role === 'reporter') !== true) return []
  // Every statistical contract has what a Dataset has: the generator writes them all from one source.
  const dataset = valid.value as unknown as Dataset
  const report = partner === null ? null : partnerReport({ contract, dataset }, partner, at)
  const by = mayReportBy(report)
  const input = { contract, version, dataset, sender, at, strict: true, ...by }
  const alone = check(input).found
  // Rows that cannot be read name no cells.
  if (alone.some(({ code }) => unreadable.has(code))) return alone
  // What was stated before is known by the cells of the newest version, whichever version said it.
  const cells = toNewest({ name: contract, version }, dataset)
  const earlier = await earlierOf(contract, cells)
  return check({ ...input, ...(earlier === undefined ? {} : { earlier }) }).found
}

const unreadable: ReadonlySet<string> = new Set(['COLUMN_LENGTH_WRONG', 'CODE_UNKNOWN'])

function datasetsIn(bytes: Uint8Array): readonly UnjudgedDataset[] {
  const envelope = parseJson(bytes)
  const schema = envelope.ok ? memberOf(envelope.value, 'dataschema') : undefined
  const named = typeof schema === 'string' ? parseContractUrn(schema) : undefined
  if (!envelope.ok || named === undefined) return []
  const data = memberOf(envelope.value, 'data')
  if (named.name !== 'bundle') return [{ contract: named.name, version: named.version, data }]
  const bundle = validate('bundle', named.version, data)
  return bundle.ok ? bundle.value.parts : []
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
