--! breaking
-- Messages carry datasets of any statistical contract, several in one message, so their columns are no longer columns of a table.
-- What 0.1 (never released) took in cannot be read any more: a home with messages in it has to be made anew.
do $$
begin
  if exists (select 1 from intake.submission) then
    raise exception 'this database holds messages that an unreleased version took in: start with a new home or an empty database';
  end if;
end $$;

drop view intake.observation_v1;
drop view intake.receipt_v1;
drop view intake.dataset_v1;
drop table intake.dataset;

-- One row a dataset of an accepted message. `content` is the dataset as it was judged, aliases replaced by codes, in JSON by columns.
create table intake.dataset (
  position bigint primary key,
  submission bigint not null references intake.submission (position),
  participant text not null,
  contract text not null,
  version text not null,
  digest text not null,                    -- of the whole message
  recorded_at timestamptz not null,
  rows integer not null,
  content bytea not null
);
-- Figures compress well, but hardly while they wait for a receipt.
alter table intake.dataset alter column content set storage external;
create index dataset_of_participant on intake.dataset (participant, contract, position);
create index dataset_of_submission on intake.dataset (submission);

create view intake.dataset_v1 as select * from intake.dataset;

create view intake.receipt_v1 as
  select s.participant, s.id, s.position, s.contract, s.version, s.digest, s.received_at, s.receipt,
    (select sum(d.rows)::int from intake.dataset d where d.submission = s.position) as rows,
    null::text as code, null::text as detail
  from intake.submission s
  union all
  select q.participant, null, null, null, null, q.digest, q.first_seen, q.receipt, null, q.code, q.detail
  from intake.quarantine q;
