--! breaking
-- One figure of both, offered and never imposed: null where a figure is hidden or nothing is expected.
alter table reconciliation.pair
  add column balanced double precision,
  add column balanced_lower double precision,
  add column balanced_upper double precision;

drop view reconciliation.pair_v1;
create view reconciliation.pair_v1 as
  select p.*, o.definition as origin_definition, d.definition as destination_definition, a.parties, a.terms ->> 'committee' as committee
  from reconciliation.pair p
  join reconciliation.agreement a on a.id = p.agreement
  left join reconciliation.dataset o on o.position = p.origin_position
  left join reconciliation.dataset d on d.position = p.destination_position;

-- A report is of one period. Those of the first draft were of all: their period is empty.
drop view reconciliation.report_v1;
alter table reconciliation.report
  add column contract text not null default 'migration-flow',
  add column period text not null default '',
  add column cells integer,
  add column matters integer not null default 0,
  drop constraint report_pkey,
  add primary key (agreement, period, version);
update reconciliation.report set cells = rows;
alter table reconciliation.report alter column contract drop default, alter column period drop default, alter column cells set not null,
  alter column matters drop default;

create view reconciliation.report_v1 as
  select r.agreement, r.contract, r.period, r.version, r.made_at, r.cells, r.rows, r.outside, r.matters, r.bytes, o.signature, a.parties,
    a.terms ->> 'committee' as committee, r.deleted_under
  from reconciliation.report r
  join reconciliation.agreement a on a.id = r.agreement
  join reconciliation.outbox o on o.position = r.position;

-- Reports to be made: figures of these periods were compared since the last one.
create table reconciliation.report_due (
  agreement text not null references reconciliation.agreement (id),
  contract text not null,
  period text not null,
  since timestamptz not null,
  primary key (agreement, contract, period)
);
