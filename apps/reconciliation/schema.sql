-- What the migrations of reconciliation come to, read from pg_catalog by deploy/local/schema.mjs.
-- Change it by a new migration, never here.

create table reconciliation.agreement (
  id text not null,
  terms jsonb not null,
  parties text[] not null,
  standing jsonb not null,
  constraint agreement_pkey PRIMARY KEY (id)
);

create table reconciliation.behind (
  agreement text not null,
  behind jsonb not null,
  constraint behind_pkey PRIMARY KEY (agreement),
  constraint behind_agreement_fkey FOREIGN KEY (agreement) REFERENCES reconciliation.agreement(id)
);

create table reconciliation.breakdown (
  id integer not null,
  breakdown text not null,
  constraint breakdown_pkey PRIMARY KEY (id),
  constraint breakdown_breakdown_key UNIQUE (breakdown)
);

create table reconciliation.code_extension (
  "position" bigint not null,
  extension jsonb not null,
  added_at timestamp with time zone not null,
  constraint code_extension_pkey PRIMARY KEY ("position")
);

create table reconciliation.commitment (
  agreement text not null,
  contract text not null,
  party text not null,
  period text not null,
  at timestamp with time zone not null,
  "position" bigint not null,
  journalled boolean not null default false,
  constraint commitment_pkey PRIMARY KEY (agreement, contract, party, period, "position"),
  constraint commitment_agreement_fkey FOREIGN KEY (agreement) REFERENCES reconciliation.agreement(id)
);

create table reconciliation.counter (
  single boolean not null default true,
  "position" bigint not null,
  constraint counter_pkey PRIMARY KEY (single),
  constraint counter_single_check CHECK (single)
);

create table reconciliation.cursor (
  source text not null,
  "position" bigint not null,
  stream_created timestamp with time zone not null,
  stream_seq bigint not null,
  constraint cursor_pkey PRIMARY KEY (source)
);

create table reconciliation.dataset (
  "position" bigint not null,
  participant text not null,
  kept boolean not null,
  definition jsonb,
  classifications jsonb,
  constraint dataset_pkey PRIMARY KEY ("position")
);

create table reconciliation.due (
  agreement text not null,
  clause text not null,
  contract text not null,
  party text not null,
  period text not null,
  due_at timestamp with time zone not null,
  state text not null,
  reported_at timestamp with time zone,
  one_sided boolean not null,
  changed_at timestamp with time zone not null,
  constraint due_pkey PRIMARY KEY (agreement, clause, party, period),
  constraint due_agreement_fkey FOREIGN KEY (agreement) REFERENCES reconciliation.agreement(id),
  constraint due_state_check CHECK ((state = ANY (ARRAY['due'::text, 'due-soon'::text, 'on-time'::text, 'late'::text, 'missing'::text])))
);

create table reconciliation.expectation (
  version integer not null,
  contract text not null,
  learnt_at timestamp with time zone not null,
  pairs integer not null,
  series integer not null,
  left_out integer not null,
  nominal double precision not null,
  alarm double precision not null,
  uncorrected double precision,
  achieved double precision,
  history integer not null,
  constraint expectation_pkey PRIMARY KEY (version)
);

create table reconciliation.expectation_model (
  version integer not null,
  frequency text not null,
  breakdown text not null,
  until text not null,
  record jsonb not null,
  constraint expectation_model_pkey PRIMARY KEY (version, frequency, breakdown, until),
  constraint expectation_model_version_fkey FOREIGN KEY (version) REFERENCES reconciliation.expectation(version)
);

create table reconciliation.flow_on_grid (
  agreement text not null,
  contract text not null,
  origin text not null,
  destination text not null,
  period text not null,
  constraint flow_on_grid_pkey PRIMARY KEY (agreement, period, origin, destination, contract),
  constraint flow_on_grid_agreement_fkey FOREIGN KEY (agreement) REFERENCES reconciliation.agreement(id)
);

create table reconciliation.full_round (
  number integer not null,
  asked_by text not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  rounds integer,
  pairs bigint,
  flagged bigint,
  tested bigint,
  differing integer,
  refresh_ms integer,
  failed text,
  constraint full_round_pkey PRIMARY KEY (number)
);

create table reconciliation.migration (
  name text not null,
  digest text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (name)
);

create table reconciliation.office_dataset (
  "position" bigint not null,
  participant text not null,
  contract text not null,
  definition jsonb not null,
  classifications jsonb not null,
  constraint office_dataset_pkey PRIMARY KEY ("position")
);

