-- Two statements about one flow, side by side.

-- Reconciliation's own copy of the agreements, from the facts of access.
create table reconciliation.agreement (
  id text primary key,
  terms jsonb not null,
  parties text[] not null,
  state text not null check (state in ('in-force', 'revoked'))
);
create index agreement_of_party on reconciliation.agreement using gin (parties);

-- Which messages there are, from the facts of intake. Their figures are looked at only where an agreement asks for it.
create table reconciliation.dataset (
  position bigint primary key,
  participant text not null,
  kept boolean not null
);
create index dataset_not_kept on reconciliation.dataset (participant, position) where not kept;

-- The newest statement of each side about each cell. The side is the direction that was reported: the origin counts
-- outflows, the destination inflows.
create table reconciliation.statement (
  contract text not null,
  direction text not null check (direction in ('outflow', 'inflow')),
  origin text not null,
  destination text not null,
  period text not null,
  sex text not null,
  age text not null,
  occupation text not null,
  sector text not null,
  stay text not null,
  reporter text not null,
  value bigint,
  value_status text not null,
  conf_status text not null,
  definition jsonb not null,
  position bigint not null,
  primary key (origin, destination, period, sex, age, occupation, sector, stay, contract, direction)
);

create table reconciliation.pair (
  agreement text not null references reconciliation.agreement (id),
  contract text not null,
  origin text not null,
  destination text not null,
  period text not null,
  sex text not null,
  age text not null,
  occupation text not null,
  sector text not null,
  stay text not null,
  origin_says bigint,
  destination_says bigint,
  difference bigint,
  asymmetry_percent double precision,
  outcome text not null check (outcome in ('within', 'outside', 'not-comparable', 'one-sided')),
  reason text,
  origin_definition jsonb,
  destination_definition jsonb,
  origin_position bigint,
  destination_position bigint,
  compared_at timestamptz not null,
  primary key (agreement, origin, destination, period, sex, age, occupation, sector, stay, contract)
);

create table reconciliation.report (
  agreement text not null references reconciliation.agreement (id),
  version integer not null,
  position bigint not null unique,         -- of the first of its sealed statements in the outbox
  made_at timestamptz not null,
  rows integer not null,
  outside integer not null,
  bytes bytea not null,
  primary key (agreement, version)
);

create view reconciliation.pair_v1 as
  select p.*, a.parties, a.terms ->> 'committee' as committee from reconciliation.pair p
  join reconciliation.agreement a on a.id = p.agreement;

create view reconciliation.report_v1 as
  select r.agreement, r.version, r.made_at, r.rows, r.outside, r.bytes, o.signature, a.parties,
    a.terms ->> 'committee' as committee
  from reconciliation.report r
  join reconciliation.agreement a on a.id = r.agreement
  join reconciliation.outbox o on o.position = r.position;
