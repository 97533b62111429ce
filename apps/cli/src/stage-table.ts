// SPDX-License-Identifier: Apache-2.0
import type { ReconciliationReport } from '@corridor/contracts'
import { table } from './output/table'
import { whole } from './output/words'

/** What the hub found of one stage: as a report tells it, or the API. */
export type StageShown = Omit<NonNullable<ReconciliationReport['stages']>[number], 'why'> & {
  readonly why?: string | null
}

/** Stages, each held against the one before it, one a line. */
export function stageTable(stages: readonly StageShown[]): string {
  return table<StageShown>(columns, stages)
}

const outcomes: Readonly<Record<StageShown['outcome'], string>> = {
  'in-range': 'in range',
  above: 'ABOVE',
  below: 'BELOW',
  'no-expectation': 'nothing expected',
}

const columns = [
  { name: 'Clause', of: ({ clause }: StageShown) => clause },
  {
    name: 'Period',
    of: ({ period, lookedAt }: StageShown) => (lookedAt === 'year' ? `year to ${period}` : period),
  },
  { name: 'Stage', of: ({ stage }: StageShown) => stage },
  {
    name: 'Held against',
    of: ({ after, lookedAt }: StageShown) => (lookedAt === 'stock' ? 'who is there' : after),
  },
  {
    name: 'Said',
    of: ({ saidLower, saidUpper }: StageShown) => between(saidLower, saidUpper),
    end: true,
  },
  { name: 'Range', of: (one: StageShown) => rangeOf(one), end: true },
  { name: 'Outcome', of: ({ outcome }: StageShown) => outcomes[outcome] },
  { name: 'By', of: ({ basis, why }: StageShown) => why ?? basis },
] as const

function rangeOf({ outcome, rangeLower, rangeUpper }: StageShown): string {
  return outcome === 'no-expectation' ? '–' : between(rangeLower, rangeUpper)
}

function between(lower: number | null, upper: number | null): string {
  if (lower === null) return '–'
  if (upper === null) return `${whole(lower)} or more`
  return lower === upper ? whole(lower) : `${whole(lower)} to ${whole(upper)}`
}
