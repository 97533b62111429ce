-- What one recipient is handed is numbered without a gap, each statement naming the digest of the one before it, so that the
-- recipient can prove that nothing was left out. The head moves in the transaction of the release.
create table delivery.head (
  recipient text primary key,
  number bigint not null,
  digest text not null
);

create table delivery.numbered (
  recipient text not null,
  number bigint not null check (number > 0),
  position bigint not null unique,         -- of the sealed statement in the outbox
  kind text not null check (kind in ('figures', 'withdrawal')),
  digest text not null,
  previous text,
  at timestamptz not null,
  primary key (recipient, number)
);

-- A release may rest on several clauses: which let out which rows stands in granted_rows. `agreement` and `clause` are the first.
alter table delivery.release
  drop constraint release_pkey,
  drop constraint release_position_key,
  add primary key (position),
  add column number bigint;                -- null for what was released before this migration
create index release_of_dataset on delivery.release (dataset, recipient);

create table delivery.granted_rows (
  position bigint not null references delivery.release (position),
  agreement text not null references delivery.agreement (id),
  clause text not null,
  first_row integer not null,
  last_row integer not null,
  primary key (position, first_row)
);
create index granted_rows_of_clause on delivery.granted_rows (agreement, clause);
insert into delivery.granted_rows (position, agreement, clause, first_row, last_row)
  select position, agreement, clause, 1, rows from delivery.release;

create or replace view delivery.release_v1 as
  select r.agreement, r.clause, r.dataset, r.recipient, d.participant as sender, r.rows, r.digest, r.released_at,
    o.acknowledged_at, case when o.acknowledged_at is null then 'DELIVERING' else 'DELIVERED' end as state,
    r.version, r.left_out, r.number
  from delivery.release r
  join delivery.dataset d on d.position = r.dataset
  join delivery.outbox o on o.position = r.position;
