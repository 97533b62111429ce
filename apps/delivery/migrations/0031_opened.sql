-- Periods of which the parties of an agreement have committed to their figures, from the facts of reconciliation.
create table delivery.opened (
  agreement text collate "C" not null,
  contract text collate "C" not null,
  period text collate "C" not null,
  opened_at timestamptz not null,                  -- when delivery heard of it
  primary key (agreement, contract, period)
);