create table reconciliation.office_pair (
  participant text not null,
  contract text not null,
  period text not null,
  cell text not null,
  office text not null,
  other text not null,
  other_is_released boolean not null,
  office_says bigint,
  other_says bigint,
  office_lower double precision,
  office_upper double precision,
  other_lower double precision,
  other_upper double precision,
  difference bigint,
  outcome text not null,
  gaps jsonb not null,
  office_position bigint not null,
  other_position bigint not null,
  compared_at timestamp with time zone not null,
  constraint office_pair_pkey PRIMARY KEY (participant, contract, period, cell, office, other),
  constraint office_pair_outcome_check CHECK ((outcome = ANY (ARRAY['agrees'::text, 'differs'::text, 'counted-differently'::text, 'not-comparable'::text, 'one-sided'::text])))
);

create table reconciliation.office_statement (
  participant text not null,
  contract text not null,
  period text not null,
  cell text not null,
  office text not null,
  "position" bigint not null,
  is_released boolean not null,
  value bigint,
  value_status text not null,
  lower bigint,
  upper bigint,
  standard_error double precision,
  constraint office_statement_pkey PRIMARY KEY (participant, contract, period, cell, office)
) with (fillfactor=50);

create table reconciliation.opened (
  agreement text not null,
  contract text not null,
  period text not null,
  opened_by text not null,
  opened_at timestamp with time zone not null,
  constraint opened_pkey PRIMARY KEY (agreement, contract, period),
  constraint opened_agreement_fkey FOREIGN KEY (agreement) REFERENCES reconciliation.agreement(id),
  constraint opened_opened_by_check CHECK ((opened_by = ANY (ARRAY['all-committed'::text, 'due-date'::text])))
);

create table reconciliation.outbox (
  "position" bigint not null,
  subject text not null,
  typ text,
  body bytea not null,
  previous_fact bigint,
  signature text,
  stream_created timestamp with time zone,
  stream_seq bigint,
  relayed_at timestamp with time zone,
  acknowledged_at timestamp with time zone,
  first_position bigint,
  lengths integer[],
  withdrawn_at timestamp with time zone,
  taken_out_at timestamp with time zone,
  was_fetched boolean,
  sent_again integer not null default 0,
  failures integer not null default 0,
  failure text,
  dead_at timestamp with time zone,
  taken_elsewhere boolean not null default false,
  constraint outbox_pkey PRIMARY KEY ("position")
);

create table reconciliation.pair (
  agreement text not null,
  contract text not null,
  origin text not null,
  destination text not null,
  period text not null,
  breakdown text not null,
  origin_says bigint,
  destination_says bigint,
  origin_lower double precision,
  origin_upper double precision,
  destination_lower double precision,
  destination_upper double precision,
  origin_harmonised double precision,
  destination_harmonised double precision,
  rule text,
  difference bigint,
  asymmetry_percent double precision,
  outcome text not null,
  eligibility text,
  gaps jsonb,
  finding text,
  reason text,
  untested text,
  unlocked_by text,
  expectation integer,
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
  weight double precision not null,
  teaches boolean not null,
  investigated boolean not null default false,
  causes jsonb,
  origin_status text,
  destination_status text,
  origin_parts text,
  destination_parts text,
  origin_position bigint,
  destination_position bigint,
  compared_at timestamp with time zone not null,
  balanced double precision,
  balanced_lower double precision,
  balanced_upper double precision,
  constraint pair_pkey PRIMARY KEY (agreement, period, origin, destination, contract, breakdown),
  constraint pair_agreement_fkey FOREIGN KEY (agreement) REFERENCES reconciliation.agreement(id),
  constraint pair_eligibility_check CHECK ((eligibility = ANY (ARRAY['comparable'::text, 'adjustable'::text, 'not-comparable'::text]))),
  constraint pair_finding_check CHECK ((finding = ANY (ARRAY['agrees-within-intervals'::text, 'as-expected'::text, 'suspect'::text, 'no-expectation'::text]))),
  constraint pair_outcome_check CHECK ((outcome = ANY (ARRAY['within'::text, 'outside'::text, 'not-comparable'::text, 'one-sided'::text])))
) with (fillfactor=50);

create table reconciliation.releasing_office (
  participant text not null,
  contract text not null,
  office text not null,
  named_at timestamp with time zone not null,
  constraint releasing_office_pkey PRIMARY KEY (participant, contract)
);

