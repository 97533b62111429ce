-- Offices of one state on the same figure: what each has said last, and how they compare. Of contracts alone for which the state has
-- named the office that releases, and for nobody but that state.
create table reconciliation.releasing_office (
  participant text not null,
  contract text not null,
  office text not null,
  named_at timestamptz not null,
  primary key (participant, contract)
);

-- How the datasets count that statements of offices are from.
create table reconciliation.office_dataset (
  position bigint primary key,
  participant text not null,
  contract text not null,
  definition jsonb not null,
  classifications jsonb not null
);

create table reconciliation.office_statement (
  participant text not null,
  contract text not null,
  period text not null,
  cell text not null,                      -- codes of the contract's dimensions beside reporter and period, in their order, joined by dots
  office text not null,                    -- empty where nobody noted whose key signed
  position bigint not null,                -- of the dataset
  is_released boolean not null,            -- true: it went on as the state's figure
  value bigint,
  value_status text not null,
  lower bigint,
  upper bigint,
  standard_error float8,
  primary key (participant, contract, period, cell, office)
) with (fillfactor = 50);
create index office_statement_of_dataset on reconciliation.office_statement (position);

-- One row for two offices that have both said something about a figure.
create table reconciliation.office_pair (
  participant text not null,
  contract text not null,
  period text not null,
  cell text not null,
  office text not null,
  other text not null,                     -- the one that it is held against: whose figure is the state's, where one is
  other_is_released boolean not null,
  office_says bigint,
  other_says bigint,
  office_lower float8,
  office_upper float8,                     -- infinite where nothing bounds it
  other_lower float8,
  other_upper float8,
  difference bigint,                       -- what the office says less what the other says
  outcome text not null check (outcome in ('agrees', 'differs', 'counted-differently', 'not-comparable', 'one-sided')),
  gaps jsonb not null,
  office_position bigint not null,
  other_position bigint not null,
  compared_at timestamptz not null,
  primary key (participant, contract, period, cell, office, other)
);

create view reconciliation.office_pair_v1 as select * from reconciliation.office_pair;
