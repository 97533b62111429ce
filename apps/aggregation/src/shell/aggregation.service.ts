// SPDX-License-Identifier: Apache-2.0
import type { Aggregate } from '@corridor/contracts'
import { digestOf, eventBytes, hubSource, newSalt } from '@corridor/message'
import {
  datasetsAbout,
  fact,
  readAccepted,
  rowsOfQuery,
  serviceContext,
  statement,
  takePositions,
  tellAt,
  type DoubtTold,
  type ServiceContext,
  type Tx,
} from '@corridor/platform'
import { clausesOf, holds, type KnownAgreement, type OpenedPeriod } from '@corridor/policy'
import { Inject, Injectable } from '@nestjs/common'
import { aggregate, type Flow, type Region, type Sums } from '../domain/aggregate'
import { consentingTo } from '../domain/consent'
import { bindsFlows, notWaiting } from '../domain/waiting'
import { eraseFlows, type ErasedTold } from './erase-flows'
import { keepFlows } from './keep-flows'
import { messagesAt } from './messages-at'

/** A message that was recorded. */
export interface RecordedTold {
  readonly position: number
  readonly participant: string
}

/** A participant that was registered. */
export interface RegisteredTold {
  readonly participant: string
  readonly kind: string
  readonly members: readonly string[]
}

/** Periods of which the parties of an agreement have committed to their figures. */
export interface OpenedTold {
  readonly agreement: string
  readonly opened: readonly { readonly contract: string; readonly period: string }[]
}

interface ConsentRow extends KnownAgreement {
  readonly member: string
}

/** Adds up what consenting members report, and feeds it to the region's secretariat. */
@Injectable()
export class AggregationService {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  /** A secretariat speaks for the members that it was registered with. */
  async registered(tx: Tx, told: RegisteredTold): Promise<void> {
    if (told.kind !== 'secretariat') return
    await tx.query(
      'insert into region (id, members) values ($1, $2) on conflict (id) do update set members = excluded.members',
      [told.participant, told.members],
    )
  }

  /** New datasets change the feeds of the regions that their senders consent to. */
  async recorded(tx: Tx, told: readonly RecordedTold[]): Promise<void> {
    const consents = await consentsOf(tx, [...new Set(told.map(({ participant }) => participant))])
    const members = new Set(consents.map(({ member }) => member))
    await tx.query(
      'insert into dataset (position, participant, kept) select * from unnest($1::bigint[], $2::text[], $3::bool[])',
      [
        told.map(({ position }) => position),
        told.map(({ participant }) => participant),
        told.map(({ participant }) => members.has(participant)),
      ],
    )
    for (const { position, participant } of told) {
      // Figures that nobody has consented to add up stay with intake.
      if (!members.has(participant)) continue
      await this.keep(tx, position)
      for (const { region, member } of consents)
        if (member === participant) await this.feed(tx, region)
    }
  }

  /**
   * Where an agreement stands now: it may say that the figures of its parties are added up for a region that is a party too. What is
   * consented to, or not any more, changes the next feed, which follows at once.
   */
  async stands(tx: Tx, agreement: KnownAgreement): Promise<void> {
    const { terms, standing } = agreement
    const binds = bindsFlows(agreement)
    if (clausesOf(terms, 'aggregate').length === 0 && !binds) return
    await tx.query(upsertAgreement, [terms.id, JSON.stringify(terms), JSON.stringify(standing)])
    const members = consentingTo(agreement)
    const before = await regionsOf(tx, terms.id)
    await tx.query(replaceConsents, [terms.id, members, standing.parties])
    const now = await regionsOf(tx, terms.id)
    if (holds(agreement, this.context.clock()) && now.length > 0) await this.keepOf(tx, members)
    const bound = binds ? await regionsAmong(tx, standing.parties) : []
    for (const region of new Set([...before, ...now, ...bound])) await this.feed(tx, region)
  }

  /** Both sides of an agreement have committed to figures of these periods: they wait no longer. */
  async opened(tx: Tx, { agreement, opened }: OpenedTold): Promise<void> {
    const rows = await rowsOfQuery<{ parties: readonly string[] }>(tx, insertOpened, [
      agreement,
      JSON.stringify(opened),
    ])
    for (const { parties } of rows)
      for (const region of await regionsAmong(tx, parties)) await this.feed(tx, region)
  }

  /** Figures were deleted: they are added up no more, the feeds that held them go, and new ones follow. */
  async erased(tx: Tx, told: ErasedTold): Promise<void> {
    for (const region of await eraseFlows(tx, told)) await this.feed(tx, region)
  }

  /**
   * Datasets are in doubt, or no more: what was said about their cells and is not in doubt is gone through anew, in its order, because
   * what was taken back leaves nothing that would tell so.
   */
  async restated(tx: Tx, { participant, datasets }: DoubtTold): Promise<void> {
    await tx.query('delete from flow where position = any($1::bigint[])', [datasets])
    const about = await datasetsAbout(tx, datasets)
    const rows = await rowsOfQuery<{ position: string }>(
      tx,
      'select position from dataset where kept and position = any($1::bigint[]) order by position',
      [about.map(({ position }) => position)],
    )
    for (const { position } of rows) await this.keep(tx, Number(position))
    if (rows.length === 0) return
    for (const { region } of await consentsOf(tx, [participant])) await this.feed(tx, region)
  }

  private async keepOf(tx: Tx, members: readonly string[]): Promise<void> {
    const rows = await rowsOfQuery<{ position: string }>(
      tx,
      `with found as (update dataset set kept = true where participant = any($1::text[]) and not kept returning position)
       select position from found order by position`,
      [members],
    )
    for (const { position } of rows) await this.keep(tx, Number(position))
  }

