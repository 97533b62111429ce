-- What the migrations of intake come to, read from pg_catalog by deploy/local/schema.mjs.
-- Change it by a new migration, never here.

create table intake.approval (
  participant text not null,
  required_since timestamp with time zone not null,
  constraint approval_pkey PRIMARY KEY (participant)
);

create table intake.code_extension (
  "position" bigint not null,
  extension jsonb not null,
  added_at timestamp with time zone not null,
  constraint code_extension_pkey PRIMARY KEY ("position")
);

create table intake.counter (
  single boolean not null default true,
  "position" bigint not null,
  constraint counter_pkey PRIMARY KEY (single),
  constraint counter_single_check CHECK (single)
);

create table intake.cursor (
  source text not null,
  "position" bigint not null,
  stream_created timestamp with time zone not null,
  stream_seq bigint not null,
  constraint cursor_pkey PRIMARY KEY (source)
);

create table intake.dataset (
  "position" bigint not null,
  submission bigint not null,
  participant text not null,
  contract text not null,
  version text not null,
  digest text not null,
  recorded_at timestamp with time zone not null,
  rows integer not null,
  content bytea,
  part integer not null,
  reported_as text,
  office text,
  constraint dataset_pkey PRIMARY KEY ("position"),
  constraint dataset_reported_as_check CHECK ((reported_as = ANY (ARRAY['employers'::text, 'workers'::text, 'migrants'::text, 'recruiters'::text])))
);

create table intake.doubt (
  "position" bigint not null,
  participant text not null,
  kid text not null,
  since timestamp with time zone not null,
  noted_at timestamp with time zone not null,
  cleared_at timestamp with time zone,
  cleared_by text,
  ordered bytea,
  signature text,
  constraint doubt_pkey PRIMARY KEY ("position"),
  constraint doubt_position_fkey FOREIGN KEY ("position") REFERENCES intake.submission("position")
);

create table intake.erasure (
  participant text not null,
  submission text not null,
  "position" bigint not null,
  datasets bigint[] not null,
  under text not null,
  agreement text,
  clause text,
  reference text,
  reason text,
  kid text,
  ordered bytea,
  signature text,
  erased_at timestamp with time zone not null,
  constraint erasure_pkey PRIMARY KEY (participant, submission),
  constraint erasure_position_key UNIQUE ("position")
);

create table intake.internal_dataset (
  "position" bigint not null,
  submission bigint not null,
  part integer not null,
  participant text not null,
  office text,
  contract text not null,
  version text not null,
  digest text not null,
  recorded_at timestamp with time zone not null,
  rows integer not null,
  content bytea,
  constraint internal_dataset_pkey PRIMARY KEY ("position")
);

create table intake.migration (
  name text not null,
  digest text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (name)
);

