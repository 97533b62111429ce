-- The review of what was compared: cases, reports that are signed, and every move of both, in order, with what was signed.

create table reconciliation.review_case (
  id text collate "C" primary key,
  agreement text collate "C" not null references reconciliation.agreement (id),
  contract text collate "C" not null,
  period text collate "C" not null,
  status text not null,
  version integer not null,
  opened_at timestamptz not null,
  term_until timestamptz not null,
  due_at timestamptz,                 -- when the clock alone changes it; null where it does not
  state jsonb not null                -- what its events come to
);
create index review_case_of_round on reconciliation.review_case (agreement, period, contract);
create index review_case_due on reconciliation.review_case (due_at) where due_at is not null;

create table reconciliation.review_case_event (
  id text collate "C" not null references reconciliation.review_case (id) on delete cascade,
  number integer not null,
  fact text not null,
  by text,                            -- null: the hub
  at timestamptz not null,
  office text,                        -- an office's own comment; null where both sides read it
  detail jsonb not null,
  bytes bytea,                        -- the signed act
  signature text,
  key jsonb,                          -- of the signatory, as the register knew it
  primary key (id, number)
);

create table reconciliation.review_report (
  agreement text collate "C" not null references reconciliation.agreement (id),
  period text collate "C" not null,
  version integer not null,
  contract text collate "C" not null,
  status text not null,
  due_at timestamptz,
  state jsonb not null,
  source bytea not null,              -- the hub's report, as it was sealed
  reviewed text,                      -- what there is to sign; null while figures are open
  position bigint unique,             -- of the first of the sealed statements of the signed report
  signed bytea,                       -- the signed report
  deleted_under text,                 -- in words; null while it is there
  primary key (agreement, period, version)
);
create index review_report_due on reconciliation.review_report (due_at) where due_at is not null;

create table reconciliation.review_report_event (
  agreement text collate "C" not null,
  period text collate "C" not null,
  version integer not null,
  number integer not null,
  fact text not null,
  by text,
  at timestamptz not null,
  detail jsonb not null,
  bytes bytea,
  signature text,
  key jsonb,
  primary key (agreement, period, version, number),
  foreign key (agreement, period, version) references reconciliation.review_report on delete cascade
);

-- Who may read a review: the parties, their committee, and whom the agreement names besides.
create view reconciliation.case_v1 as
  select c.id, c.agreement, c.contract, c.period, c.status, c.version, c.opened_at, c.term_until, c.state - 'comments' - 'proposers' as state,
    a.parties, a.terms ->> 'committee' as committee, reader.ids as readers
  from reconciliation.review_case c
  join reconciliation.agreement a on a.id = c.agreement
  cross join lateral (select array(select jsonb_array_elements_text(clause -> 'reportTo')
    from jsonb_array_elements(a.terms -> 'enforced') clause where clause ->> 'kind' = 'reconcile' and clause ->> 'contract' = c.contract) as ids) reader;

create view reconciliation.case_event_v1 as
  select e.id, e.number, e.fact, e.by, e.at, e.office,
    e.detail - 'person' - 'office' - 'opening' #- '{revised,origin,stated}' #- '{revised,destination,stated}' as detail, e.bytes, e.signature
  from reconciliation.review_case_event e;

create view reconciliation.review_report_v1 as
  select r.agreement, r.contract, r.period, r.version, r.status, r.state, r.reviewed, r.signed, r.deleted_under, o.signature as sealed_by,
    a.parties, a.terms ->> 'committee' as committee, reader.ids as readers
  from reconciliation.review_report r
  join reconciliation.agreement a on a.id = r.agreement
  left join reconciliation.outbox o on o.position = r.position
  cross join lateral (select array(select jsonb_array_elements_text(clause -> 'reportTo')
    from jsonb_array_elements(a.terms -> 'enforced') clause where clause ->> 'kind' = 'reconcile' and clause ->> 'contract' = r.contract) as ids) reader;

create view reconciliation.review_report_event_v1 as
  select e.agreement, e.period, e.version, e.number, e.fact, e.by, e.at, e.detail - 'person' as detail, e.bytes, e.signature
  from reconciliation.review_report_event e;
