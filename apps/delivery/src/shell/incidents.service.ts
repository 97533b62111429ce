// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import {
  rowsOfQuery,
  serviceContext,
  type Queryable,
  type ServiceContext,
  type Store,
  type Tx,
} from '@corridor/platform'
import { Inject, Injectable } from '@nestjs/common'
import { lockStanding } from './standing-lock'
import { withdrawReleases } from './withdraw-releases'

/** Which releases are meant; what is null does not matter. */
export interface ReleasesMeant {
  /** Whose figures; null for the operator alone, who may mean anybody's. */
  readonly sender: string | null
  readonly submission: string | null
  readonly agreement: string | null
  readonly clause: string | null
  readonly contract: string | null
  readonly recipient: string | null
  readonly period: string | null
}

/** A recall or a breach that is declared. */
export interface IncidentAsk {
  readonly kind: 'recall' | 'breach'
  readonly by: string
  readonly kid: string
  readonly reason: string
  readonly meant: ReleasesMeant
}

/** A recipient's word that it has destroyed what it had. */
export interface DestroyedAsk {
  readonly recipient: string
  readonly numbers: readonly number[]
  readonly proof: object
}

/** Releases in one answer, or in one incident. */
const most = 10_000

/** Recalls and breaches: what is out, with whom, and who has said that it is destroyed. */
@Injectable()
export class IncidentsService {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  /** What went out of what is meant: to whom, since when, and how it stands. Declares nothing. */
  async released(meant: ReleasesMeant): Promise<Outcome<readonly object[]>> {
    return accept(await rowsOfQuery<object>(this.context.store, selectReleased, wordsOf(meant)))
  }

  /** Withdraws all that is meant, tells every recipient to destroy it, and keeps who has not confirmed. */
  async declare({ kind, by, kid, reason, meant }: IncidentAsk): Promise<Outcome<object>> {
    const at = this.context.clock()
    return this.context.store.transaction(async (tx) => {
      // Nothing is released meanwhile, and incidents are counted one by one.
      await lockStanding(tx, 'alone')
      const positions = await positionsOf(tx, meant)
      if (positions.length === 0)
        return refuse('NOT_FOUND', 'nothing of this was released, or it was withdrawn before')
      const [incident] = await rowsOfQuery<{ id: string }>(tx, insertIncident, [
        ...[kind, by, kid, reason, JSON.stringify(meant), at],
      ])
      await tx.query(
        'insert into incident_release (incident, position) select $1, unnest($2::bigint[])',
        [incident?.id, positions],
      )
      const why = kind === 'recall' ? 'retracted' : 'released-in-error'
      await withdrawReleases(tx, this.context, { positions, why: { reason: why, at } })
      return accept({
        incident: Number(incident?.id),
        releases: positions.length,
        at: at.toISOString(),
      })
    })
  }

  /** Notes that a recipient has destroyed withdrawn deliveries; the first word about each counts. */
  async destroyed({ recipient, numbers, proof }: DestroyedAsk): Promise<Outcome<object>> {
    const rows = await rowsOfQuery<{ number: string }>(this.context.store, insertDestroyed, [
      ...[recipient, numbers, JSON.stringify(proof)],
    ])
    if (rows.length === 0)
      return refuse('NOT_FOUND', 'none of these deliveries was withdrawn from you')
    return accept({ destroyed: rows.map(({ number }) => Number(number)) })
  }
}

function wordsOf(meant: ReleasesMeant): readonly unknown[] {
  const { sender, submission, agreement, clause, contract, recipient, period } = meant
  return [sender, submission, agreement, clause, contract, recipient, period]
}

async function positionsOf(
  on: Store | Tx | Queryable,
  meant: ReleasesMeant,
): Promise<readonly number[]> {
  const rows = await rowsOfQuery<{ position: string }>(
    on,
    `select r.position ${meantReleases} and r.withdrawn_at is null order by r.position limit ${String(most)}`,
    wordsOf(meant),
  )
  return rows.map(({ position }) => Number(position))
}

// Figures that were deleted have no period any more: they are looked for by the rest.
const meantReleases = `
from release r join dataset d on d.position = r.dataset
where ($1::text is null or d.participant = $1) and ($2::text is null or d.submission = $2)
  and ($3::text is null or exists (select from granted_rows g where g.position = r.position and g.agreement = $3
    and ($4::text is null or g.clause = $4)))
  and ($5::text is null or d.contract = $5) and ($6::text is null or $6 in (r.recipient, split_part(r.recipient, '-', 1)))
  and ($7::text is null or r.periods is null or $7 = any(r.periods))`

const selectReleased = `
select v.agreement, v.clause, v.sender, v.recipient, v.number::float8 as number, d.submission, v.contract, v.rows, v.state,
  to_json(v.released_at) #>> '{}' as "releasedAt", to_json(v.acknowledged_at) #>> '{}' as "acknowledgedAt", i.kind as declared,
  to_json(i.at) #>> '{}' as "declaredAt", to_json(i.destroyed_at) #>> '{}' as "destroyedAt", i.stands,
  to_json(i.notice_due_at) #>> '{}' as "noticeDueAt"
from (select r.position ${meantReleases} order by r.position limit ${String(most)}) as meant
join release_v1 v on v.position = meant.position join dataset d on d.position = v.dataset
left join lateral (select n.* from incident_v1 n where n.recipient = v.recipient and n.number = v.number order by n.id desc limit 1) as i on true
order by v.released_at, v.recipient, v.number`

const insertIncident = `
insert into incident (id, kind, by, kid, reason, asked, at)
select coalesce(max(id), 0) + 1, $1::text, $2::text, $3::text, $4::text, $5::jsonb, $6::timestamptz from incident returning id`

const insertDestroyed = `
with said as (
  insert into destroyed (recipient, number, at, proof)
  select r.recipient, r.number, now(), $3 from release r
  where r.recipient = $1 and r.number = any($2::bigint[]) and r.withdrawn_at is not null
  on conflict (recipient, number) do update set at = destroyed.at
  returning number)
select number from said order by number`
