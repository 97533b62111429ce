// SPDX-License-Identifier: Apache-2.0
import { createHmac } from 'node:crypto'
import { addresseeIn, toNewest, type Dataset } from '@corridor/contracts'
import { rowsOfQuery, type StorageKeys, type Tx } from '@corridor/platform'
import type { Permit } from '@corridor/policy'
import type { KnownDatasets } from '@corridor/statistics'
import { heldOf, type HandedBefore, type ToRelease } from '../domain/held'
import type { Sources } from './sources'

/** Earlier releases that are reckoned with. Where there are more, nothing is released: what is not looked at cannot be protected. */
const mostReleases = 500
/** Partners' own datasets, newest first, whose figures may be those of the same flows. */
const mostMirrors = 100

interface Released {
  readonly dataset: string
  readonly recipient: string
  readonly version: string
  readonly body: Buffer
}

/**
 * Everything that a recipient, and the other parties of the agreements that grant, hold of a sender's figures: what was released to them
 * and to their offices, withdrawn or not, and what they count themselves. Offices of one participant share all that they have. Undefined where it is too much.
 */
export async function heldFigures(
  tx: Tx,
  release: ToRelease,
  sources: Sources,
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
  const before = rows.flatMap((row): readonly HandedBefore[] => {
    const told = toldIn(row, contract)
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

function toldIn({ body, version }: Released, contract: string): Dataset | undefined {
  if (body.length === 0) return undefined
  // What delivery itself wrote, under the contract of deliveries.
  const { data } = JSON.parse(body.toString()) as {
    data: { figures?: { dataset: Dataset } }
  }
  const dataset = data.figures?.dataset
  return dataset && toNewest({ name: contract, version }, dataset)
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

const selectReleased = `
select r.dataset, r.recipient, coalesce(r.version, d.version) as version, o.body
from release r join dataset d on d.position = r.dataset join outbox o on o.position = r.position
where d.participant = $1 and d.contract = $2 and split_part(r.recipient, '-', 1) = any($3::text[]) order by r.position desc limit $4`
