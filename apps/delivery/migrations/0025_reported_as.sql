-- Figures of a partner who is no state go out marked with its role, and stand so in the ledger.
alter table delivery.release add column reported_as text;

create or replace view delivery.ledger_v1 as
  select r.position, d.participant as sender, r.recipient, d.contract, d.position as dataset, d.submission, d.received_at,
    d.version as sent_version, r.version, g.agreement, g.clause, coalesce(g.rows, r.rows) as rows, r.rolled_up, r.left_out,
    r.protection, r.number, r.digest, r.released_at, o.acknowledged_at, r.withdrawn_at, r.withdrawal, r.note, r.deleted_under,
    case when r.deleted_under is not null then 'DELETED'
         when r.withdrawn_at is null and o.acknowledged_at is null then 'DELIVERING'
         when r.withdrawn_at is null then 'DELIVERED'
         when o.acknowledged_at is null and o.taken_out_at is not null and not o.was_fetched then 'WITHDRAWN'
         else 'RECALLED' end as state,
    r.reported_as
  from delivery.release r
  join delivery.dataset d on d.position = r.dataset
  join delivery.outbox o on o.position = r.position
  left join lateral (
    select agreement, clause, sum(last_row - first_row + 1)::integer as rows from delivery.granted_rows
    where position = r.position group by agreement, clause) g on true;