create table reconciliation.report (
  agreement text not null,
  version integer not null,
  "position" bigint not null,
  made_at timestamp with time zone not null,
  rows integer not null,
  outside integer not null,
  bytes bytea not null,
  deleted_under text,
  contract text not null,
  period text not null,
  cells integer not null,
  matters integer not null,
  constraint report_pkey PRIMARY KEY (agreement, period, version),
  constraint report_position_key UNIQUE ("position"),
  constraint report_agreement_fkey FOREIGN KEY (agreement) REFERENCES reconciliation.agreement(id)
);

create table reconciliation.report_due (
  agreement text not null,
  contract text not null,
  period text not null,
  since timestamp with time zone not null,
  constraint report_due_pkey PRIMARY KEY (agreement, contract, period),
  constraint report_due_agreement_fkey FOREIGN KEY (agreement) REFERENCES reconciliation.agreement(id)
);

create table reconciliation.reported (
  agreement text not null,
  clause text not null,
  party text not null,
  period text not null,
  at timestamp with time zone not null,
  constraint reported_pkey PRIMARY KEY (agreement, clause, party, period),
  constraint reported_agreement_fkey FOREIGN KEY (agreement) REFERENCES reconciliation.agreement(id)
);

create table reconciliation.review_case (
  id text not null,
  agreement text not null,
  contract text not null,
  period text not null,
  status text not null,
  version integer not null,
  opened_at timestamp with time zone not null,
  term_until timestamp with time zone not null,
  due_at timestamp with time zone,
  state jsonb not null,
  constraint review_case_pkey PRIMARY KEY (id),
  constraint review_case_agreement_fkey FOREIGN KEY (agreement) REFERENCES reconciliation.agreement(id)
);

create table reconciliation.review_case_event (
  id text not null,
  number integer not null,
  fact text not null,
  by text,
  at timestamp with time zone not null,
  office text,
  detail jsonb not null,
  bytes bytea,
  signature text,
  key jsonb,
  constraint review_case_event_pkey PRIMARY KEY (id, number),
  constraint review_case_event_id_fkey FOREIGN KEY (id) REFERENCES reconciliation.review_case(id) ON DELETE CASCADE
);

create table reconciliation.review_report (
  agreement text not null,
  period text not null,
  version integer not null,
  contract text not null,
  status text not null,
  due_at timestamp with time zone,
  state jsonb not null,
  source bytea not null,
  reviewed text,
  "position" bigint,
  signed bytea,
  deleted_under text,
  constraint review_report_pkey PRIMARY KEY (agreement, period, version),
  constraint review_report_position_key UNIQUE ("position"),
  constraint review_report_agreement_fkey FOREIGN KEY (agreement) REFERENCES reconciliation.agreement(id)
);

create table reconciliation.review_report_event (
  agreement text not null,
  period text not null,
  version integer not null,
  number integer not null,
  fact text not null,
  by text,
  at timestamp with time zone not null,
  detail jsonb not null,
  bytes bytea,
  signature text,
  key jsonb,
  constraint review_report_event_pkey PRIMARY KEY (agreement, period, version, number),
  constraint review_report_event_agreement_period_version_fkey FOREIGN KEY (agreement, period, version) REFERENCES reconciliation.review_report(agreement, period, version) ON DELETE CASCADE
);

create table reconciliation.round_file (
  agreement text not null,
  contract text not null,
  period text not null,
  upto bigint not null,
  statements bigint not null,
  granted text not null,
  file text not null,
  storage_key text not null,
  wrapped_key bytea not null,
  bytes bigint not null,
  meeting jsonb not null,
  made_at timestamp with time zone not null,
  judged text not null,
  constraint round_file_pkey PRIMARY KEY (agreement, contract, period),
  constraint round_file_file_key UNIQUE (file),
  constraint round_file_agreement_fkey FOREIGN KEY (agreement) REFERENCES reconciliation.agreement(id)
);

create table reconciliation.said_under (
  "position" bigint not null,
  agreement text not null,
  constraint said_under_pkey PRIMARY KEY ("position")
);

