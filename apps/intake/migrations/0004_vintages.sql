-- What a sender has stated of each cell, vintage by vintage; and uploads that go on after a line was cut.

-- A sender's figures of one contract. The indexer alone adds to it, one at a time.
create table intake.series (
  id integer primary key,
  participant text not null,
  contract text not null,
  test boolean not null,
  unique (participant, contract, test)
);

-- One row a cell and dataset; the newest position of a cell is its current vintage, older ones stay. Filled after the receipt,
-- from `dataset`, and dropped and filled again at will: nothing stands here that does not stand there.
create table intake.vintage (
  series integer not null,
  key uuid not null,                       -- of the cell: cellKeys of @corridor/rules
  position bigint not null,                -- of the dataset
  row smallint not null,                   -- in the dataset, from 0
  period text not null,
  status "char" not null,                  -- v value, s suppressed, m missing, n not applicable, r retracted
  value bigint,                            -- of status v only
  primary key (series, key, position)
);
-- Rows come in the order of positions, so a summary of blocks finds a dataset as well as a tree, at a third less work on the way in.
create index vintage_of_position on intake.vintage using brin (position) with (autosummarize = on);

-- Datasets up to this position are in `vintage`.
create table intake.vintage_cursor (
  single boolean primary key default true check (single),
  position bigint not null,
  moved_at timestamptz not null
);
insert into intake.vintage_cursor (position, moved_at) values (0, now());

-- Datasets that count no more, from a position on: withdrawn by their sender. Whoever withdraws writes here.
create table intake.vintage_end (
  position bigint primary key,             -- of the dataset
  end_position bigint not null,            -- from which on it counts no more
  ended_at timestamptz not null
);

create view intake.series_v1 as select * from intake.series;

create view intake.vintage_v1 as
  select v.series, v.key, v.position, v.row, v.period, v.status, e.end_position, e.ended_at
  from intake.vintage v left join intake.vintage_end e using (position);

create view intake.vintage_cursor_v1 as select position, moved_at from intake.vintage_cursor;

-- A sealed event that comes in pieces. Its owner is whoever signed the request that opened it.
create table intake.upload (
  id text primary key,
  participant text not null,
  kid text not null,
  signature text not null,                 -- of the sealed event that the pieces make
  length integer not null,
  digest text not null,
  content_type text not null,
  received integer not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  handed_over_at timestamptz
);
create index upload_of_participant on intake.upload (participant);
create index upload_expiry on intake.upload (expires_at);

create table intake.upload_piece (
  upload text not null references intake.upload (id) on delete cascade,
  start integer not null,
  bytes bytea not null,
  primary key (upload, start)
);
alter table intake.upload_piece alter column bytes set storage external;

create view intake.upload_v1 as
  select id, participant, length, digest, content_type, received, created_at, expires_at, handed_over_at from intake.upload;

-- The sender's own id of a refused message, where its signature was right, so that the id is the sender's.
alter table intake.quarantine add column id text;
create index quarantine_of_id on intake.quarantine (participant, id);

-- Every signed statement about a message of a participant: `bytes` are what is sealed, with the purpose `typ`. What was refused is
-- refused under one signature (`seal_digest`); the same bytes rightly signed are another message.
create view intake.statement_v1 as
  select participant, id as submission_id, digest, null::text as seal_digest, 'accepted'::text as statement, received_at as at,
    null::text as recipient, 'corridor-receipt'::text as typ, receipt as bytes, position
  from intake.submission
  union all
  select participant, id, digest, seal_digest, 'refused', first_seen, null, 'corridor-receipt', receipt, null
  from intake.quarantine;
