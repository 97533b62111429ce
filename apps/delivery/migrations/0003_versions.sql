-- In which version of a contract each participant takes what is delivered, from the facts of access.
create table delivery.accepted_version (
  participant text not null,
  contract text not null,
  version text not null,
  primary key (participant, contract)
);

alter table delivery.release
  add column version text,                 -- that the figures went out in; null for what was released before this migration
  add column left_out integer not null default 0;   -- granted rows that this version has no words for

create or replace view delivery.release_v1 as
  select r.agreement, r.clause, r.dataset, r.recipient, d.participant as sender, r.rows, r.digest, r.released_at,
    o.acknowledged_at, case when o.acknowledged_at is null then 'DELIVERING' else 'DELIVERED' end as state,
    r.version, r.left_out
  from delivery.release r
  join delivery.dataset d on d.position = r.dataset
  join delivery.outbox o on o.position = r.position;

-- Whom a change of a contract would reach: who receives figures by it, in which version (null: as they were sent).
create view delivery.subscriber_v1 as
  select distinct clause ->> 'to' as recipient, clause ->> 'contract' as contract, v.version, a.id as agreement
  from delivery.agreement a
  cross join lateral jsonb_array_elements(a.terms -> 'clauses') as clause
  left join delivery.accepted_version v
    on v.participant = clause ->> 'to' and v.contract = clause ->> 'contract'
  where a.state = 'in-force' and clause ->> 'kind' = 'share';