create table reconciliation.stage_check (
  agreement text not null,
  clause text not null,
  stage text not null,
  after text not null,
  period text not null,
  looked_at text not null,
  outcome text not null,
  why text,
  said_lower double precision,
  said_upper double precision,
  range_lower double precision,
  range_upper double precision,
  p double precision,
  basis text not null,
  compared_at timestamp with time zone not null,
  constraint stage_check_pkey PRIMARY KEY (agreement, clause, stage, period, looked_at),
  constraint stage_check_agreement_fkey FOREIGN KEY (agreement) REFERENCES reconciliation.agreement(id),
  constraint stage_check_basis_check CHECK ((basis = ANY (ARRAY['declared'::text, 'learnt'::text, 'stock'::text]))),
  constraint stage_check_looked_at_check CHECK ((looked_at = ANY (ARRAY['period'::text, 'year'::text, 'stock'::text]))),
  constraint stage_check_outcome_check CHECK ((outcome = ANY (ARRAY['in-range'::text, 'above'::text, 'below'::text, 'no-expectation'::text])))
);

create table reconciliation.stage_figure (
  agreement text not null,
  clause text not null,
  stage text not null,
  period text not null,
  lower bigint,
  upper bigint,
  "position" bigint not null,
  constraint stage_figure_pkey PRIMARY KEY (agreement, clause, stage, period),
  constraint stage_figure_agreement_fkey FOREIGN KEY (agreement) REFERENCES reconciliation.agreement(id)
);

create table reconciliation.statement (
  contract text not null,
  direction text not null,
  origin text not null,
  destination text not null,
  period text not null,
  reporter text not null,
  value bigint,
  value_status text not null,
  conf_status text not null,
  "position" bigint not null,
  breakdown text not null,
  lower bigint,
  upper bigint,
  standard_error double precision,
  obs_status text not null,
  embargo timestamp with time zone,
  constraint statement_pkey PRIMARY KEY (origin, destination, period, contract, breakdown, direction),
  constraint statement_direction_check CHECK ((direction = ANY (ARRAY['outflow'::text, 'inflow'::text])))
) with (fillfactor=50);

create table reconciliation.told (
  origin text not null,
  destination text not null,
  period text not null,
  contract text not null,
  breakdown text not null,
  direction text not null,
  recipient text not null,
  "position" bigint not null,
  release bigint not null,
  reporter text not null,
  value bigint,
  value_status text not null,
  lower bigint,
  upper bigint,
  standard_error double precision,
  obs_status text not null,
  conf_status text not null,
  constraint told_pkey PRIMARY KEY (origin, destination, period, contract, breakdown, direction, recipient),
  constraint told_direction_check CHECK ((direction = ANY (ARRAY['outflow'::text, 'inflow'::text])))
);

CREATE INDEX agreement_of_party ON reconciliation.agreement USING gin (parties);

CREATE INDEX commitment_not_journalled ON reconciliation.commitment USING btree (agreement) WHERE (NOT journalled);

CREATE INDEX dataset_not_kept ON reconciliation.dataset USING btree (participant, "position") WHERE (NOT kept);

CREATE INDEX expectation_newest ON reconciliation.expectation USING btree (contract, version DESC);

CREATE INDEX office_statement_of_dataset ON reconciliation.office_statement USING btree ("position");

CREATE INDEX outbox_dead ON reconciliation.outbox USING btree ("position") WHERE (dead_at IS NOT NULL);

CREATE INDEX outbox_facts ON reconciliation.outbox USING btree ("position") WHERE (typ IS NULL);

CREATE INDEX outbox_open ON reconciliation.outbox USING btree (subject, stream_seq) WHERE ((typ IS NOT NULL) AND (relayed_at IS NOT NULL) AND (acknowledged_at IS NULL));

CREATE INDEX outbox_pending ON reconciliation.outbox USING btree ("position") WHERE ((relayed_at IS NULL) AND (withdrawn_at IS NULL) AND (dead_at IS NULL));

CREATE INDEX outbox_to_take_out ON reconciliation.outbox USING btree ("position") WHERE (((withdrawn_at IS NOT NULL) OR taken_elsewhere) AND (taken_out_at IS NULL));

CREATE INDEX outbox_unacknowledged ON reconciliation.outbox USING btree ("position") WHERE ((typ IS NOT NULL) AND (acknowledged_at IS NULL) AND (withdrawn_at IS NULL));

CREATE INDEX review_case_due ON reconciliation.review_case USING btree (due_at) WHERE (due_at IS NOT NULL);

CREATE INDEX review_case_of_round ON reconciliation.review_case USING btree (agreement, period, contract);

CREATE INDEX review_report_due ON reconciliation.review_report USING btree (due_at) WHERE (due_at IS NOT NULL);

CREATE INDEX said_under_agreement ON reconciliation.said_under USING btree (agreement);

CREATE INDEX stage_figure_of_dataset ON reconciliation.stage_figure USING btree ("position");

