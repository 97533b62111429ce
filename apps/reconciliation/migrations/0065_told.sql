-- What the hub has told each recipient of figures that agreements protect: this and nothing else of them enters a comparison. Its
-- definitions stand with the dataset it was made of.
create table reconciliation.told (
  origin text collate "C" not null,
  destination text collate "C" not null,
  period text collate "C" not null,
  contract text collate "C" not null,
  breakdown text collate "C" not null,
  direction text collate "C" not null check (direction in ('outflow', 'inflow')),
  recipient text collate "C" not null,             -- a participant
  position bigint not null,                        -- of the dataset in intake's record
  release bigint not null,                         -- the position of the release in delivery's
  reporter text not null,
  value bigint,                                    -- null where it is hidden
  value_status text not null,
  lower bigint,                                    -- the bounds that it was told with
  upper bigint,
  standard_error double precision,
  obs_status text not null,
  conf_status text not null,
  primary key (origin, destination, period, contract, breakdown, direction, recipient)
);
create index told_of_dataset on reconciliation.told (position);
