// SPDX-License-Identifier: Apache-2.0
import { cell, columnOf } from '@corridor/contracts'
import { ofDataset, type Found } from '../found'
import type { Reading } from '../reading'
import type { RuleOf } from './rule-of'
import { rowsWhere } from './rows-where'

/** Two members of the definition record that hardly go together. */
export function unlikelyDefinition(
  { dataset: { definition } }: Reading,
  { problem, member, is, other, of }: RuleOf<'definition'>,
): readonly Found[] {
  const members = new Map<string, unknown>(Object.entries(definition))
  const told = members.get(other)
  if (members.get(member) !== is || typeof told !== 'string' || of.includes(told)) return []
  const detail = `${member} is ${is}, and ${other} is ${told}, not ${of.join(' or ')}`
  return [ofDataset(problem, detail, `definition.${other}`)]
}

/** Rows about stays that are shorter than the shortest one that the definition counts. */
export function staysBelowMinimum(
  { dataset }: Reading,
  { problem, column, code, months }: RuleOf<'stay-below-minimum'>,
): readonly Found[] {
  const { minimumStay } = dataset.definition
  const stays = columnOf(dataset, column)
  if (stays === undefined || monthsOf(minimumStay) < months) return []
  const detail = `${code} is shorter than ${String(months)} months, and the minimum stay is ${minimumStay}`
  return rowsWhere(dataset, [stays], (row) =>
    cell(stays, row) === code ? { code: problem, column, value: code, detail } : undefined,
  )
}

function monthsOf(minimumStay: string): number {
  if (minimumStay === 'permanent') return Infinity
  return minimumStay === 'not-applicable' ? 0 : Number(minimumStay.slice(1, -1))
}
