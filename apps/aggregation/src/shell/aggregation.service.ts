// SPDX-License-Identifier: Apache-2.0
import { rowsOf, type Aggregate, type Agreement, type FlowRow } from '@corridor/contracts'
import { eventBytes, hubSource, newSalt } from '@corridor/message'
import {
  flowOf,
  readAccepted,
  rowsOfQuery,
  serviceContext,
  statement,
  takePositions,
  tellAt,
  type ServiceContext,
  type Tx,
} from '@corridor/platform'
import { clausesOf, holds } from '@corridor/policy'
import { Inject, Injectable } from '@nestjs/common'
import { aggregate, type Flow, type Region } from '../domain/aggregate'

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

interface ConsentRow {
  readonly member: string
  readonly terms: Agreement
  readonly state: 'in-force'
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
    const consents = await rowsOfQuery<{ region: string; member: string }>(
      tx,
      `select region, member from consent where member = any($1::text[]) and state = 'in-force'`,
      [[...new Set(told.map(({ participant }) => participant))]],
    )
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

  /** An agreement between a state and a secretariat may say that the state's figures are added up. */
  async agreed(tx: Tx, terms: Agreement): Promise<void> {
    for (const clause of clausesOf(terms, 'aggregate')) {
      const region = terms.parties.find((party) => party !== clause.from)
      if (region === undefined) continue
      await tx.query(
        `insert into consent (agreement, region, member, terms, state) values ($1, $2, $3, $4, 'in-force')`,
        [terms.id, region, clause.from, JSON.stringify(terms)],
      )
      const rows = await rowsOfQuery<{ position: string }>(
        tx,
        `with found as (update dataset set kept = true where participant = $1 and not kept returning position)
         select position from found order by position`,
        [clause.from],
      )
      for (const { position } of rows) await this.keep(tx, Number(position))
      await this.feed(tx, region)
    }
  }

  /** A consent that ends is out of the next feed, which follows at once. */
  async revoked(tx: Tx, agreement: string): Promise<void> {
    await tx.query(`update consent set state = 'revoked' where agreement = $1`, [agreement])
    const rows = await rowsOfQuery<{ region: string }>(
      tx,
      'select region from consent where agreement = $1',
      [agreement],
    )
    for (const { region } of rows) await this.feed(tx, region)
  }

  private async keep(tx: Tx, position: number): Promise<void> {
    const { storage } = this.context.environment.keys
    const [dataset] = await readAccepted(tx, [position], storage)
    // Nothing where its payload was erased.
    const flow = dataset === undefined ? null : flowOf(dataset)
    if (flow === null) return
    const totals = [...rowsOf(flow)].filter(isTotal).map((row) => ({ ...row, position }))
    await tx.query(upsertFlows, [JSON.stringify(totals.filter(isPublished))])
    // What was taken back, or is not published any more, is no longer added up.
    const gone = totals.filter((row) => !isPublished(row))
    if (gone.length > 0) await tx.query(deleteFlows, [JSON.stringify(gone)])
  }

  private async feed(tx: Tx, id: string): Promise<void> {
    const region = await this.loadRegion(tx, id)
    if (region === null) return
    const flows = await rowsOfQuery<Flow>(
      tx,
      `select reporter, direction, origin, destination, period, value::float8 as value from flow where reporter = any($1::text[])`,
      [region.consented],
    )
    const sums = aggregate(region, flows)
    if (sums.corridors === 0 && (await this.lastVersion(tx, id)) === 0) return
    await this.publish(tx, region, sums)
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
      `select member, terms, state from consent where region = $1 and state = 'in-force' order by member`,
      [id],
    )
    const now = this.context.clock()
    const consented = consents.filter((consent) => holds(consent, now)).map(({ member }) => member)
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

  private async publish(
    tx: Tx,
    region: Region,
    sums: Pick<Aggregate, 'corridors' | 'moves' | 'byMember'>,
  ): Promise<void> {
    const at = this.context.clock()
    const version = (await this.lastVersion(tx, region.id)) + 1
    const data: Aggregate = {
      region: region.id,
      version,
      madeAt: at.toISOString(),
      members: [...region.members],
      consented: [...region.consented],
      ...sums,
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
    const position = await takePositions(tx, 1)
    await tellAt(tx, position, [statement(region.id, 'feed', bytes)])
    await tx.query(
      'insert into feed (region, version, position, made_at, bytes) values ($1, $2, $3, $4, $5)',
      [region.id, version, position, at, Buffer.from(bytes)],
    )
  }
}

const upsertFlows = `
insert into flow (reporter, direction, origin, destination, period, value, position)
select reporter, direction, origin, destination, period, value, position from json_populate_recordset(null::flow, $1::json)
on conflict (reporter, direction, origin, destination, period) do update
set value = excluded.value, position = excluded.position where excluded.position > flow.position`

const deleteFlows = `
delete from flow using json_populate_recordset(null::flow, $1::json) as gone
where (flow.reporter, flow.direction, flow.origin, flow.destination, flow.period)
  = (gone.reporter, gone.direction, gone.origin, gone.destination, gone.period) and gone.position > flow.position`

// Only free totals with a value are added up: a suppressed figure is neither zero nor absent, so its corridor stays out.
function isPublished(row: FlowRow): boolean {
  return row.confStatus === 'F' && row.valueStatus === 'value'
}

function isTotal(row: FlowRow): boolean {
  return [row.sex, row.age, row.occupation, row.sector, row.stay, row.education].every(
    (code) => code === '_T',
  )
}
