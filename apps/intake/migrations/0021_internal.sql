-- Figures of an office that its state has not named to release them stay inside the state: they stand in a table of their own, so that
-- whoever reads `dataset` never meets them.
create table intake.internal_dataset (
  position bigint primary key,
  submission bigint not null,
  part integer not null,
  participant text not null,
  office text,                             -- whose key signed; null where the register did not say
  contract text not null,
  version text not null,
  digest text not null,
  recorded_at timestamptz not null,
  rows integer not null,
  content bytea                            -- as in `dataset`
);
alter table intake.internal_dataset alter column content set storage external;
create index internal_dataset_of_participant on intake.internal_dataset (participant, contract, position);

-- The office whose key signed a dataset; null for what was recorded before offices were noted.
alter table intake.dataset add column office text;

create or replace view intake.dataset_v1 as
  select d.position, d.submission, d.part, d.participant, d.contract, d.version, d.digest, d.recorded_at, d.rows, s.storage_key,
    s.wrapped_key, d.content, case when d.content is null then s.bytes end as bytes, s.withdrawn_at is not null as withdrawn,
    d.reported_as, d.office
  from intake.dataset d join intake.submission s on s.position = d.submission;

create view intake.internal_dataset_v1 as
  select d.position, d.submission, d.part, d.participant, d.contract, d.version, d.digest, d.recorded_at, d.rows, s.storage_key,
    s.wrapped_key, d.content, case when d.content is null then s.bytes end as bytes, s.withdrawn_at is not null as withdrawn,
    null::text as reported_as, d.office
  from intake.internal_dataset d join intake.submission s on s.position = d.submission;
