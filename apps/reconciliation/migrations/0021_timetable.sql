-- Reports that parties owe under timetable clauses, what came of them, and who is behind by them.
create table reconciliation.reported (
  agreement text collate "C" not null references reconciliation.agreement (id),
  clause text collate "C" not null,
  party text collate "C" not null,
  period text collate "C" not null,
  at timestamptz not null,                         -- when the first report was recorded: it stays when its figures are deleted
  primary key (agreement, clause, party, period)
);

create table reconciliation.due (
  agreement text collate "C" not null references reconciliation.agreement (id),
  clause text collate "C" not null,
  contract text not null,
  party text collate "C" not null,
  period text collate "C" not null,
  due_at timestamptz not null,                     -- the first instant at which it is late
  state text not null check (state in ('due', 'on-time', 'late', 'missing')),
  reported_at timestamptz,
  one_sided boolean not null,
  changed_at timestamptz not null,                 -- when state or one_sided changed last
  primary key (agreement, clause, party, period)
);

-- Who does not give what a clause of reciprocity counts on, as it was told last.
create table reconciliation.behind (
  agreement text collate "C" primary key references reconciliation.agreement (id),
  behind jsonb not null                            -- [{agreement, clause, party}]
);

create view reconciliation.due_v1 as
  select d.*, a.parties, a.terms ->> 'committee' as committee,
    exists (select from reconciliation.behind b where b.agreement = d.agreement
      and b.behind @> jsonb_build_array(jsonb_build_object('party', d.party))) and d.state = 'missing' as behind
  from reconciliation.due d join reconciliation.agreement a on a.id = d.agreement;
