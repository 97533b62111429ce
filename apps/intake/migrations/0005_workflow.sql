-- Messages that wait for their sender's approver, messages that were withdrawn, and rehearsals.
alter table intake.participant_key
  add column role text not null default 'publisher' check (role in ('publisher', 'approver'));

-- Participants whose messages wait, from the facts of access.
create table intake.approval (
  participant text primary key,
  required_since timestamptz not null
);

-- A message that passed every check and waits, with the statement "received". When it is approved it is recorded like any other.
create table intake.waiting (
  participant text not null,
  id text not null,
  digest text not null,
  kid text not null,
  subject text not null,
  signature text not null,
  bytes bytea not null,                    -- encrypted, as in `submission`
  storage_key text not null,
  wrapped_key bytea,
  received_at timestamptz not null,
  receipt bytea not null,                  -- the newest statement: received, then withdrawn
  received bytea not null,
  state text not null default 'waiting' check (state in ('waiting', 'approved', 'withdrawn')),
  settled_at timestamptz,
  settled_by text,                         -- the key of who approved or withdrew
  primary key (participant, id)
);
alter table intake.waiting alter column bytes set storage external;

-- An accepted message that its sender withdrew before anybody had taken its figures into use.
alter table intake.submission
  add column withdrawn_at timestamptz,
  add column withdrawn_by text,
  add column withdrawal bytea;

-- What came of messages in test mode. Nothing else is kept of them: no figures, no facts, no vintages, no journal.
create table intake.rehearsal (
  participant text not null,
  id text not null,
  digest text not null,
  seal_digest text not null,
  statement text not null check (statement in ('accepted', 'refused')),
  code text,
  receipt bytea not null,
  received_at timestamptz not null,
  primary key (participant, seal_digest)
);
create index rehearsal_of_id on intake.rehearsal (participant, id);

-- Withdrawn figures are there for nobody: readers leave them out.
create or replace view intake.dataset_v1 as
  select d.position, d.submission, d.part, d.participant, d.contract, d.version, d.digest, d.recorded_at, d.rows,
    s.storage_key, s.wrapped_key, d.content, case when d.content is null then s.bytes end as bytes,
    s.withdrawn_at is not null as withdrawn
  from intake.dataset d join intake.submission s on s.position = d.submission;

drop view intake.statement_v1;
create view intake.statement_v1 as
  select participant, id as submission_id, digest, null::text as seal_digest, 'accepted'::text as statement, received_at as at,
    null::text as recipient, 'corridor-receipt'::text as typ, receipt as bytes, position, false as test
  from intake.submission
  union all
  select participant, id, digest, null, 'withdrawn', withdrawn_at, null, 'corridor-receipt', withdrawal, position, false
  from intake.submission where withdrawn_at is not null
  union all
  select participant, id, digest, null, 'received', received_at, null, 'corridor-receipt', received, null, false
  from intake.waiting
  union all
  select participant, id, digest, null, 'withdrawn', settled_at, null, 'corridor-receipt', receipt, null, false
  from intake.waiting where state = 'withdrawn'
  union all
  select participant, id, digest, seal_digest, statement, received_at, null, 'corridor-receipt', receipt, null, true
  from intake.rehearsal
  union all
  select participant, id, digest, seal_digest, 'refused', first_seen, null, 'corridor-receipt', receipt, null, false
  from intake.quarantine;
