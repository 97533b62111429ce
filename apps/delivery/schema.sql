-- What the migrations of delivery come to, read from pg_catalog by deploy/local/schema.mjs.
-- Change it by a new migration, never here.

create table delivery.accepted_version (
  participant text not null,
  contract text not null,
  version text not null,
  constraint accepted_version_pkey PRIMARY KEY (participant, contract)
);

create table delivery.agreement (
  id text not null,
  terms jsonb not null,
  parties text[] not null,
  standing jsonb not null,
  constraint agreement_pkey PRIMARY KEY (id)
);

create table delivery.behind (
  agreement text not null,
  clause text not null,
  party text not null,
  since timestamp with time zone not null,
  until timestamp with time zone,
  constraint behind_pkey PRIMARY KEY (agreement, clause, party, since)
);

create table delivery.body (
  dataset bigint not null,
  fingerprint bytea not null,
  sealed bytea not null,
  constraint body_pkey PRIMARY KEY (dataset, fingerprint),
  constraint body_dataset_fkey FOREIGN KEY (dataset) REFERENCES delivery.dataset("position")
);

create table delivery.catch_up (
  agreement text not null,
  after bigint not null,
  until bigint not null,
  asked_at timestamp with time zone not null,
  constraint catch_up_pkey PRIMARY KEY (agreement),
  constraint catch_up_agreement_fkey FOREIGN KEY (agreement) REFERENCES delivery.agreement(id)
);

create table delivery.code_extension (
  "position" bigint not null,
  extension jsonb not null,
  added_at timestamp with time zone not null,
  constraint code_extension_pkey PRIMARY KEY ("position")
);

create table delivery.comment_period (
  dataset bigint not null,
  recipient text not null,
  until timestamp with time zone not null,
  over boolean not null default false,
  stopped_at timestamp with time zone,
  reason text,
  constraint comment_period_pkey PRIMARY KEY (dataset, recipient),
  constraint comment_period_dataset_fkey FOREIGN KEY (dataset) REFERENCES delivery.dataset("position")
);

create table delivery.counter (
  single boolean not null default true,
  "position" bigint not null,
  constraint counter_pkey PRIMARY KEY (single),
  constraint counter_single_check CHECK (single)
);

create table delivery.cursor (
  source text not null,
  "position" bigint not null,
  stream_created timestamp with time zone not null,
  stream_seq bigint not null,
  constraint cursor_pkey PRIMARY KEY (source)
);

create table delivery.dataset (
  "position" bigint not null,
  participant text not null,
  contract text not null,
  submission text,
  version text,
  digest text,
  received_at timestamp with time zone,
  erased_at timestamp with time zone,
  embargo_until timestamp with time zone,
  doubtful_since timestamp with time zone,
  constraint dataset_pkey PRIMARY KEY ("position")
);

create table delivery.destroyed (
  recipient text not null,
  number bigint not null,
  at timestamp with time zone not null,
  proof jsonb not null,
  constraint destroyed_pkey PRIMARY KEY (recipient, number)
);

create table delivery.granted_rows (
  "position" bigint not null,
  agreement text not null,
  clause text not null,
  first_row integer not null,
  last_row integer not null,
  constraint granted_rows_pkey PRIMARY KEY ("position", first_row),
  constraint granted_rows_agreement_fkey FOREIGN KEY (agreement) REFERENCES delivery.agreement(id),
  constraint granted_rows_position_fkey FOREIGN KEY ("position") REFERENCES delivery.release("position")
);

create table delivery.head (
  recipient text not null,
  number bigint not null,
  digest text not null,
  constraint head_pkey PRIMARY KEY (recipient)
);

create table delivery.incident (
  id bigint not null,
  kind text not null,
  by text not null,
  kid text not null,
  reason text not null,
  asked jsonb not null,
  at timestamp with time zone not null,
  constraint incident_pkey PRIMARY KEY (id),
  constraint incident_kind_check CHECK ((kind = ANY (ARRAY['recall'::text, 'breach'::text])))
);

