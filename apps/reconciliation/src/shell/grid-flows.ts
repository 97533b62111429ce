// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Tx } from '@corridor/platform'
import type { KnownAgreement, RowTest } from '@corridor/policy'
import { cellKey, flowKey, flowsOf, type Cell, type CellStatement, type Flow } from '../domain/cell'
import { standsApart } from '../domain/grid/common-grid'
import { setBeside, type SetBeside } from '../domain/pair-up'
import { statementsOfFlows } from './statements'

/** What is set beside under an agreement, and by which test of what may be shown. */
export interface Setting {
  readonly agreement: KnownAgreement
  readonly isGranted: RowTest
}

/** Cells of which something has changed, and what is said about them now. */
export interface Touched {
  readonly cells: readonly Cell[]
  readonly statements: readonly CellStatement[]
}

/**
 * What touched cells change: their own comparisons, and of flows whose breakdowns differ every sum that one of them is a part of.
 * Comparisons with sums that nothing makes any more are deleted.
 */
export async function besideTouched(
  tx: Tx,
  { cells, statements }: Touched,
  { agreement, isGranted }: Setting,
): Promise<readonly SetBeside[]> {
  const beside = setBeside(agreement, statements, isGranted)
  await keepOnGrid(tx, agreement.terms.id, beside)
  const flows = await flowsOnGrid(tx, agreement.terms.id, flowsOf(cells))
  if (flows.length === 0) return beside
  const onGrid = new Set(flows.map(flowKey))
  const whole = setBeside(agreement, await statementsOfFlows(tx, flows), isGranted)
  await dropFromGrid(tx, agreement.terms.id, { flows, beside: whole })
  const kept = await keptParts(tx, agreement.terms.id, flows)
  await deleteStale(tx, agreement.terms.id, { kept, beside: whole })
  const keys = new Set(cells.map(cellKey))
  const before = new Map(kept.map((one) => [cellKey(one), partsKey(one)]))
  const isChanged = ({ cell, sides }: SetBeside): boolean => {
    const parts = [sides.origin, sides.destination].flatMap((one) => one?.parts?.breakdowns ?? [])
    return (
      keys.has(cellKey(cell)) ||
      parts.some((breakdown) => keys.has(cellKey({ ...cell, breakdown }))) ||
      (before.get(cellKey(cell)) ?? ' | ') !== partsKey(partsIn(sides))
    )
  }
  return [...beside.filter(({ cell }) => !onGrid.has(flowKey(cell))), ...whole.filter(isChanged)]
}

/** Everything of some whole flows. Comparisons with sums that nothing makes any more are deleted. */
export async function besideWhole(
  tx: Tx,
  statements: readonly CellStatement[],
  { agreement, isGranted }: Setting,
): Promise<readonly SetBeside[]> {
  const beside = setBeside(agreement, statements, isGranted)
  await keepOnGrid(tx, agreement.terms.id, beside)
  const kept = await keptParts(tx, agreement.terms.id, flowsOf(statements))
  await deleteStale(tx, agreement.terms.id, { kept, beside })
  return beside
}

// Remembers the flows of cells that stand apart: no later message has to look for them. Each is locked until the transaction ends.
async function keepOnGrid(tx: Tx, agreement: string, beside: readonly SetBeside[]): Promise<void> {
  const flows = flowsOf(beside.filter(({ sides }) => standsApart(sides)).map(({ cell }) => cell))
  if (flows.length === 0) return
  await tx.query(
    `insert into flow_on_grid (agreement, ${names.join(', ')}) select $1, f.* from ${asked}) f order by 2, 3, 4, 5
     on conflict (agreement, period, origin, destination, contract) do update set period = excluded.period`,
    [agreement, ...columnsOf(flows)],
  )
}

// Of flows those that may need a grid, and of which both sides have spoken. Nobody forgets one of them while its figures are read.
async function flowsOnGrid(
  tx: Tx,
  agreement: string,
  flows: readonly Flow[],
): Promise<readonly Flow[]> {
  return rowsOfQuery<Flow>(tx, selectOnGrid, [agreement, ...columnsOf(flows)])
}

