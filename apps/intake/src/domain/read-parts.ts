// SPDX-License-Identifier: Apache-2.0
import {
  checkScheme,
  codeList,
  statisticalContracts,
  validate,
  type ContractRef,
  type Dataset,
} from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import type { IntakeRefusal } from './refusals'

/** A dataset that the schema of its contract and version has accepted. */
export interface ReadablePart {
  readonly contract: string
  readonly version: string
  /** Null for what is no figures: a scheme described, which is judged whole while it is read. */
  readonly dataset: Dataset | null
  readonly content: object
}

/** One dataset, or the parts of a bundle. */
export function readParts(
  data: unknown,
  named: ContractRef,
  sender: string,
): Outcome<readonly ReadablePart[], IntakeRefusal> {
  if (named.name !== 'bundle') {
    const part = readPart(data, named, sender)
    return part.ok ? accept([part.value]) : part
  }
  const bundle = validate('bundle', named.version, data)
  if (!bundle.ok) return bundle
  const parts: ReadablePart[] = []
  for (const [i, one] of bundle.value.parts.entries()) {
    const part = readPart(one.data, { name: one.contract, version: one.version }, sender)
    if (!part.ok)
      return refuse(part.refusal.code, `dataset ${String(i + 1)}: ${part.refusal.detail}`)
    parts.push(part.value)
  }
  return accept(parts)
}

function readPart(
  data: unknown,
  named: ContractRef,
  sender: string,
): Outcome<ReadablePart, IntakeRefusal> {
  if (named.name === 'mobility-scheme') return readScheme(data, named, sender)
  if (!statisticalContracts.includes(named.name))
    return refuse('CONTRACT_UNKNOWN', `${named.name} is not a contract that participants send`)
  const valid = validate(named.name, named.version, data)
  if (!valid.ok) return valid
  // Every statistical contract has what a Dataset has: the generator writes them all from one source.
  const dataset = valid.value as unknown as Dataset
  return accept({ contract: named.name, version: named.version, dataset, content: dataset })
}

/** A scheme is a document without rows: its schema and its own rules say all. */
function readScheme(
  data: unknown,
  named: ContractRef,
  sender: string,
): Outcome<ReadablePart, IntakeRefusal> {
  const valid = validate('mobility-scheme', named.version, data)
  if (!valid.ok) return valid
  const checked = checkScheme(valid.value)
  if (!checked.ok) return checked
  const { reporter } = checked.value
  if (codeList('CL_AREA').normalise(reporter) !== sender)
    return refuse('REPORTER_NOT_SENDER', `reporter: ${sender} cannot report for ${reporter}`)
  return accept({
    contract: named.name,
    version: named.version,
    dataset: null,
    content: checked.value,
  })
}