create table intake.outbox (
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

create table intake.participant_key (
  kid text not null,
  participant text not null,
  jwk jsonb not null,
  valid_from timestamp with time zone not null,
  valid_until timestamp with time zone not null,
  revoked_from timestamp with time zone,
  roles text[] not null,
  kind text not null,
  constraint participant_key_pkey PRIMARY KEY (kid)
);

create table intake.quarantine (
  participant text not null,
  seal_digest text not null,
  digest text not null,
  subject text not null,
  code text not null,
  detail text not null,
  signature text not null,
  bytes bytea not null,
  receipt bytea not null,
  first_seen timestamp with time zone not null,
  last_seen timestamp with time zone not null,
  times integer not null default 1,
  storage_key text not null,
  wrapped_key bytea,
  erased_at timestamp with time zone,
  id text,
  constraint quarantine_pkey PRIMARY KEY (participant, seal_digest)
);

create table intake.rehearsal (
  participant text not null,
  id text not null,
  digest text not null,
  seal_digest text not null,
  statement text not null,
  code text,
  receipt bytea not null,
  received_at timestamp with time zone not null,
  constraint rehearsal_pkey PRIMARY KEY (participant, seal_digest),
  constraint rehearsal_statement_check CHECK ((statement = ANY (ARRAY['accepted'::text, 'refused'::text])))
);

create table intake.rehearsal_cell (
  participant text not null,
  cell bytea not null,
  constraint rehearsal_cell_pkey PRIMARY KEY (participant, cell)
);

create table intake.rehearsal_step (
  participant text not null,
  step text not null,
  constraint rehearsal_step_pkey PRIMARY KEY (participant, step)
);

create table intake.sender (
  participant text not null,
  production boolean not null,
  suspended boolean not null,
  constraint sender_pkey PRIMARY KEY (participant)
);

create table intake.series (
  id integer not null,
  participant text not null,
  contract text not null,
  test boolean not null,
  constraint series_pkey PRIMARY KEY (id),
  constraint series_participant_contract_test_key UNIQUE (participant, contract, test)
);

create table intake.storage_key (
  id text not null,
  first_used timestamp with time zone not null,
  constraint storage_key_pkey PRIMARY KEY (id)
);

create table intake.submission (
  participant text not null,
  id text not null,
  digest text not null,
  "position" bigint not null,
  contract text not null,
  version text not null,
  kid text not null,
  signature text not null,
  bytes bytea not null,
  receipt bytea not null,
  received_at timestamp with time zone not null,
  rows integer not null,
  storage_key text not null,
  wrapped_key bytea,
  erased_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  withdrawn_by text,
  withdrawal bytea,
  constraint submission_pkey PRIMARY KEY (participant, id),
  constraint submission_position_key UNIQUE ("position")
);

create table intake.upload (
  id text not null,
  participant text not null,
  kid text not null,
  signature text not null,
  length integer not null,
  digest text not null,
  content_type text not null,
  received integer not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  handed_over_at timestamp with time zone,
  constraint upload_pkey PRIMARY KEY (id)
);

create table intake.upload_piece (
  upload text not null,
  start integer not null,
  bytes bytea not null,
  constraint upload_piece_pkey PRIMARY KEY (upload, start),
  constraint upload_piece_upload_fkey FOREIGN KEY (upload) REFERENCES intake.upload(id) ON DELETE CASCADE
);

create table intake.vintage (
  series integer not null,
  key uuid not null,
  "position" bigint not null,
  "row" smallint not null,
  period text not null,
  status "char" not null,
  value bigint,
  constraint vintage_pkey PRIMARY KEY (series, key, "position")
);

create table intake.vintage_cursor (
  single boolean not null default true,
  "position" bigint not null,
  moved_at timestamp with time zone not null,
  constraint vintage_cursor_pkey PRIMARY KEY (single),
  constraint vintage_cursor_single_check CHECK (single)
);

create table intake.vintage_end (
  "position" bigint not null,
  end_position bigint not null,
  ended_at timestamp with time zone not null,
  constraint vintage_end_pkey PRIMARY KEY ("position")
);

create table intake.waiting (
  participant text not null,
  id text not null,
  digest text not null,
  kid text not null,
  subject text not null,
  signature text not null,
  bytes bytea not null,
  storage_key text not null,
  wrapped_key bytea,
  received_at timestamp with time zone not null,
  receipt bytea not null,
  received bytea not null,
  state text not null default 'waiting'::text,
  settled_at timestamp with time zone,
  settled_by text,
  constraint waiting_pkey PRIMARY KEY (participant, id),
  constraint waiting_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'approved'::text, 'withdrawn'::text])))
);

CREATE INDEX dataset_of_participant ON intake.dataset USING btree (participant, contract, "position");

CREATE INDEX internal_dataset_of_participant ON intake.internal_dataset USING btree (participant, contract, "position");

CREATE INDEX outbox_dead ON intake.outbox USING btree ("position") WHERE (dead_at IS NOT NULL);

CREATE INDEX outbox_facts ON intake.outbox USING btree ("position") WHERE (typ IS NULL);

CREATE INDEX outbox_open ON intake.outbox USING btree (subject, stream_seq) WHERE ((typ IS NOT NULL) AND (relayed_at IS NOT NULL) AND (acknowledged_at IS NULL));

CREATE INDEX outbox_pending ON intake.outbox USING btree ("position") WHERE ((relayed_at IS NULL) AND (withdrawn_at IS NULL) AND (dead_at IS NULL));

CREATE INDEX outbox_to_take_out ON intake.outbox USING btree ("position") WHERE (((withdrawn_at IS NOT NULL) OR taken_elsewhere) AND (taken_out_at IS NULL));

CREATE INDEX outbox_unacknowledged ON intake.outbox USING btree ("position") WHERE ((typ IS NOT NULL) AND (acknowledged_at IS NULL) AND (withdrawn_at IS NULL));

CREATE INDEX quarantine_of_id ON intake.quarantine USING btree (participant, id);

CREATE INDEX rehearsal_of_id ON intake.rehearsal USING btree (participant, id);

CREATE INDEX submission_of_key ON intake.submission USING btree (kid, received_at);

