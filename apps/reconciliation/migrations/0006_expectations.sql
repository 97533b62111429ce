-- What was learnt of ratios between the two sides' figures, in numbered versions. A version is never changed: each comparison says
-- which one it used.
create table reconciliation.expectation (
  version integer primary key,
  contract text not null,
  learnt_at timestamptz not null,
  pairs integer not null,                  -- comparisons of the past that it was learnt from
  series integer not null,                 -- frequencies and breakdowns that have a model
  left_out integer not null,               -- those beyond the bound of one round of learning, or that say too little
  nominal double precision not null,       -- the share of untouched figures that may raise an alarm
  alarm double precision not null,         -- the p-value at or below which a figure is suspect
  uncorrected double precision,            -- the share at p <= nominal
  achieved double precision,               -- the share that later periods raised by the alarm of those before them; null: too short a history
  history integer not null                 -- untouched figures that the alarm was set by
);
create index expectation_newest on reconciliation.expectation (contract, version desc);

-- A model of each series for the periods up to `until`, learnt from those before it alone; empty: for periods after all of them.
create table reconciliation.expectation_model (
  version integer not null references reconciliation.expectation (version),
  frequency text not null,
  breakdown text collate "C" not null,
  until text collate "C" not null,
  record jsonb not null,
  primary key (version, frequency, breakdown, until)
);
