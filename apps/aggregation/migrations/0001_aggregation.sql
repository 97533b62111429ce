-- Regional feeds: what consenting members report, added up.

create table aggregation.region (
  id text primary key,
  members text[] not null
);

-- Which state consents to which region, from the agreements in force.
create table aggregation.consent (
  agreement text primary key,
  region text not null,
  member text not null,
  terms jsonb not null,
  state text not null check (state in ('in-force', 'revoked'))
);

-- Which messages there are, from the facts of intake. Their figures are looked at only where an agreement asks for it.
create table aggregation.dataset (
  position bigint primary key,
  participant text not null,
  kept boolean not null
);
create index dataset_not_kept on aggregation.dataset (participant, position) where not kept;

-- The newest published total of each reporter, direction, partner and period.
create table aggregation.flow (
  reporter text not null,
  direction text not null check (direction in ('outflow', 'inflow')),
  origin text not null,
  destination text not null,
  period text not null,
  value bigint not null,
  position bigint not null,
  primary key (reporter, direction, origin, destination, period)
);

create table aggregation.feed (
  region text not null references aggregation.region (id),
  version integer not null,
  position bigint not null unique,
  made_at timestamptz not null,
  bytes bytea not null,
  primary key (region, version)
);

create view aggregation.feed_v1 as
  select f.region, f.version, f.made_at, f.bytes, o.signature from aggregation.feed f
  join aggregation.outbox o on o.position = f.position;