CREATE INDEX upload_expiry ON intake.upload USING btree (expires_at);

CREATE INDEX upload_of_participant ON intake.upload USING btree (participant);

CREATE INDEX vintage_of_position ON intake.vintage USING brin ("position") WITH (autosummarize='on');

create view intake.code_extension_v1 as
 SELECT "position",
    extension,
    added_at
   FROM intake.code_extension;

create view intake.dataset_v1 as
 SELECT d."position",
    d.submission,
    d.part,
    d.participant,
    d.contract,
    d.version,
    d.digest,
    d.recorded_at,
    d.rows,
    s.storage_key,
    s.wrapped_key,
    d.content,
        CASE
            WHEN d.content IS NULL THEN s.bytes
            ELSE NULL::bytea
        END AS bytes,
    s.withdrawn_at IS NOT NULL AS withdrawn,
    d.reported_as,
    d.office
   FROM intake.dataset d
     JOIN intake.submission s ON s."position" = d.submission;

create view intake.doubt_v1 as
 SELECT d."position",
    d.participant,
    s.id,
    s.digest,
    d.kid,
    d.since,
    s.received_at,
    d.noted_at,
    d.cleared_at,
    d.cleared_by
   FROM intake.doubt d
     JOIN intake.submission s ON s."position" = d."position";

create view intake.doubtful_dataset_v1 as
 SELECT d."position"
   FROM ( SELECT dataset."position",
            dataset.submission
           FROM intake.dataset
        UNION ALL
         SELECT internal_dataset."position",
            internal_dataset.submission
           FROM intake.internal_dataset) d
     JOIN intake.doubt t ON t."position" = d.submission
  WHERE t.cleared_at IS NULL;

create view intake.erasure_v1 as
 SELECT e.participant,
    e.submission,
    e."position",
    e.datasets,
    e.under,
    e.agreement,
    e.clause,
    e.reference,
    e.reason,
    e.kid,
    replace(encode(e.ordered, 'base64'::text), chr(10), ''::text) AS ordered,
    e.signature,
    e.erased_at,
    s.contract,
    s.digest
   FROM intake.erasure e
     JOIN intake.submission s ON s."position" = e."position";

create view intake.internal_dataset_v1 as
 SELECT d."position",
    d.submission,
    d.part,
    d.participant,
    d.contract,
    d.version,
    d.digest,
    d.recorded_at,
    d.rows,
    s.storage_key,
    s.wrapped_key,
    d.content,
        CASE
            WHEN d.content IS NULL THEN s.bytes
            ELSE NULL::bytea
        END AS bytes,
    s.withdrawn_at IS NOT NULL AS withdrawn,
    NULL::text AS reported_as,
    d.office
   FROM intake.internal_dataset d
     JOIN intake.submission s ON s."position" = d.submission;

create view intake.quarantine_v1 as
 SELECT participant,
    id,
    digest,
    code,
    detail,
    first_seen
   FROM intake.quarantine;

create view intake.receipt_v1 as
 SELECT s.participant,
    s.id,
    s."position",
    s.contract,
    s.version,
    s.digest,
    s.received_at,
    s.receipt,
    s.rows,
    NULL::text AS code,
    NULL::text AS detail
   FROM intake.submission s
UNION ALL
 SELECT q.participant,
    NULL::text AS id,
    NULL::bigint AS "position",
    NULL::text AS contract,
    NULL::text AS version,
    q.digest,
    q.first_seen AS received_at,
    q.receipt,
    NULL::integer AS rows,
    q.code,
    q.detail
   FROM intake.quarantine q;

create view intake.series_v1 as
 SELECT id,
    participant,
    contract,
    test
   FROM intake.series;

create view intake.statement_v1 as
 SELECT submission.participant,
    submission.id AS submission_id,
    submission.digest,
    NULL::text AS seal_digest,
    'accepted'::text AS statement,
    submission.received_at AS at,
    NULL::text AS recipient,
    'corridor-receipt'::text AS typ,
    submission.receipt AS bytes,
    submission."position",
    false AS test
   FROM intake.submission
UNION ALL
 SELECT submission.participant,
    submission.id AS submission_id,
    submission.digest,
    NULL::text AS seal_digest,
    'withdrawn'::text AS statement,
    submission.withdrawn_at AS at,
    NULL::text AS recipient,
    'corridor-receipt'::text AS typ,
    submission.withdrawal AS bytes,
    submission."position",
    false AS test
   FROM intake.submission
  WHERE submission.withdrawn_at IS NOT NULL
