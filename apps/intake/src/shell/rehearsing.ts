// SPDX-License-Identifier: Apache-2.0
import { fact, rowsOfQuery, type Fact, type Queryable } from '@corridor/platform'
import { namedCells, stepsOf, type NamedCells } from '../domain/rehearsal-steps'
import type { Sorted } from './sort-cases'

/** What participants that have no production rights yet have rehearsed by a group of messages. */
export interface Rehearsing {
  readonly steps: readonly { readonly participant: string; readonly step: string }[]
  readonly cells: readonly { readonly participant: string; readonly name: Buffer }[]
}

/** Nothing that anybody rehearsed for. */
export const nobodyRehearses: Rehearsing = { steps: [], cells: [] }

/** Which steps of a rehearsal the messages of a group are, those not told yet; asked before the transaction that tells them. */
export async function rehearsingOf(
  store: Queryable,
  { rehearsed, refusedRehearsals }: Pick<Sorted, 'rehearsed' | 'refusedRehearsals'>,
): Promise<Rehearsing> {
  const who = [...rehearsed, ...refusedRehearsals].map(({ participant }) => participant)
  if (who.length === 0) return nobodyRehearses
  const open = new Set(
    (await rowsOfQuery<{ participant: string }>(store, selectRehearsing, [[...new Set(who)]])).map(
      ({ participant }) => participant,
    ),
  )
  const told = await toldSteps(store, [...open])
  const steps: { participant: string; step: string }[] = []
  const cells: { participant: string; name: Buffer }[] = []
  for (const { participant, vintages } of rehearsed) {
    if (!open.has(participant)) continue
    const named = namedCells(vintages)
    const known = await statedBefore(store, participant, named)
    for (const step of stepsOf(named, (name) => known.has(name.toString('hex'))))
      steps.push({ participant, step })
    for (const name of named.names) cells.push({ participant, name })
  }
  for (const { participant } of refusedRehearsals)
    if (open.has(participant)) steps.push({ participant, step: 'refused' })
  return { steps: steps.filter(isFirst(told)), cells }
}

/** The facts of steps that were done for the first time. */
export function factsOfSteps({ steps }: Rehearsing, at: Date): readonly Fact[] {
  return steps.map((one) => fact('intake.rehearsed.v1', { ...one, at: at.toISOString() }))
}

/** Keeps which steps were told, and the names of cells that were stated. */
export async function keepRehearsing(on: Queryable, { steps, cells }: Rehearsing): Promise<void> {
  if (steps.length === 0 && cells.length === 0) return
  await on.query(insertSteps, [
    steps.map(({ participant }) => participant),
    steps.map(({ step }) => step),
  ])
  await on.query(insertCells, [
    cells.map(({ participant }) => participant),
    cells.map(({ name }) => name),
  ])
}

const insertSteps = `
insert into rehearsal_step (participant, step) select * from unnest($1::text[], $2::text[]) on conflict do nothing`

const insertCells = `
insert into rehearsal_cell (participant, cell) select * from unnest($1::text[], $2::bytea[]) on conflict do nothing`

const selectRehearsing = `
select asked.participant from unnest($1::text[]) as asked (participant)
where not exists (select 1 from sender s where s.participant = asked.participant and s.production)`

async function toldSteps(
  store: Queryable,
  participants: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await rowsOfQuery<{ participant: string; step: string }>(
    store,
    'select participant, step from rehearsal_step where participant = any($1::text[])',
    [participants],
  )
  return new Set(rows.map(({ participant, step }) => `${participant} ${step}`))
}

async function statedBefore(
  store: Queryable,
  participant: string,
  { names }: NamedCells,
): Promise<ReadonlySet<string>> {
  const rows = await rowsOfQuery<{ cell: Buffer }>(
    store,
    'select cell from rehearsal_cell where participant = $1 and cell = any($2::bytea[])',
    [participant, names],
  )
  return new Set(rows.map(({ cell }) => cell.toString('hex')))
}

function isFirst(told: ReadonlySet<string>) {
  const seen = new Set(told)
  return ({
    participant,
    step,
  }: {
    readonly participant: string
    readonly step: string
  }): boolean => {
    const name = `${participant} ${step}`
    return seen.has(name) ? false : seen.add(name).size > 0
  }
}
