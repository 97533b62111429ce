// SPDX-License-Identifier: Apache-2.0
import { createHmac } from 'node:crypto'
import { addresseeIn } from '@corridor/contracts'
import { rowsOfQuery, type StorageKeys, type Tx } from '@corridor/platform'
import type { Permit } from '@corridor/policy'
import type { KnownDatasets } from '@corridor/statistics'
import { heldOf, type HandedBefore, type ToRelease } from '../domain/held'
import type { Sources } from './sources'
import { readTold } from './told'

/** Earlier releases that are reckoned with. Where there are more, nothing is released: what is not looked at cannot be protected. */
const mostReleases = 500
/** Partners' own datasets, newest first, whose figures may be those of the same flows. */
const mostMirrors = 100

interface Released {
  readonly position: string
  readonly dataset: string
  readonly recipient: string
}

/** What figures that are held are read with. */
export interface Reading {
  readonly sources: Sources
  readonly keys: StorageKeys
}

/**
 * Everything that a recipient, and the other parties of the agreements that grant, hold of a sender's figures: what was released to them
 * and to their offices, and what they count themselves. What was withdrawn counts where they may have fetched it, and what was superseded
 * counts as well: they keep both. Offices of one participant share all that they have. Undefined where it is too much.
 */
export async function heldFigures(
  tx: Tx,
  release: ToRelease,
  { sources, keys }: Reading,
): Promise<KnownDatasets | undefined> {
  const { sender, recipient, contract, grants } = release.permit
  const sharers = [...new Set(grants.flatMap(({ parties }) => parties))].filter(
    (party) => party !== sender && party !== recipient,
  )
  const rows = await rowsOfQuery<Released>(tx, selectReleased, [
    ...[sender, contract, [recipient, ...sharers]],
    mostReleases + 1,
  ])
  if (rows.length > mostReleases) return undefined
  const madeOf = await sources.read(
    tx,
    rows.map(({ dataset }) => Number(dataset)),
  )
  const toldAt = await readTold(
    tx,
    rows.map(({ position }) => Number(position)),
    keys,
  )
  const before = rows.flatMap((row): readonly HandedBefore[] => {
    const told = toldAt.get(Number(row.position))
    if (told === undefined) return []
    const position = Number(row.dataset)
    const by = addresseeIn(row.recipient).recipient === recipient ? 'recipient' : 'sharer'
    return [{ told, source: madeOf.get(position)?.dataset ?? null, position, by }]
  })
  const mirrors = await mirrorsOf(tx, release.permit, { sharers, sources })
  return { datasets: heldOf(before, release), mirrors }
}

/** The secret of random rounding: of the oldest storage key, so that an exchange of the key changes no figure. */
export function roundingSecret({ byId, current }: StorageKeys): Uint8Array {
  const oldest = [...byId.values()].at(-1) ?? current
  return createHmac('sha256', oldest.key).update('corridor random rounding').digest()
}

async function mirrorsOf(
  tx: Tx,
  { contract, recipient }: Permit,
  { sharers, sources }: { readonly sharers: readonly string[]; readonly sources: Sources },
): Promise<NonNullable<KnownDatasets['mirrors']>> {
  const rows = await rowsOfQuery<{ position: string }>(
    tx,
    `select position from dataset where participant = any($1::text[]) and contract = $2 order by position desc limit $3`,
    [[recipient, ...sharers], contract, mostMirrors],
  )
  const read = await sources.read(
    tx,
    rows.map(({ position }) => Number(position)),
  )
  return rows.flatMap(({ position }) => {
    const one = read.get(Number(position))
    if (one === undefined) return []
    return [{ dataset: one.dataset, by: one.participant === recipient ? 'recipient' : 'sharer' }]
  })
}

// What was taken out before anybody had fetched it is held by nobody; where nobody can tell, it is held.
const selectReleased = `
select r.position, r.dataset, r.recipient
from release r join dataset d on d.position = r.dataset join outbox o on o.position = r.position
where d.participant = $1 and d.contract = $2 and split_part(r.recipient, '-', 1) = any($3::text[])
  and r.deleted_under is null and (o.withdrawn_at is null or o.taken_out_at is null or coalesce(o.was_fetched, true))
order by r.position desc limit $4`