UNION ALL
 SELECT waiting.participant,
    waiting.id AS submission_id,
    waiting.digest,
    NULL::text AS seal_digest,
    'received'::text AS statement,
    waiting.received_at AS at,
    NULL::text AS recipient,
    'corridor-receipt'::text AS typ,
    waiting.received AS bytes,
    NULL::bigint AS "position",
    false AS test
   FROM intake.waiting
UNION ALL
 SELECT waiting.participant,
    waiting.id AS submission_id,
    waiting.digest,
    NULL::text AS seal_digest,
    'withdrawn'::text AS statement,
    waiting.settled_at AS at,
    NULL::text AS recipient,
    'corridor-receipt'::text AS typ,
    waiting.receipt AS bytes,
    NULL::bigint AS "position",
    false AS test
   FROM intake.waiting
  WHERE waiting.state = 'withdrawn'::text
UNION ALL
 SELECT rehearsal.participant,
    rehearsal.id AS submission_id,
    rehearsal.digest,
    rehearsal.seal_digest,
    rehearsal.statement,
    rehearsal.received_at AS at,
    NULL::text AS recipient,
    'corridor-receipt'::text AS typ,
    rehearsal.receipt AS bytes,
    NULL::bigint AS "position",
    true AS test
   FROM intake.rehearsal
UNION ALL
 SELECT quarantine.participant,
    quarantine.id AS submission_id,
    quarantine.digest,
    quarantine.seal_digest,
    'refused'::text AS statement,
    quarantine.first_seen AS at,
    NULL::text AS recipient,
    'corridor-receipt'::text AS typ,
    quarantine.receipt AS bytes,
    NULL::bigint AS "position",
    false AS test
   FROM intake.quarantine;

create view intake.storage_key_v1 as
 SELECT id,
    first_used
   FROM intake.storage_key;

create view intake.upload_v1 as
 SELECT id,
    participant,
    length,
    digest,
    content_type,
    received,
    created_at,
    expires_at,
    handed_over_at
   FROM intake.upload;

create view intake.vintage_cursor_v1 as
 SELECT "position",
    moved_at
   FROM intake.vintage_cursor;

create view intake.vintage_v1 as
 SELECT v.series,
    v.key,
    v."position",
    v."row",
    v.period,
    v.status,
    e.end_position,
    e.ended_at
   FROM intake.vintage v
     LEFT JOIN intake.vintage_end e USING ("position");

