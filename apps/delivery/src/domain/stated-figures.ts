// SPDX-License-Identifier: Apache-2.0
import {
  newestVersion,
  toNewest,
  validate,
  type Dataset,
  type DeliveredFigures,
  type GrantedRows,
} from '@corridor/contracts'
import { parseJson } from '@corridor/message'

/** What a statement says of the figures that it hands over. */
export interface StatedFigures {
  readonly sender: string
  readonly contract: string
  readonly rows: number
  readonly grants: readonly GrantedRows[]
  /** The role that it gives a sender who is no state; null where it gives none. */
  readonly reportedAs: string | null
  /** In the newest version of its contract; null where it does not follow it. */
  readonly dataset: Dataset | null
}

/**
 * The figures in the bytes of a statement; null where there are none. Whoever puts a statement where it does not belong need not keep
 * to a contract: whatever has a member `figures` counts.
 */
export function statedFigures(bytes: Uint8Array): StatedFigures | null {
  const event = parseJson(bytes)
  const data = event.ok ? memberOf(event.value, 'data') : undefined
  const figures = memberOf(data, 'figures')
  if (figures === undefined) return null
  const valid = validate('delivery', newestVersion('delivery'), data)
  const known = valid.ok ? valid.value.figures : undefined
  if (known !== undefined) return statedBy(known)
  const sender = memberOf(figures, 'sender')
  return {
    sender: typeof sender === 'string' ? sender.slice(0, 16) : '',
    ...{ contract: 'an unknown contract', rows: 0, grants: [], reportedAs: null, dataset: null },
  }
}

function statedBy(figures: DeliveredFigures): StatedFigures {
  const { sender, contract, version, grants, reportedAs = null, dataset } = figures
  const valid = validate(contract, version, dataset)
  const rows = Number(memberOf(dataset, 'rows'))
  // The contract's own schema has just accepted it.
  const read = valid.ok
    ? toNewest({ name: contract, version }, dataset as unknown as Dataset)
    : null
  return {
    ...{ sender, contract, grants, reportedAs, dataset: read },
    rows: Number.isInteger(rows) ? rows : 0,
  }
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([key]) => key === name)?.[1]
}
