-- The way out: what was handed to whom, under which clause.

-- Delivery's own copy of the agreements, from the facts of access.
create table delivery.agreement (
  id text primary key,
  terms jsonb not null,
  parties text[] not null,
  state text not null check (state in ('in-force', 'revoked'))
);
create index agreement_of_party on delivery.agreement using gin (parties);

-- Which messages there are, from the facts of intake; the figures stay with intake.
create table delivery.dataset (
  position bigint primary key,
  participant text not null,
  contract text not null
);
create index dataset_of_participant on delivery.dataset (participant, contract, position);

create table delivery.release (
  agreement text not null references delivery.agreement (id),
  clause text not null,
  dataset bigint not null references delivery.dataset (position),
  recipient text not null,
  position bigint not null unique,         -- of the sealed statement in the outbox
  rows integer not null,
  digest text not null,
  released_at timestamptz not null,
  primary key (agreement, clause, dataset)
);

-- A release is delivered when its recipient has acknowledged it.
create view delivery.release_v1 as
  select r.agreement, r.clause, r.dataset, r.recipient, d.participant as sender, r.rows, r.digest, r.released_at,
    o.acknowledged_at, case when o.acknowledged_at is null then 'DELIVERING' else 'DELIVERED' end as state
  from delivery.release r
  join delivery.dataset d on d.position = r.dataset
  join delivery.outbox o on o.position = r.position;