grant delete, insert, select, update on intake.approval to corridor_intake;
grant delete, insert, select, update on intake.code_extension to corridor_intake;
grant select on intake.code_extension_v1 to corridor_aggregation;
grant select on intake.code_extension_v1 to corridor_console;
grant select on intake.code_extension_v1 to corridor_delivery;
grant delete, insert, select, update on intake.code_extension_v1 to corridor_intake;
grant select on intake.code_extension_v1 to corridor_reconciliation;
grant delete, insert, select, update on intake.counter to corridor_intake;
grant delete, insert, select, update on intake.cursor to corridor_intake;
grant delete, insert, select, update on intake.dataset to corridor_intake;
grant select on intake.dataset_v1 to corridor_aggregation;
grant select on intake.dataset_v1 to corridor_console;
grant select on intake.dataset_v1 to corridor_delivery;
grant delete, insert, select, update on intake.dataset_v1 to corridor_intake;
grant select on intake.dataset_v1 to corridor_reconciliation;
grant delete, insert, select, update on intake.doubt to corridor_intake;
grant select on intake.doubt_v1 to corridor_aggregation;
grant select on intake.doubt_v1 to corridor_console;
grant select on intake.doubt_v1 to corridor_delivery;
grant delete, insert, select, update on intake.doubt_v1 to corridor_intake;
grant select on intake.doubt_v1 to corridor_reconciliation;
grant select on intake.doubtful_dataset_v1 to corridor_aggregation;
grant select on intake.doubtful_dataset_v1 to corridor_console;
grant select on intake.doubtful_dataset_v1 to corridor_delivery;
grant delete, insert, select, update on intake.doubtful_dataset_v1 to corridor_intake;
grant select on intake.doubtful_dataset_v1 to corridor_reconciliation;
grant delete, insert, select, update on intake.erasure to corridor_intake;
grant select on intake.erasure_v1 to corridor_aggregation;
grant select on intake.erasure_v1 to corridor_console;
grant select on intake.erasure_v1 to corridor_delivery;
grant delete, insert, select, update on intake.erasure_v1 to corridor_intake;
grant select on intake.erasure_v1 to corridor_reconciliation;
grant delete, insert, select, update on intake.internal_dataset to corridor_intake;
grant select on intake.internal_dataset_v1 to corridor_aggregation;
grant select on intake.internal_dataset_v1 to corridor_console;
grant select on intake.internal_dataset_v1 to corridor_delivery;
grant delete, insert, select, update on intake.internal_dataset_v1 to corridor_intake;
grant select on intake.internal_dataset_v1 to corridor_reconciliation;
grant delete, insert, select, update on intake.migration to corridor_intake;
grant delete, insert, select, update on intake.outbox to corridor_intake;
grant delete, insert, select, update on intake.participant_key to corridor_intake;
grant delete, insert, select, update on intake.quarantine to corridor_intake;
grant select on intake.quarantine_v1 to corridor_aggregation;
grant select on intake.quarantine_v1 to corridor_console;
grant select on intake.quarantine_v1 to corridor_delivery;
grant delete, insert, select, update on intake.quarantine_v1 to corridor_intake;
grant select on intake.quarantine_v1 to corridor_reconciliation;
grant select on intake.receipt_v1 to corridor_aggregation;
grant select on intake.receipt_v1 to corridor_console;
grant select on intake.receipt_v1 to corridor_delivery;
grant delete, insert, select, update on intake.receipt_v1 to corridor_intake;
grant select on intake.receipt_v1 to corridor_reconciliation;
grant delete, insert, select, update on intake.rehearsal to corridor_intake;
grant delete, insert, select, update on intake.rehearsal_cell to corridor_intake;
grant delete, insert, select, update on intake.rehearsal_step to corridor_intake;
grant delete, insert, select, update on intake.sender to corridor_intake;
grant delete, insert, select, update on intake.series to corridor_intake;
grant select on intake.series_v1 to corridor_aggregation;
grant select on intake.series_v1 to corridor_console;
grant select on intake.series_v1 to corridor_delivery;
grant delete, insert, select, update on intake.series_v1 to corridor_intake;
grant select on intake.series_v1 to corridor_reconciliation;
grant select on intake.statement_v1 to corridor_aggregation;
grant select on intake.statement_v1 to corridor_console;
grant select on intake.statement_v1 to corridor_delivery;
grant delete, insert, select, update on intake.statement_v1 to corridor_intake;
grant select on intake.statement_v1 to corridor_reconciliation;
grant delete, insert, select, update on intake.storage_key to corridor_intake;
grant select on intake.storage_key_v1 to corridor_aggregation;
grant select on intake.storage_key_v1 to corridor_console;
grant select on intake.storage_key_v1 to corridor_delivery;
grant delete, insert, select, update on intake.storage_key_v1 to corridor_intake;
grant select on intake.storage_key_v1 to corridor_reconciliation;
grant delete, insert, select, update on intake.submission to corridor_intake;
grant delete, insert, select, update on intake.upload to corridor_intake;
grant delete, insert, select, update on intake.upload_piece to corridor_intake;
grant select on intake.upload_v1 to corridor_aggregation;
grant select on intake.upload_v1 to corridor_console;
grant select on intake.upload_v1 to corridor_delivery;
grant delete, insert, select, update on intake.upload_v1 to corridor_intake;
grant select on intake.upload_v1 to corridor_reconciliation;
grant delete, insert, select, update on intake.vintage to corridor_intake;
grant delete, insert, select, update on intake.vintage_cursor to corridor_intake;
grant select on intake.vintage_cursor_v1 to corridor_aggregation;
grant select on intake.vintage_cursor_v1 to corridor_console;
grant select on intake.vintage_cursor_v1 to corridor_delivery;
grant delete, insert, select, update on intake.vintage_cursor_v1 to corridor_intake;
grant select on intake.vintage_cursor_v1 to corridor_reconciliation;
grant delete, insert, select, update on intake.vintage_end to corridor_intake;
grant select on intake.vintage_v1 to corridor_aggregation;
grant select on intake.vintage_v1 to corridor_console;
grant select on intake.vintage_v1 to corridor_delivery;
grant delete, insert, select, update on intake.vintage_v1 to corridor_intake;
grant select on intake.vintage_v1 to corridor_reconciliation;
grant delete, insert, select, update on intake.waiting to corridor_intake;
