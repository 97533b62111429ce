-- A signatory says that a doubtful message is its own after all: the exact signed order is kept.
alter table intake.doubt
  add column cleared_at timestamptz,
  add column cleared_by text,              -- the key
  add column ordered bytea,
  add column signature text;

create or replace view intake.doubt_v1 as
  select d.position, d.participant, s.id, s.digest, d.kid, d.since, s.received_at, d.noted_at, d.cleared_at, d.cleared_by
  from intake.doubt d join intake.submission s on s.position = d.position;

-- The datasets of messages that are in doubt now.
create view intake.doubtful_dataset_v1 as
  select d.position from intake.dataset d join intake.doubt t on t.position = d.submission where t.cleared_at is null;
