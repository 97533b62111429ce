-- What the migrations of intake come to, read from pg_catalog by deploy/local/schema.mjs.
-- Change it by a new migration, never here.

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
  participant text not null,
  contract text not null,
  version text not null,
  digest text not null,
  recorded_at timestamp with time zone not null,
  definition jsonb not null,
  rows integer not null,
  reporter text[] not null,
  direction text[] not null,
  origin text[] not null,
  destination text[] not null,
  period text[] not null,
  sex text[] not null,
  age text[] not null,
  occupation text[] not null,
  sector text[] not null,
  stay text[] not null,
  value bigint[] not null,
  value_status text[] not null,
  lower bigint[] not null,
  upper bigint[] not null,
  obs_status text[] not null,
  conf_status text[] not null,
  constraint dataset_pkey PRIMARY KEY ("position"),
  constraint dataset_position_fkey FOREIGN KEY ("position") REFERENCES intake.submission("position")
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
  constraint outbox_pkey PRIMARY KEY ("position")
);

create table intake.participant_key (
  kid text not null,
  participant text not null,
  jwk jsonb not null,
  valid_from timestamp with time zone not null,
  valid_until timestamp with time zone not null,
  revoked_from timestamp with time zone,
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
  constraint quarantine_pkey PRIMARY KEY (participant, seal_digest)
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
  constraint submission_pkey PRIMARY KEY (participant, id),
  constraint submission_position_key UNIQUE ("position")
);

CREATE INDEX dataset_of_participant ON intake.dataset USING btree (participant, contract, "position");

CREATE INDEX outbox_facts ON intake.outbox USING btree ("position") WHERE (typ IS NULL);

CREATE INDEX outbox_open ON intake.outbox USING btree (subject, stream_seq) WHERE ((typ IS NOT NULL) AND (relayed_at IS NOT NULL) AND (acknowledged_at IS NULL));

CREATE INDEX outbox_pending ON intake.outbox USING btree ("position") WHERE (relayed_at IS NULL);

create view intake.dataset_v1 as
 SELECT "position",
    participant,
    contract,
    version,
    digest,
    recorded_at,
    definition,
    rows,
    reporter,
    direction,
    origin,
    destination,
    period,
    sex,
    age,
    occupation,
    sector,
    stay,
    value,
    value_status,
    lower,
    upper,
    obs_status,
    conf_status
   FROM intake.dataset;

create view intake.observation_v1 as
 SELECT d."position",
    d.participant,
    d.contract,
    d.version,
    d.recorded_at,
    d.definition,
    o."row",
    COALESCE(o.reporter, d.reporter[1]) AS reporter,
    COALESCE(o.direction, d.direction[1]) AS direction,
    COALESCE(o.origin, d.origin[1]) AS origin,
    COALESCE(o.destination, d.destination[1]) AS destination,
    COALESCE(o.period, d.period[1]) AS period,
    COALESCE(o.sex, d.sex[1]) AS sex,
    COALESCE(o.age, d.age[1]) AS age,
    COALESCE(o.occupation, d.occupation[1]) AS occupation,
    COALESCE(o.sector, d.sector[1]) AS sector,
    COALESCE(o.stay, d.stay[1]) AS stay,
    o.value,
    COALESCE(o.value_status, d.value_status[1]) AS value_status,
    COALESCE(o.obs_status, d.obs_status[1]) AS obs_status,
    COALESCE(o.conf_status, d.conf_status[1]) AS conf_status
   FROM intake.dataset d
     CROSS JOIN LATERAL UNNEST(d.reporter, d.direction, d.origin, d.destination, d.period, d.sex, d.age, d.occupation, d.sector, d.stay, d.value, d.value_status, d.obs_status, d.conf_status) WITH ORDINALITY o(reporter, direction, origin, destination, period, sex, age, occupation, sector, stay, value, value_status, obs_status, conf_status, "row");

create view intake.receipt_v1 as
 SELECT s.participant,
    s.id,
    s."position",
    s.contract,
    s.version,
    s.digest,
    s.received_at,
    s.receipt,
    d.rows,
    NULL::text AS code,
    NULL::text AS detail
   FROM intake.submission s
     JOIN intake.dataset d USING ("position")
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

grant delete, insert, select, update on intake.counter to corridor_intake;
grant delete, insert, select, update on intake.cursor to corridor_intake;
grant delete, insert, select, update on intake.dataset to corridor_intake;
grant select on intake.dataset_v1 to corridor_aggregation;
grant select on intake.dataset_v1 to corridor_console;
grant select on intake.dataset_v1 to corridor_delivery;
grant delete, insert, select, update on intake.dataset_v1 to corridor_intake;
grant select on intake.dataset_v1 to corridor_reconciliation;
grant delete, insert, select, update on intake.migration to corridor_intake;
grant select on intake.observation_v1 to corridor_aggregation;
grant select on intake.observation_v1 to corridor_console;
grant select on intake.observation_v1 to corridor_delivery;
grant delete, insert, select, update on intake.observation_v1 to corridor_intake;
grant select on intake.observation_v1 to corridor_reconciliation;
grant delete, insert, select, update on intake.outbox to corridor_intake;
grant delete, insert, select, update on intake.participant_key to corridor_intake;
grant delete, insert, select, update on intake.quarantine to corridor_intake;
grant select on intake.receipt_v1 to corridor_aggregation;
grant select on intake.receipt_v1 to corridor_console;
grant select on intake.receipt_v1 to corridor_delivery;
grant delete, insert, select, update on intake.receipt_v1 to corridor_intake;
grant select on intake.receipt_v1 to corridor_reconciliation;
grant delete, insert, select, update on intake.submission to corridor_intake;
