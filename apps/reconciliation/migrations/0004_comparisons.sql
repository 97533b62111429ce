--! breaking
-- A cell has every dimension of its contract, and a comparison all that it rests on, by typed columns: what differs, what was
-- expected, what a test said. Keys are compared byte by byte.

-- How a message counts is kept once, not with each of its figures.
alter table reconciliation.dataset add column definition jsonb, add column classifications jsonb;
update reconciliation.dataset d set definition = s.definition, classifications = '{}'
from (select distinct on (position) position, definition from reconciliation.statement order by position) s where s.position = d.position;

drop view reconciliation.pair_v1;

-- Other dimensions than those of the corridor, the side and the period, in the order of the contract's structure, joined by dots.
alter table reconciliation.statement
  add column breakdown text collate "C",
  add column lower bigint,
  add column upper bigint,
  add column standard_error double precision,
  add column obs_status text not null default 'A',
  add column embargo timestamptz;                 -- until then nobody but its sender may see it; null once it is over
update reconciliation.statement set breakdown = concat_ws('.', sex, age, occupation, sector, stay, '_T');
alter table reconciliation.statement drop constraint statement_pkey,
  drop column sex, drop column age, drop column occupation, drop column sector, drop column stay, drop column definition,
  alter column contract type text collate "C", alter column direction type text collate "C",
  alter column origin type text collate "C", alter column destination type text collate "C", alter column period type text collate "C",
  alter column breakdown set not null, alter column obs_status drop default,
  add primary key (origin, destination, period, contract, breakdown, direction);

-- What was compared by the first draft is not judged by these rules: it is compared anew with the next message about it.
drop table reconciliation.pair;
create table reconciliation.pair (
  agreement text collate "C" not null references reconciliation.agreement (id),
  contract text collate "C" not null,
  origin text collate "C" not null,
  destination text collate "C" not null,
  period text collate "C" not null,
  breakdown text collate "C" not null,
  origin_says bigint,                              -- as reported; null where it is hidden, or there is none
  destination_says bigint,
  origin_lower double precision,                   -- null, both, where a side says nothing that bounds its figure
  origin_upper double precision,
  destination_lower double precision,
  destination_upper double precision,
  origin_harmonised double precision,
  destination_harmonised double precision,
  rule text,                                       -- id and version of what harmonised them; null where nothing had to
  difference bigint,
  asymmetry_percent double precision,              -- of the harmonised figures
  outcome text not null check (outcome in ('within', 'outside', 'not-comparable', 'one-sided')),
  eligibility text check (eligibility in ('comparable', 'adjustable', 'not-comparable')),
  gaps jsonb,                                      -- in what the definitions differ; null where in nothing
  finding text check (finding in ('agrees-within-intervals', 'as-expected', 'suspect', 'no-expectation')),
  reason text,                                     -- of the outcome
  untested text,                                   -- why there was no test, and what would unlock it
  unlocked_by text,
  expectation integer,                             -- the version that was used; null where there is none
  log_ratio double precision,
  variance double precision,
  basis text,
  periods integer,
  tested_by text,
  p double precision,
  z double precision,
  suspicion double precision,
  gap double precision,
  matters boolean not null,
  weight double precision not null,                -- suspicion times the root of |gap|: the order within a round
  teaches boolean not null,                        -- expectations may be learnt from it
  investigated boolean not null default false,     -- an open case is about it: nothing is learnt from it
  causes jsonb,                                    -- proposed, of what matters; null where none is
  origin_status text,
  destination_status text,
  origin_parts text,                               -- what a side's figure was added up from; null where it was given as such
  destination_parts text,
  origin_position bigint,
  destination_position bigint,
  compared_at timestamptz not null,
  primary key (agreement, period, origin, destination, contract, breakdown)
);

create view reconciliation.pair_v1 as
  select p.*, o.definition as origin_definition, d.definition as destination_definition, a.parties, a.terms ->> 'committee' as committee
  from reconciliation.pair p
  join reconciliation.agreement a on a.id = p.agreement
  left join reconciliation.dataset o on o.position = p.origin_position
  left join reconciliation.dataset d on d.position = p.destination_position;
