// SPDX-License-Identifier: Apache-2.0
import type { ReconciliationReport } from '@corridor/contracts'
import { count, instant, list, whole } from './output/words'
import { stageTable } from './stage-table'

const openedBy = {
  'all-committed': 'all had committed',
  'due-date': 'its day had passed',
} as const

/** When each party was bound and the figures were open, where parties commit before they compare. */
export function commitmentLines({ period, commitments }: ReconciliationReport): readonly string[] {
  if (commitments === undefined) return []
  const { openedAt, by, parties, changedSince } = commitments
  const bound = parties.map(({ party, at }) => `${party} ${instant(at)}`)
  const changed = changedSince.map(({ party, at }) => `${party} ${instant(at)}`)
  return [
    `Committed to ${period}: ${list(bound)}; open since ${instant(openedAt)}, when ${openedBy[by]}.`,
    changed.length === 0
      ? 'Nobody has said something else since.'
      : `SOMETHING ELSE was said since by ${list(changed)}.`,
  ]
}

/** What was found of the stages of a path in the period of a report: how many, and those outside their range. */
export function stageLines({ period, stages = [] }: ReconciliationReport): readonly string[] {
  if (stages.length === 0) return []
  const outside = stages.filter(({ outcome }) => outcome === 'above' || outcome === 'below')
  const judged = stages.filter(({ outcome }) => outcome !== 'no-expectation')
  return [
    '',
    `Stages of ${period}: ${count(judged.length, 'figure')} looked at, ${whole(outside.length)} outside the range.`,
    ...(outside.length === 0 ? [] : [stageTable(outside)]),
  ]
}