create table delivery.incident_release (
  incident bigint not null,
  "position" bigint not null,
  constraint incident_release_pkey PRIMARY KEY (incident, "position"),
  constraint incident_release_incident_fkey FOREIGN KEY (incident) REFERENCES delivery.incident(id),
  constraint incident_release_position_fkey FOREIGN KEY ("position") REFERENCES delivery.release("position")
);

create table delivery.migration (
  name text not null,
  digest text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (name)
);

create table delivery.not_released (
  dataset bigint not null,
  recipient text not null,
  why text not null,
  at timestamp with time zone not null,
  constraint not_released_pkey PRIMARY KEY (dataset, recipient),
  constraint not_released_dataset_fkey FOREIGN KEY (dataset) REFERENCES delivery.dataset("position")
);

create table delivery.numbered (
  recipient text not null,
  number bigint not null,
  "position" bigint not null,
  kind text not null,
  digest text not null,
  previous text,
  at timestamp with time zone not null,
  constraint numbered_pkey PRIMARY KEY (recipient, number),
  constraint numbered_position_key UNIQUE ("position"),
  constraint numbered_kind_check CHECK ((kind = ANY (ARRAY['figures'::text, 'withdrawal'::text]))),
  constraint numbered_number_check CHECK ((number > 0))
);

create table delivery.opened (
  agreement text not null,
  contract text not null,
  period text not null,
  opened_at timestamp with time zone not null,
  constraint opened_pkey PRIMARY KEY (agreement, contract, period)
);

