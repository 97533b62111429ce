-- The way in: what was sent, as it was sent; what was accepted, by columns; what was refused, and why.

-- Intake's own copy of the register's signing keys, from the facts of access.
create table intake.participant_key (
  kid text primary key,
  participant text not null,
  jwk jsonb not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  revoked_from timestamptz
);

-- The sender's id is the identity of a message; its digest says whether it is the same message.
create table intake.submission (
  participant text not null,
  id text not null,
  digest text not null,
  position bigint not null unique,         -- of the fact that tells of it
  contract text not null,
  version text not null,
  kid text not null,
  signature text not null,
  bytes bytea not null,                    -- exactly what was signed
  receipt bytea not null,                  -- exactly what is sealed: the same statement for ever
  received_at timestamptz not null,
  primary key (participant, id)
);

-- Compressing what is read once or never costs more than it saves on the way in.
alter table intake.submission alter column bytes set storage external;
alter table intake.submission alter column receipt set storage external;

-- One row a message, by columns: an array of one where all rows agree, else one entry a row. Values always stand a row each.
create table intake.dataset (
  position bigint primary key references intake.submission (position),
  participant text not null,
  contract text not null,
  version text not null,
  digest text not null,
  recorded_at timestamptz not null,
  definition jsonb not null,
  rows integer not null,
  reporter text[] not null,
  direction text[] not null,
  origin text[] not null,
  destination text[] not null,
  period text[] not null,
  sex text[] not null,
  age text[] not null,
  occupation text[] not null,
  sector text[] not null,
  stay text[] not null,
  value bigint[] not null,
  value_status text[] not null,
  lower bigint[] not null,
  upper bigint[] not null,
  obs_status text[] not null,
  conf_status text[] not null
);
create index dataset_of_participant on intake.dataset (participant, contract, position);

create table intake.quarantine (
  participant text not null,               -- of the subject, which the broker's sign-in vouches for
  seal_digest text not null,               -- of bytes and signature: the same bytes, rightly signed, are another message
  digest text not null,
  subject text not null,
  code text not null,
  detail text not null,
  signature text not null,
  bytes bytea not null,
  receipt bytea not null,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  times integer not null default 1,
  primary key (participant, seal_digest)
);

create view intake.dataset_v1 as select * from intake.dataset;

create view intake.observation_v1 as
  select d.position, d.participant, d.contract, d.version, d.recorded_at, d.definition, o.row,
    coalesce(o.reporter, d.reporter[1]) as reporter,
    coalesce(o.direction, d.direction[1]) as direction,
    coalesce(o.origin, d.origin[1]) as origin,
    coalesce(o.destination, d.destination[1]) as destination,
    coalesce(o.period, d.period[1]) as period,
    coalesce(o.sex, d.sex[1]) as sex,
    coalesce(o.age, d.age[1]) as age,
    coalesce(o.occupation, d.occupation[1]) as occupation,
    coalesce(o.sector, d.sector[1]) as sector,
    coalesce(o.stay, d.stay[1]) as stay,
    o.value,
    coalesce(o.value_status, d.value_status[1]) as value_status,
    coalesce(o.obs_status, d.obs_status[1]) as obs_status,
    coalesce(o.conf_status, d.conf_status[1]) as conf_status
  from intake.dataset d
  cross join lateral rows from (
    unnest(d.reporter), unnest(d.direction), unnest(d.origin), unnest(d.destination), unnest(d.period), unnest(d.sex),
    unnest(d.age), unnest(d.occupation), unnest(d.sector), unnest(d.stay), unnest(d.value), unnest(d.value_status),
    unnest(d.obs_status), unnest(d.conf_status)
  ) with ordinality as o (reporter, direction, origin, destination, period, sex, age, occupation, sector, stay, value,
    value_status, obs_status, conf_status, row);

create view intake.receipt_v1 as
  select s.participant, s.id, s.position, s.contract, s.version, s.digest, s.received_at, s.receipt, d.rows,
    null::text as code, null::text as detail
  from intake.submission s join intake.dataset d using (position)
  union all
  select q.participant, null, null, null, null, q.digest, q.first_seen, q.receipt, null, q.code, q.detail
  from intake.quarantine q;