  private async keep(tx: Tx, position: number): Promise<void> {
    const { storage } = this.context.environment.keys
    // Nothing where its payload was erased, or while it is in doubt.
    for (const dataset of await readAccepted(tx, [position], storage)) await keepFlows(tx, dataset)
  }

  private async feed(tx: Tx, id: string): Promise<void> {
    const region = await this.loadRegion(tx, id)
    if (region === null) return
    const flows = await rowsOfQuery<Flow>(
      tx,
      `select reporter, direction, origin, destination, period, value::float8 as value, position::float8 as position from flow where reporter = any($1::text[])`,
      [region.consented],
    )
    const sums = aggregate(region, await this.unbound(tx, flows))
    if (sums.corridors === 0 && (await this.lastVersion(tx, id)) === 0) return
    await this.publish(tx, region, sums)
  }

  // What one side has said alone of a period is in no sum, where it has committed to say it first.
  private async unbound(tx: Tx, flows: readonly Flow[]): Promise<readonly Flow[]> {
    const now = this.context.clock()
    const agreements = await rowsOfQuery<KnownAgreement>(
      tx,
      `select terms, standing from agreement where terms @? '$.enforced[*] ? (@.commitFirst == true)'`,
    )
    const opened = await rowsOfQuery<OpenedPeriod>(
      tx,
      'select agreement, contract, period from opened',
    )
    return notWaiting(
      flows,
      agreements.filter((one) => holds(one, now)),
      opened,
    )
  }

  private async loadRegion(tx: Tx, id: string): Promise<Region | null> {
    const [row] = await rowsOfQuery<{ members: string[] }>(
      tx,
      'select members from region where id = $1 for update',
      [id],
    )
    if (row === undefined) return null
    const consents = await rowsOfQuery<ConsentRow>(
      tx,
      'select member, terms, standing from consent join agreement on id = agreement where region = $1 order by member',
      [id],
    )
    const now = this.context.clock()
    const consented = [
      ...new Set(consents.filter((one) => holds(one, now)).map(({ member }) => member)),
    ]
    return {
      id,
      members: row.members,
      consented: consented.filter((member) => row.members.includes(member)),
    }
  }

  private async lastVersion(tx: Tx, region: string): Promise<number> {
    const [row] = await rowsOfQuery<{ version: number }>(
      tx,
      'select coalesce(max(version), 0) as version from feed where region = $1',
      [region],
    )
    return row?.version ?? 0
  }

  private async publish(tx: Tx, region: Region, { positions, ...sums }: Sums): Promise<void> {
    const at = this.context.clock()
    const version = (await this.lastVersion(tx, region.id)) + 1
    const data: Aggregate = {
      region: region.id,
      version,
      madeAt: at.toISOString(),
      members: [...region.members],
      consented: [...region.consented],
      ...sums,
      madeOf: await messagesAt(tx, positions),
    }
    const bytes = eventBytes({
      id: `feed:${region.id}:${String(version)}`,
      source: hubSource(this.context.environment.hubId),
      type: 'corridor.feed.v1',
      time: at,
      contract: { name: 'aggregate', version: '0.1.0' },
      salt: newSalt(),
      data,
    })
    const position = await takePositions(tx, 2)
    await tellAt(tx, position, [
      statement(region.id, 'feed', bytes),
      fact('aggregation.fed.v1', { version, digest: digestOf(bytes), at: at.toISOString() }),
    ])
    await tx.query(
      'insert into feed (region, version, position, made_at, bytes) values ($1, $2, $3, $4, $5)',
      [region.id, version, position, at, Buffer.from(bytes)],
    )
  }
}

// While an agreement does not hold, figures that come are not kept either: they are taken from intake when it does.
const selectConsents = `
select region, member from consent join agreement on id = agreement
where member = any($1::text[]) and standing ->> 'status' in ('provisional', 'in-force')`

async function consentsOf(
  tx: Tx,
  participants: readonly string[],
): Promise<readonly { readonly region: string; readonly member: string }[]> {
  return rowsOfQuery(tx, selectConsents, [participants])
}

async function regionsOf(tx: Tx, agreement: string): Promise<readonly string[]> {
  const rows = await rowsOfQuery<{ region: string }>(
    tx,
    'select distinct region from consent where agreement = $1 order by region',
    [agreement],
  )
  return rows.map(({ region }) => region)
}

// The regions that add up flows of these participants.
async function regionsAmong(tx: Tx, members: readonly string[]): Promise<readonly string[]> {
  const rows = await rowsOfQuery<{ region: string }>(
    tx,
    'select distinct region from consent where member = any($1::text[]) order by region',
    [members],
  )
  return rows.map(({ region }) => region)
}

// The agreement's parties, where it is known; a period that is opened before that is kept all the same.
const insertOpened = `
with told as (insert into opened select $1, o.contract, o.period
  from json_to_recordset($2::json) as o (contract text, period text) on conflict do nothing)
select array(select jsonb_array_elements_text(standing -> 'parties')) as parties from agreement where id = $1`

const upsertAgreement = `
insert into agreement (id, terms, standing) values ($1, $2, $3)
on conflict (id) do update set terms = excluded.terms, standing = excluded.standing`

// The regions are those parties that were registered as one: they receive and give nothing.
const replaceConsents = `
with gone as (delete from consent where agreement = $1
  and not (member = any($2::text[]) and region = any($3::text[])))
insert into consent (agreement, region, member)
select $1, region.id, member from region, unnest($2::text[]) as member
where region.id = any($3::text[]) and member <> region.id
on conflict do nothing`