create table delivery.outbox (
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

create table delivery.release (
  agreement text not null,
  clause text not null,
  dataset bigint not null,
  recipient text not null,
  "position" bigint not null,
  rows integer not null,
  digest text not null,
  released_at timestamp with time zone not null,
  statement bytea,
  version text,
  left_out integer not null default 0,
  number bigint,
  withdrawn_at timestamp with time zone,
  withdrawal text,
  note bigint,
  rolled_up integer,
  protection jsonb,
  deleted_under text,
  reported_as text,
  body bytea,
  periods text[],
  constraint release_pkey PRIMARY KEY ("position"),
  constraint release_agreement_fkey FOREIGN KEY (agreement) REFERENCES delivery.agreement(id),
  constraint release_body_fkey FOREIGN KEY (dataset, body) REFERENCES delivery.body(dataset, fingerprint),
  constraint release_dataset_fkey FOREIGN KEY (dataset) REFERENCES delivery.dataset("position"),
  constraint release_withdrawal_check CHECK ((withdrawal = ANY (ARRAY['agreement-ended'::text, 'agreement-suspended'::text, 'agreement-narrowed'::text, 'participant-suspended'::text, 'sender-suspended'::text, 'doubtful'::text, 'reciprocity-not-kept'::text, 'retracted'::text, 'erased'::text, 'released-in-error'::text])))
);

create table delivery.suspended (
  participant text not null,
  since timestamp with time zone not null,
  constraint suspended_pkey PRIMARY KEY (participant)
);

create table delivery.webhook (
  participant text not null,
  url text not null,
  registered_at timestamp with time zone not null,
  after bigint not null,
  failures integer not null default 0,
  next_try_at timestamp with time zone not null,
  problem text,
  ended_at timestamp with time zone,
  kid text,
  constraint webhook_pkey PRIMARY KEY (participant)
);

CREATE INDEX agreement_of_party ON delivery.agreement USING gin (parties);

CREATE INDEX behind_now ON delivery.behind USING btree (agreement) WHERE (until IS NULL);

CREATE INDEX comment_period_running ON delivery.comment_period USING btree (until) WHERE ((NOT over) AND (stopped_at IS NULL));

CREATE INDEX dataset_of_participant ON delivery.dataset USING btree (participant, contract, "position");

CREATE INDEX dataset_under_embargo ON delivery.dataset USING btree (embargo_until) WHERE (embargo_until IS NOT NULL);

CREATE INDEX granted_rows_of_clause ON delivery.granted_rows USING btree (agreement, clause);

CREATE INDEX incident_of_release ON delivery.incident_release USING btree ("position");

CREATE INDEX outbox_dead ON delivery.outbox USING btree ("position") WHERE (dead_at IS NOT NULL);

CREATE INDEX outbox_facts ON delivery.outbox USING btree ("position") WHERE (typ IS NULL);

CREATE INDEX outbox_open ON delivery.outbox USING btree (subject, stream_seq) WHERE ((typ IS NOT NULL) AND (relayed_at IS NOT NULL) AND (acknowledged_at IS NULL));

CREATE INDEX outbox_pending ON delivery.outbox USING btree ("position") WHERE ((relayed_at IS NULL) AND (withdrawn_at IS NULL) AND (dead_at IS NULL));

CREATE INDEX outbox_to_take_out ON delivery.outbox USING btree ("position") WHERE (((withdrawn_at IS NOT NULL) OR taken_elsewhere) AND (taken_out_at IS NULL));

CREATE INDEX outbox_unacknowledged ON delivery.outbox USING btree ("position") WHERE ((typ IS NOT NULL) AND (acknowledged_at IS NULL) AND (withdrawn_at IS NULL));

CREATE INDEX release_kept ON delivery.release USING btree (dataset) WHERE (withdrawn_at IS NULL);

CREATE INDEX release_of_dataset ON delivery.release USING btree (dataset, recipient);

CREATE INDEX release_unstated ON delivery.release USING btree ("position") WHERE (statement IS NULL);

create view delivery.code_extension_v1 as
 SELECT "position",
    extension,
    added_at
   FROM delivery.code_extension;

create view delivery.comment_period_v1 as
 SELECT c.dataset,
    d.participant AS sender,
    d.contract,
    d.submission,
    c.recipient,
    c.until,
    c.over,
    c.stopped_at,
    c.reason
   FROM delivery.comment_period c
     JOIN delivery.dataset d ON d."position" = c.dataset;

create view delivery.dead_v1 as
 SELECT n.recipient,
    n.number,
    n.kind,
    n.digest,
    o.failures,
    o.failure,
    o.dead_at
   FROM delivery.outbox o
     JOIN delivery.numbered n ON n."position" = o."position"
  WHERE o.dead_at IS NOT NULL AND o.withdrawn_at IS NULL;

create view delivery.incident_v1 as
 SELECT i.id,
    i.kind,
    i.by,
    i.reason,
    i.at,
    r.agreement,
    r.clause,
    r.sender,
    r.recipient,
    r.number,
    r.dataset,
    d.submission,
    r.contract,
    r.rows,
    r.released_at,
    r.acknowledged_at,
    r.state,
    r.note,
    n.acknowledged_at AS note_acknowledged_at,
    x.at AS destroyed_at,
        CASE
            WHEN r.state = 'WITHDRAWN'::text THEN 'never handed out'::text
            WHEN x.at IS NOT NULL THEN 'destroyed'::text
            WHEN n.acknowledged_at IS NOT NULL THEN 'told'::text
            ELSE 'not told yet'::text
        END AS stands,
        CASE
            WHEN i.kind = 'breach'::text THEN i.at + make_interval(hours => ( SELECT min((c.value ->> 'hours'::text)::integer) AS min
               FROM delivery.agreement a
                 CROSS JOIN LATERAL jsonb_array_elements(a.terms -> 'recorded'::text) c(value)
              WHERE (a.id IN ( SELECT g.agreement
                       FROM delivery.granted_rows g
                      WHERE g."position" = r."position")) AND (c.value ->> 'kind'::text) = 'breach-notice'::text))
            ELSE NULL::timestamp with time zone
        END AS notice_due_at
   FROM delivery.incident i
     JOIN delivery.incident_release ir ON ir.incident = i.id
     JOIN delivery.release_v1 r ON r."position" = ir."position"
     JOIN delivery.dataset d ON d."position" = r.dataset
     LEFT JOIN delivery.numbered m ON m.recipient = r.recipient AND m.number = r.note
     LEFT JOIN delivery.outbox n ON n."position" = m."position"
     LEFT JOIN delivery.destroyed x ON x.recipient = r.recipient AND x.number = r.number;

create view delivery.ledger_v1 as
 SELECT r."position",
    d.participant AS sender,
    r.recipient,
    d.contract,
    d."position" AS dataset,
    d.submission,
    d.received_at,
    d.version AS sent_version,
    r.version,
    g.agreement,
    g.clause,
    COALESCE(g.rows, r.rows) AS rows,
    r.rolled_up,
    r.left_out,
    r.protection,
    r.number,
    r.digest,
    r.released_at,
    o.acknowledged_at,
    r.withdrawn_at,
    r.withdrawal,
    r.note,
    r.deleted_under,
        CASE
            WHEN r.deleted_under IS NOT NULL THEN 'DELETED'::text
            WHEN r.withdrawn_at IS NULL AND o.acknowledged_at IS NULL THEN 'DELIVERING'::text
            WHEN r.withdrawn_at IS NULL THEN 'DELIVERED'::text
            WHEN o.acknowledged_at IS NULL AND o.taken_out_at IS NOT NULL AND NOT o.was_fetched THEN 'WITHDRAWN'::text
            ELSE 'RECALLED'::text
        END AS state,
    r.reported_as
   FROM delivery.release r
     JOIN delivery.dataset d ON d."position" = r.dataset
     JOIN delivery.outbox o ON o."position" = r."position"
     LEFT JOIN LATERAL ( SELECT granted_rows.agreement,
            granted_rows.clause,
            sum(granted_rows.last_row - granted_rows.first_row + 1)::integer AS rows
           FROM delivery.granted_rows
          WHERE granted_rows."position" = r."position"
          GROUP BY granted_rows.agreement, granted_rows.clause) g ON true;

create view delivery.release_v1 as
 SELECT r.agreement,
    r.clause,
    r.dataset,
    r.recipient,
    d.participant AS sender,
    r.rows,
    r.digest,
    r.released_at,
    o.acknowledged_at,
        CASE
            WHEN r.withdrawn_at IS NULL AND o.acknowledged_at IS NULL THEN 'DELIVERING'::text
            WHEN r.withdrawn_at IS NULL THEN 'DELIVERED'::text
            WHEN o.acknowledged_at IS NULL AND o.taken_out_at IS NOT NULL AND NOT o.was_fetched THEN 'WITHDRAWN'::text
            ELSE 'RECALLED'::text
        END AS state,
    r.version,
    r.left_out,
    r.number,
    d.contract,
    r.withdrawn_at,
    r.withdrawal,
    r.note,
    r."position"
   FROM delivery.release r
     JOIN delivery.dataset d ON d."position" = r.dataset
     JOIN delivery.outbox o ON o."position" = r."position";

create view delivery.statement_v1 as
 SELECT d.participant,
    d.submission AS submission_id,
    d.digest,
    'delivered'::text AS statement,
    r.recipient,
    o.acknowledged_at AS at,
    r.statement AS bytes
   FROM delivery.release r
     JOIN delivery.dataset d ON d."position" = r.dataset
     JOIN delivery.outbox o ON o."position" = r."position"
  WHERE r.statement IS NOT NULL;

create view delivery.subscriber_v1 as
 SELECT DISTINCT party.party AS recipient,
    clause.value ->> 'contract'::text AS contract,
    v.version,
    a.id AS agreement
   FROM delivery.agreement a
     CROSS JOIN LATERAL jsonb_array_elements(a.terms -> 'enforced'::text) clause(value)
     CROSS JOIN LATERAL unnest(a.parties) party(party)
     LEFT JOIN delivery.accepted_version v ON v.participant = party.party AND v.contract = (clause.value ->> 'contract'::text)
  WHERE ((a.standing ->> 'status'::text) = ANY (ARRAY['provisional'::text, 'in-force'::text])) AND (clause.value ->> 'kind'::text) = 'share'::text AND ((clause.value -> 'to'::text) ? party.party OR (clause.value -> 'to'::text) ? '_PARTIES'::text) AND NOT (a.standing -> 'reservations'::text) @> jsonb_build_array(jsonb_build_object('party', party.party, 'clause', clause.value ->> 'id'::text));

create view delivery.told_v1 as
 SELECT r."position",
    r.dataset,
    r.recipient,
    d.contract,
    COALESCE(r.version, d.version) AS version,
    b.fingerprint,
    b.sealed
   FROM delivery.release r
     JOIN delivery.dataset d ON d."position" = r.dataset
     JOIN delivery.body b ON b.dataset = r.dataset AND b.fingerprint = r.body
  WHERE r.withdrawn_at IS NULL AND r.deleted_under IS NULL AND r.reported_as IS NULL AND r.protection @? '$[*]?(@."method" != "published-figures-no-protection")'::jsonpath;

create view delivery.webhook_v1 as
 SELECT participant,
    url,
    registered_at,
    after,
    failures,
    next_try_at,
    problem,
    ended_at
   FROM delivery.webhook;

grant delete, insert, select, update on delivery.accepted_version to corridor_delivery;
grant delete, insert, select, update on delivery.agreement to corridor_delivery;
grant delete, insert, select, update on delivery.behind to corridor_delivery;
grant delete, insert, select, update on delivery.body to corridor_delivery;
grant delete, insert, select, update on delivery.catch_up to corridor_delivery;
grant delete, insert, select, update on delivery.code_extension to corridor_delivery;
grant select on delivery.code_extension_v1 to corridor_console;
grant delete, insert, select, update on delivery.code_extension_v1 to corridor_delivery;
grant select on delivery.code_extension_v1 to corridor_reconciliation;
grant delete, insert, select, update on delivery.comment_period to corridor_delivery;
grant select on delivery.comment_period_v1 to corridor_console;
grant delete, insert, select, update on delivery.comment_period_v1 to corridor_delivery;
grant select on delivery.comment_period_v1 to corridor_reconciliation;
grant delete, insert, select, update on delivery.counter to corridor_delivery;
grant delete, insert, select, update on delivery.cursor to corridor_delivery;
grant delete, insert, select, update on delivery.dataset to corridor_delivery;
grant select on delivery.dead_v1 to corridor_console;
grant delete, insert, select, update on delivery.dead_v1 to corridor_delivery;
grant select on delivery.dead_v1 to corridor_reconciliation;
grant delete, insert, select, update on delivery.destroyed to corridor_delivery;
grant delete, insert, select, update on delivery.granted_rows to corridor_delivery;
grant delete, insert, select, update on delivery.head to corridor_delivery;
grant delete, insert, select, update on delivery.incident to corridor_delivery;
grant delete, insert, select, update on delivery.incident_release to corridor_delivery;
grant select on delivery.incident_v1 to corridor_console;
grant delete, insert, select, update on delivery.incident_v1 to corridor_delivery;
grant select on delivery.incident_v1 to corridor_reconciliation;
grant select on delivery.ledger_v1 to corridor_console;
grant delete, insert, select, update on delivery.ledger_v1 to corridor_delivery;
grant select on delivery.ledger_v1 to corridor_reconciliation;
grant delete, insert, select, update on delivery.migration to corridor_delivery;
grant delete, insert, select, update on delivery.not_released to corridor_delivery;
grant delete, insert, select, update on delivery.numbered to corridor_delivery;
grant delete, insert, select, update on delivery.opened to corridor_delivery;
grant delete, insert, select, update on delivery.outbox to corridor_delivery;
grant delete, insert, select, update on delivery.release to corridor_delivery;
grant select on delivery.release_v1 to corridor_console;
grant delete, insert, select, update on delivery.release_v1 to corridor_delivery;
grant select on delivery.release_v1 to corridor_reconciliation;
grant select on delivery.statement_v1 to corridor_console;
grant delete, insert, select, update on delivery.statement_v1 to corridor_delivery;
grant select on delivery.statement_v1 to corridor_reconciliation;
grant select on delivery.subscriber_v1 to corridor_console;
grant delete, insert, select, update on delivery.subscriber_v1 to corridor_delivery;
grant select on delivery.subscriber_v1 to corridor_reconciliation;
grant delete, insert, select, update on delivery.suspended to corridor_delivery;
grant delete, insert, select, update on delivery.told_v1 to corridor_delivery;
grant select on delivery.told_v1 to corridor_reconciliation;
grant delete, insert, select, update on delivery.webhook to corridor_delivery;
grant select on delivery.webhook_v1 to corridor_console;
grant delete, insert, select, update on delivery.webhook_v1 to corridor_delivery;
grant select on delivery.webhook_v1 to corridor_reconciliation;
