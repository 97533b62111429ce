// SPDX-License-Identifier: Apache-2.0
import type { CaseFilter, CasesProps } from '../../views'
import type { Edge } from '../edge'
import { frameOf } from '../frame'
import { placesOf } from '../page-props'
import { casesOf, type CaseLine } from '../review-reading'
import type { Reader } from '../send-page'
import { lineOf } from './case-props'

/** Cases of one page of the list. */
const pageSize = 100

const shows: readonly CaseFilter['show'][] = ['open', 'ours', 'settled', 'all']

/** The list of cases, as far as the address asks for them. */
export async function casesProps(
  edge: Edge,
  { actor }: Reader,
  query: Readonly<Record<string, unknown>>,
): Promise<CasesProps> {
  const [rows, names] = await Promise.all([casesOf(edge.store, actor, null), placesOf(edge)])
  const filter = filterOf(query)
  const found = rows.filter((row) => passes(row, filter, actor.participant))
  const page = /^[1-9]\d{0,3}$/.test(String(query['page'])) ? Number(query['page']) : 1
  const shown = found.slice((page - 1) * pageSize, page * pageSize)
  return {
    ...{ frame: frameOf(edge, actor), filter, found: found.length, all: rows.length },
    agreements: [...new Set(rows.map(({ agreement }) => agreement))].sort(),
    periods: [...new Set(rows.map(({ period }) => period))].sort().reverse(),
    cases: shown.map((row) => lineOf(row, names, edge.clock())),
    unsettled: rows.filter((row) => row.unsettled > 0).length,
    ours: rows.filter(({ waiting }) => waiting.includes(actor.participant)).length,
    next: page * pageSize < found.length ? hrefOf(filter, page + 1) : null,
  }
}

function filterOf({ agreement, period, show }: Readonly<Record<string, unknown>>): CaseFilter {
  return {
    agreement: typeof agreement === 'string' ? agreement : '',
    period: typeof period === 'string' ? period : '',
    show: shows.find((known) => known === show) ?? 'open',
  }
}

function passes(row: CaseLine, { agreement, period, show }: CaseFilter, who: string): boolean {
  if (agreement !== '' && row.agreement !== agreement) return false
  if (period !== '' && row.period !== period) return false
  switch (show) {
    case 'open':
      return row.unsettled > 0
    case 'ours':
      return row.waiting.includes(who)
    case 'settled':
      return row.unsettled === 0
    case 'all':
      return true
  }
}

function hrefOf(filter: CaseFilter, page: number): string {
  return `/cases?${new URLSearchParams({ ...filter, page: String(page) }).toString()}`
}
