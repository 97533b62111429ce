-- Figures of a partner who is no state are its own: the role in which it reports them is kept with each dataset.
alter table intake.dataset
  add column reported_as text check (reported_as in ('employers', 'workers', 'migrants', 'recruiters'));

create or replace view intake.dataset_v1 as
  select d.position, d.submission, d.part, d.participant, d.contract, d.version, d.digest, d.recorded_at, d.rows, s.storage_key,
    s.wrapped_key, d.content, case when d.content is null then s.bytes end as bytes, s.withdrawn_at is not null as withdrawn,
    d.reported_as
  from intake.dataset d join intake.submission s on s.position = d.submission;
