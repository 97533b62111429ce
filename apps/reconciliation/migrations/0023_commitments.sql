-- Where the parties of an agreement commit before they compare: who was bound when, what is open since when, and what came after.
create table reconciliation.commitment (
  agreement text collate "C" not null references reconciliation.agreement (id),
  contract text collate "C" not null,
  party text collate "C" not null,
  period text collate "C" not null,
  at timestamptz not null,                         -- when the message was recorded
  position bigint not null,                        -- of the dataset; its receipt is what binds, and stays
  primary key (agreement, contract, party, period, position)
);

create table reconciliation.opened (
  agreement text collate "C" not null references reconciliation.agreement (id),
  contract text collate "C" not null,
  period text collate "C" not null,
  opened_by text not null check (opened_by in ('all-committed', 'due-date')),
  opened_at timestamptz not null,
  primary key (agreement, contract, period)
);
