// SPDX-License-Identifier: Apache-2.0
import { rowsOfQuery, type Store } from '@corridor/platform'

/** A message, as far as its decisions are explained, and to whom. */
export interface ExplainAsk {
  readonly origin: string
  readonly submission: string
  readonly recipient: string
  /** As of when; the instant of the release where it is null, and now where there was none. */
  readonly at: string | null
}

/** A dataset of the message, and what delivery knows of it for the recipient. */
export interface DatasetAsked {
  readonly position: number
  readonly contract: string
  readonly deletedUnder: string | null
  readonly erased: boolean
  /** The newest release to the recipient. */
  readonly release: {
    readonly number: number | null
    readonly releasedAt: string
    readonly withdrawal: string | null
  } | null
  /** Granted, and it stayed: it is in doubt, or could not be protected, or its sender stopped it, or its time to comment runs. */
  readonly notReleased: string | null
}

/** The datasets of a message of a sender; none where delivery has heard of no such message. */
export function datasetsAsked(
  store: Store,
  { origin, submission, recipient }: ExplainAsk,
): Promise<readonly DatasetAsked[]> {
  return rowsOfQuery<DatasetAsked>(store, selectDatasets, [origin, submission, recipient])
}

const selectDatasets = `
select d.position::float8 as position, d.contract, r.deleted_under as "deletedUnder", d.erased_at is not null as erased,
  case when r.position is not null then json_build_object('number', r.number, 'releasedAt', r.released_at,
    'withdrawal', r.withdrawal) end as release,
  coalesce(case when d.doubtful_since is not null then 'in doubt since its key was withdrawn, until it is cleared or taken back' end,
    n.why, case when c.stopped_at is not null then 'stopped by its sender: ' || coalesce(c.reason, '')
    when c.dataset is not null and not c.over then 'its sender may comment until ' || c.until::text end) as "notReleased"
from dataset d
left join lateral (select * from release where dataset = d.position and recipient = $3 order by position desc limit 1) r on true
left join not_released n on n.dataset = d.position and n.recipient = $3
left join comment_period c on c.dataset = d.position and c.recipient = $3
where d.participant = $1 and d.submission = $2 order by d.position`