// Forgets flows of which no cell stands apart any more.
async function dropFromGrid(
  tx: Tx,
  agreement: string,
  { flows, beside }: { readonly flows: readonly Flow[]; readonly beside: readonly SetBeside[] },
): Promise<void> {
  const apart = new Set(
    beside.filter(({ sides }) => standsApart(sides)).map(({ cell }) => flowKey(cell)),
  )
  const even = flows.filter((flow) => !apart.has(flowKey(flow)))
  if (even.length === 0) return
  await tx.query(
    `delete from flow_on_grid g using ${asked}) f (${names.join(', ')}) where g.agreement = $1 and ${ofFlow('g')}`,
    [agreement, ...columnsOf(even)],
  )
}

const names = ['contract', 'origin', 'destination', 'period'] as const
const asked = `unnest($2::text[], $3::text[], $4::text[], $5::text[]`

function columnsOf(flows: readonly Flow[]): readonly (readonly string[])[] {
  return names.map((name) => flows.map((flow) => flow[name]))
}

const ofFlow = (table: string): string =>
  names.map((name) => `${table}.${name} = f.${name}`).join(' and ')
const hasSpoken = (direction: CellStatement['direction']): string =>
  `(exists (select from statement s where ${ofFlow('s')} and s.direction = '${direction}')
     or exists (select from told t where ${ofFlow('t')} and t.direction = '${direction}'))`

const selectOnGrid = `
select f.* from ${asked}) f (${names.join(', ')}) join flow_on_grid g on g.agreement = $1 and ${ofFlow('g')}
where ${hasSpoken('outflow')} and ${hasSpoken('inflow')}
order by contract, origin, destination, period for update of g`

interface KeptParts extends Cell {
  readonly originParts: string | null
  readonly destinationParts: string | null
}

/** The comparisons of flows of which a side is made of parts. */
async function keptParts(
  tx: Tx,
  agreement: string,
  flows: readonly Flow[],
): Promise<readonly KeptParts[]> {
  if (flows.length === 0) return []
  return rowsOfQuery<KeptParts>(
    tx,
    `select p.contract, p.origin, p.destination, p.period, p.breakdown, p.origin_parts as "originParts", p.destination_parts as "destinationParts"
     from ${asked}) f (${names.join(', ')}) join pair p on p.agreement = $1 and ${ofFlow('p')}
       and (p.origin_parts is not null or p.destination_parts is not null)`,
    [agreement, ...columnsOf(flows)],
  )
}

function partsIn({ origin, destination }: SetBeside['sides']) {
  return {
    originParts: origin?.parts?.text ?? null,
    destinationParts: destination?.parts?.text ?? null,
  }
}

function partsKey({ originParts, destinationParts }: Omit<KeptParts, keyof Cell>): string {
  return `${originParts ?? ''} | ${destinationParts ?? ''}`
}

async function deleteStale(
  tx: Tx,
  agreement: string,
  { kept, beside }: { readonly kept: readonly KeptParts[]; readonly beside: readonly SetBeside[] },
): Promise<void> {
  if (kept.length === 0) return
  const made = new Set(beside.map(({ cell }) => cellKey(cell)))
  const stale = kept.filter((one) => !made.has(cellKey(one)))
  if (stale.length === 0) return
  await tx.query(
    `delete from pair p using ${asked}, $6::text[]) f (${names.join(', ')}, breakdown)
     where p.agreement = $1 and ${ofFlow('p')} and p.breakdown = f.breakdown`,
    [agreement, ...columnsOf(stale), stale.map(({ breakdown }) => breakdown)],
  )
}

/**
 * Deletes, under every agreement, the comparisons with sums of the flows that datasets speak of: a sum names the newest of its parts
 * alone. Gives the cells and their agreements.
 */
export async function deleteSums(
  tx: Tx,
  datasets: readonly number[],
): Promise<readonly (Cell & { readonly agreement: string })[]> {
  return rowsOfQuery(
    tx,
    `with gone as (delete from pair p using flow_on_grid g, (select contract, origin, destination, period from statement where position = any($1::bigint[])
         union select contract, origin, destination, period from told where position = any($1::bigint[])) f
       where p.agreement = g.agreement and ${ofFlow('g')} and ${ofFlow('p')} and (p.origin_parts is not null or p.destination_parts is not null)
       returning p.agreement, p.contract, p.origin, p.destination, p.period, p.breakdown)
     select * from gone`,
    [datasets],
  )
}
