-- Stages of one path: their newest figures, and what was found of them.
create table reconciliation.stage_figure (
  agreement text collate "C" not null references reconciliation.agreement (id),
  clause text collate "C" not null,
  stage text collate "C" not null,
  period text collate "C" not null,
  lower bigint,                                    -- null, both, where nothing is known
  upper bigint,
  position bigint not null,
  primary key (agreement, clause, stage, period)
);
create index stage_figure_of_dataset on reconciliation.stage_figure (position);

create table reconciliation.stage_check (
  agreement text collate "C" not null references reconciliation.agreement (id),
  clause text collate "C" not null,
  stage text collate "C" not null,
  after text collate "C" not null,                 -- the stage that it was held against
  period text collate "C" not null,                -- of a year its last
  looked_at text collate "C" not null check (looked_at in ('period', 'year', 'stock')),
  outcome text not null check (outcome in ('in-range', 'above', 'below', 'no-expectation')),
  why text,
  said_lower double precision,
  said_upper double precision,
  range_lower double precision,
  range_upper double precision,                    -- null where nothing bounds it
  p double precision,
  basis text not null check (basis in ('declared', 'learnt', 'stock')),
  compared_at timestamptz not null,
  primary key (agreement, clause, stage, period, looked_at)
);

create view reconciliation.stage_check_v1 as
  select c.*, a.parties, a.terms ->> 'committee' as committee from reconciliation.stage_check c
  join reconciliation.agreement a on a.id = c.agreement;
