// SPDX-License-Identifier: Apache-2.0
import { structure, validate, type ContractRef, type Dataset } from '@corridor/contracts'
import type { Refusal } from '@corridor/kernel'
import { check, type Found } from '@corridor/rules'
import type { UnjudgedPart } from './unjudged-part'
import { wholePart, wrongContent, type WrongContent } from './wrong-content'

/** What came of it: sound data to be sent, or the first reason why not; and everything that was found. */
export type JudgedPart =
  | { readonly ok: true; readonly found: readonly Found[]; readonly data: object }
  | { readonly ok: false; readonly found: readonly Found[]; readonly refusal: Refusal }

/** By whom content is sent, and when. */
export interface JudgeOptions {
  /** Left out where nobody is known yet. */
  readonly sender?: string
  /** When the message is made: the hub judges what is over and what is not by the same instant. */
  readonly at?: Date
}

/**
 * Judges content as the hub will, by the same schema, code lists and rules, and goes on where the hub stops: rows that the schema
 * refuses are set aside, so that everything that is wrong is found at once. A document has a schema only.
 */
export function judgePart(part: UnjudgedPart, options: JudgeOptions = {}): JudgedPart {
  const { name, version } = part.contract
  const valid = validate(name, version, part.data)
  if (!valid.ok) return refused(part, valid.refusal, options)
  if (!carriesFigures(name)) return { ok: true, found: [], data: valid.value }
  const checked = checkValid(part.contract, valid.value, options)
  return checked.ok ? { ok: true, found: checked.found, data: checked.dataset } : checked
}

function refused(part: UnjudgedPart, refusal: Refusal, options: JudgeOptions): JudgedPart {
  if (refusal.code !== 'CONTENT_WRONG' || !carriesFigures(part.contract.name))
    return { ok: false, found: [wholePart(refusal)], refusal }
  const { found, left, mended } = wrongContent(part)
  if (left === undefined) return { ok: false, found, refusal }
  // Rows are told as the whole dataset has them.
  const whole = (rows: readonly number[]): readonly number[] =>
    rows.map((row) => left.kept[row] ?? row)
  const moved = checkValid(part.contract, left.data, options).found.map((one) => ({
    ...one,
    rows: whole(one.rows),
    ...(one.others === undefined ? {} : { others: one.others.map(whole) }),
  }))
  const rest = withCodes(part.contract, moved, { left, mended })
  return { ok: false, found: [...found, ...rest], refusal }
}

/** Unknown codes of the rows that were set aside, beside those of the rows that the schema accepts. */
function withCodes(
  contract: ContractRef,
  moved: readonly Found[],
  { left, mended }: Required<Pick<WrongContent, 'left'>> & { readonly mended: object | undefined },
): readonly Found[] {
  if (mended === undefined) return moved
  const kept = new Set(left.kept)
  const codes = checkValid(contract, mended, {}).found.filter(
    ({ code, rows }) => code === 'CODE_UNKNOWN' && rows.some((row) => !kept.has(row)),
  )
  // The mended dataset has all rows, so what it says of a code says it of the rows left too.
  const same = (a: Found, b: Found): boolean =>
    a.code === b.code && a.column === b.column && a.value === b.value
  return [...moved.filter((one) => !codes.some((code) => same(one, code))), ...codes]
}

function checkValid(
  { name, version }: ContractRef,
  data: object,
  options: JudgeOptions,
): ReturnType<typeof check> {
  // Every schema of a contract with a reporter is written from the record of datasets, by the generator.
  const dataset = data as Dataset
  return check({ contract: name, version, dataset, ...options })
}

function carriesFigures(contract: string): boolean {
  return structure(contract)?.dimensions.some(({ role }) => role === 'reporter') === true
}