CREATE INDEX statement_under_embargo ON reconciliation.statement USING btree (embargo) WHERE (embargo IS NOT NULL);

CREATE INDEX told_of_dataset ON reconciliation.told USING btree ("position");

create view reconciliation.case_event_v1 as
 SELECT id,
    number,
    fact,
    by,
    at,
    office,
    ((detail - 'person'::text - 'office'::text - 'opening'::text) #- '{revised,origin,stated}'::text[]) #- '{revised,destination,stated}'::text[] AS detail,
    bytes,
    signature
   FROM reconciliation.review_case_event e;

create view reconciliation.case_v1 as
 SELECT c.id,
    c.agreement,
    c.contract,
    c.period,
    c.status,
    c.version,
    c.opened_at,
    c.term_until,
    c.state - 'comments'::text - 'proposers'::text AS state,
    a.parties,
    a.terms ->> 'committee'::text AS committee,
    reader.ids AS readers
   FROM reconciliation.review_case c
     JOIN reconciliation.agreement a ON a.id = c.agreement
     CROSS JOIN LATERAL ( SELECT ARRAY( SELECT jsonb_array_elements_text(clause.value -> 'reportTo'::text) AS jsonb_array_elements_text
                   FROM jsonb_array_elements(a.terms -> 'enforced'::text) clause(value)
                  WHERE (clause.value ->> 'kind'::text) = 'reconcile'::text AND (clause.value ->> 'contract'::text) = c.contract) AS ids) reader;

create view reconciliation.code_extension_v1 as
 SELECT "position",
    extension,
    added_at
   FROM reconciliation.code_extension;

create view reconciliation.due_v1 as
 SELECT d.agreement,
    d.clause,
    d.contract,
    d.party,
    d.period,
    d.due_at,
    d.state,
    d.reported_at,
    d.one_sided,
    d.changed_at,
    a.parties,
    a.terms ->> 'committee'::text AS committee,
    (EXISTS ( SELECT
           FROM reconciliation.behind b
          WHERE b.agreement = d.agreement AND b.behind @> jsonb_build_array(jsonb_build_object('party', d.party)))) AND d.state = 'missing'::text AS behind
   FROM reconciliation.due d
     JOIN reconciliation.agreement a ON a.id = d.agreement;

create view reconciliation.full_round_v1 as
 SELECT number,
    asked_by,
    started_at,
    ended_at,
    rounds,
    pairs,
    flagged,
    tested,
    differing,
    refresh_ms,
    failed
   FROM reconciliation.full_round;

create view reconciliation.office_pair_v1 as
 SELECT participant,
    contract,
    period,
    cell,
    office,
    other,
    other_is_released,
    office_says,
    other_says,
    office_lower,
    office_upper,
    other_lower,
    other_upper,
    difference,
    outcome,
    gaps,
    office_position,
    other_position,
    compared_at
   FROM reconciliation.office_pair;

create view reconciliation.pair_v1 as
 SELECT p.agreement,
    p.contract,
    p.origin,
    p.destination,
    p.period,
    p.breakdown,
    p.origin_says,
    p.destination_says,
    p.origin_lower,
    p.origin_upper,
    p.destination_lower,
    p.destination_upper,
    p.origin_harmonised,
    p.destination_harmonised,
    p.rule,
    p.difference,
    p.asymmetry_percent,
    p.outcome,
    p.eligibility,
    p.gaps,
    p.finding,
    p.reason,
    p.untested,
    p.unlocked_by,
    p.expectation,
    p.log_ratio,
    p.variance,
    p.basis,
    p.periods,
    p.tested_by,
    p.p,
    p.z,
    p.suspicion,
    p.gap,
    p.matters,
    p.weight,
    p.teaches,
    p.investigated,
    p.causes,
    p.origin_status,
    p.destination_status,
    p.origin_parts,
    p.destination_parts,
    p.origin_position,
    p.destination_position,
    p.compared_at,
    p.balanced,
    p.balanced_lower,
    p.balanced_upper,
    o.definition AS origin_definition,
    d.definition AS destination_definition,
    a.parties,
    a.terms ->> 'committee'::text AS committee
   FROM reconciliation.pair p
     JOIN reconciliation.agreement a ON a.id = p.agreement
     LEFT JOIN reconciliation.dataset o ON o."position" = p.origin_position
     LEFT JOIN reconciliation.dataset d ON d."position" = p.destination_position;

create view reconciliation.report_v1 as
 SELECT r.agreement,
    r.contract,
    r.period,
    r.version,
    r.made_at,
    r.cells,
    r.rows,
    r.outside,
    r.matters,
    r.bytes,
    o.signature,
    a.parties,
    a.terms ->> 'committee'::text AS committee,
    r.deleted_under
   FROM reconciliation.report r
     JOIN reconciliation.agreement a ON a.id = r.agreement
     JOIN reconciliation.outbox o ON o."position" = r."position";

create view reconciliation.review_report_event_v1 as
 SELECT agreement,
    period,
    version,
    number,
    fact,
    by,
    at,
    detail - 'person'::text AS detail,
    bytes,
    signature
   FROM reconciliation.review_report_event e;

create view reconciliation.review_report_v1 as
 SELECT r.agreement,
    r.contract,
    r.period,
    r.version,
    r.status,
    r.state,
    r.reviewed,
    r.signed,
    r.deleted_under,
    o.signature AS sealed_by,
    a.parties,
    a.terms ->> 'committee'::text AS committee,
    reader.ids AS readers
   FROM reconciliation.review_report r
     JOIN reconciliation.agreement a ON a.id = r.agreement
     LEFT JOIN reconciliation.outbox o ON o."position" = r."position"
     CROSS JOIN LATERAL ( SELECT ARRAY( SELECT jsonb_array_elements_text(clause.value -> 'reportTo'::text) AS jsonb_array_elements_text
                   FROM jsonb_array_elements(a.terms -> 'enforced'::text) clause(value)
                  WHERE (clause.value ->> 'kind'::text) = 'reconcile'::text AND (clause.value ->> 'contract'::text) = r.contract) AS ids) reader;

create view reconciliation.stage_check_v1 as
 SELECT c.agreement,
    c.clause,
    c.stage,
    c.after,
    c.period,
    c.looked_at,
    c.outcome,
    c.why,
    c.said_lower,
    c.said_upper,
    c.range_lower,
    c.range_upper,
    c.p,
    c.basis,
    c.compared_at,
    a.parties,
    a.terms ->> 'committee'::text AS committee
   FROM reconciliation.stage_check c
     JOIN reconciliation.agreement a ON a.id = c.agreement;

grant delete, insert, select, update on reconciliation.agreement to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.behind to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.breakdown to corridor_reconciliation;
grant select on reconciliation.case_event_v1 to corridor_console;
grant delete, insert, select, update on reconciliation.case_event_v1 to corridor_reconciliation;
grant select on reconciliation.case_v1 to corridor_console;
grant delete, insert, select, update on reconciliation.case_v1 to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.code_extension to corridor_reconciliation;
grant select on reconciliation.code_extension_v1 to corridor_console;
grant delete, insert, select, update on reconciliation.code_extension_v1 to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.commitment to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.counter to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.cursor to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.dataset to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.due to corridor_reconciliation;
grant select on reconciliation.due_v1 to corridor_console;
grant delete, insert, select, update on reconciliation.due_v1 to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.expectation to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.expectation_model to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.flow_on_grid to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.full_round to corridor_reconciliation;
grant select on reconciliation.full_round_v1 to corridor_console;
grant delete, insert, select, update on reconciliation.full_round_v1 to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.migration to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.office_dataset to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.office_pair to corridor_reconciliation;
grant select on reconciliation.office_pair_v1 to corridor_console;
grant delete, insert, select, update on reconciliation.office_pair_v1 to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.office_statement to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.opened to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.outbox to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.pair to corridor_reconciliation;
grant select on reconciliation.pair_v1 to corridor_console;
grant delete, insert, select, update on reconciliation.pair_v1 to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.releasing_office to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.report to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.report_due to corridor_reconciliation;
grant select on reconciliation.report_v1 to corridor_console;
grant delete, insert, select, update on reconciliation.report_v1 to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.reported to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.review_case to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.review_case_event to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.review_report to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.review_report_event to corridor_reconciliation;
grant select on reconciliation.review_report_event_v1 to corridor_console;
grant delete, insert, select, update on reconciliation.review_report_event_v1 to corridor_reconciliation;
grant select on reconciliation.review_report_v1 to corridor_console;
grant delete, insert, select, update on reconciliation.review_report_v1 to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.round_file to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.said_under to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.stage_check to corridor_reconciliation;
grant select on reconciliation.stage_check_v1 to corridor_console;
grant delete, insert, select, update on reconciliation.stage_check_v1 to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.stage_figure to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.statement to corridor_reconciliation;
grant delete, insert, select, update on reconciliation.told to corridor_reconciliation;
