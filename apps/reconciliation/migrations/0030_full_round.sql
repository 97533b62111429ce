-- A full round compares everything anew beside the hot path, from files that hold one side's figures each. The files lie encrypted on
-- disk; their keys lie here, wrapped, so that who deletes a row has deleted its figures, in copies of the disk too.

-- A number for each breakdown, so that cells are joined by numbers.
create table reconciliation.breakdown (
  id integer primary key,
  breakdown text collate "C" not null unique
);

-- The two sides of one agreement, contract and period, as of the newest statement in them.
create table reconciliation.round_file (
  agreement text collate "C" not null references reconciliation.agreement (id),
  contract text collate "C" not null,
  period text collate "C" not null,
  upto bigint not null,                            -- the position of the newest statement
  statements bigint not null,                      -- how many were looked at
  granted text not null,                           -- a digest of the terms by which they may enter the comparison
  file text not null unique,                       -- its name, without what tells the sides apart
  storage_key text not null,
  wrapped_key bytea not null,
  bytes bigint not null,                           -- of both sides, as they lie in memory
  meeting jsonb not null,                          -- parties, corridors, classes and ways of counting, by number
  made_at timestamptz not null,
  primary key (agreement, contract, period)
);

-- Full rounds that were run, and what came of them. No figures.
create table reconciliation.full_round (
  number integer primary key,
  asked_by text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  rounds integer,                                  -- agreements, contracts and periods
  pairs bigint,
  flagged bigint,                                  -- suspect, or somebody must answer
  tested bigint,                                   -- that passed the first sieve
  differing integer,                               -- of them those of which the comparisons said something else
  refresh_ms integer,
  failed text                                      -- why it came to nothing
);

create view reconciliation.full_round_v1 as select * from reconciliation.full_round;
