--! breaking
-- Messages lie encrypted: each under a data key of its own, wrapped by a key outside PostgreSQL (keys/storage.key).
-- What an unreleased version took in lies open and cannot be read any more: such a home has to be made anew.
do $$
begin
  if exists (select 1 from intake.submission) or exists (select 1 from intake.quarantine) then
    raise exception 'this database holds messages that an unreleased version took in: start with a new home or an empty database';
  end if;
end $$;

drop view intake.receipt_v1;
drop view intake.dataset_v1;

-- The keys that rows are under, by the name that follows from each key. The keys themselves are never here.
create table intake.storage_key (
  id text primary key,
  first_used timestamptz not null
);
create view intake.storage_key_v1 as select id, first_used from intake.storage_key;

-- Where the wrapped key is gone, so is the payload; receipt, digest and commitment stay.
alter table intake.submission
  add column rows integer not null,
  add column storage_key text not null,
  add column wrapped_key bytea,
  add column erased_at timestamptz;

alter table intake.quarantine
  add column storage_key text not null,
  add column wrapped_key bytea,
  add column erased_at timestamptz;
alter table intake.quarantine alter column bytes set storage external;
alter table intake.quarantine alter column receipt set storage external;

-- `part` counts the datasets of a message from 1. No content: it stands in the signed bytes as it was judged.
-- A message's datasets stand at its position and the ones that follow, so neither a foreign key nor an index of its own is needed.
alter table intake.dataset
  add column part integer not null,
  alter column content drop not null,
  drop constraint dataset_submission_fkey;
drop index intake.dataset_of_submission;

create view intake.dataset_v1 as
  select d.position, d.submission, d.part, d.participant, d.contract, d.version, d.digest, d.recorded_at, d.rows,
    s.storage_key, s.wrapped_key, d.content, case when d.content is null then s.bytes end as bytes
  from intake.dataset d join intake.submission s on s.position = d.submission;

create view intake.receipt_v1 as
  select s.participant, s.id, s.position, s.contract, s.version, s.digest, s.received_at, s.receipt, s.rows,
    null::text as code, null::text as detail
  from intake.submission s
  union all
  select q.participant, null, null, null, null, q.digest, q.first_seen, q.receipt, null, q.code, q.detail
  from intake.quarantine q;
