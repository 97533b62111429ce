-- What the migrations of aggregation come to, read from pg_catalog by deploy/local/schema.mjs.
-- Change it by a new migration, never here.

create table aggregation.agreement (
  id text not null,
  terms jsonb not null,
  standing jsonb not null,
  constraint agreement_pkey PRIMARY KEY (id)
);

create table aggregation.code_extension (
  "position" bigint not null,
  extension jsonb not null,
  added_at timestamp with time zone not null,
  constraint code_extension_pkey PRIMARY KEY ("position")
);

create table aggregation.consent (
  agreement text not null,
  region text not null,
  member text not null,
  constraint consent_pkey PRIMARY KEY (agreement, region, member),
  constraint consent_agreement_fkey FOREIGN KEY (agreement) REFERENCES aggregation.agreement(id)
);

create table aggregation.counter (
  single boolean not null default true,
  "position" bigint not null,
  constraint counter_pkey PRIMARY KEY (single),
  constraint counter_single_check CHECK (single)
);

create table aggregation.cursor (
  source text not null,
  "position" bigint not null,
  stream_created timestamp with time zone not null,
  stream_seq bigint not null,
  constraint cursor_pkey PRIMARY KEY (source)
);

create table aggregation.dataset (
  "position" bigint not null,
  participant text not null,
  kept boolean not null,
  constraint dataset_pkey PRIMARY KEY ("position")
);

create table aggregation.feed (
  region text not null,
  version integer not null,
  "position" bigint not null,
  made_at timestamp with time zone not null,
  bytes bytea not null,
  deleted_under text,
  constraint feed_pkey PRIMARY KEY (region, version),
  constraint feed_position_key UNIQUE ("position"),
  constraint feed_region_fkey FOREIGN KEY (region) REFERENCES aggregation.region(id)
);

create table aggregation.flow (
  reporter text not null,
  direction text not null,
  origin text not null,
  destination text not null,
  period text not null,
  value bigint not null,
  "position" bigint not null,
  constraint flow_pkey PRIMARY KEY (reporter, direction, origin, destination, period),
  constraint flow_direction_check CHECK ((direction = ANY (ARRAY['outflow'::text, 'inflow'::text])))
);

create table aggregation.migration (
  name text not null,
  digest text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (name)
);

create table aggregation.opened (
  agreement text not null,
  contract text not null,
  period text not null,
  constraint opened_pkey PRIMARY KEY (agreement, contract, period)
);

create table aggregation.outbox (
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

create table aggregation.region (
  id text not null,
  members text[] not null,
  constraint region_pkey PRIMARY KEY (id)
);

CREATE INDEX consent_of_member ON aggregation.consent USING btree (member);

CREATE INDEX consent_of_region ON aggregation.consent USING btree (region);

CREATE INDEX dataset_not_kept ON aggregation.dataset USING btree (participant, "position") WHERE (NOT kept);

CREATE INDEX outbox_dead ON aggregation.outbox USING btree ("position") WHERE (dead_at IS NOT NULL);

CREATE INDEX outbox_facts ON aggregation.outbox USING btree ("position") WHERE (typ IS NULL);

CREATE INDEX outbox_open ON aggregation.outbox USING btree (subject, stream_seq) WHERE ((typ IS NOT NULL) AND (relayed_at IS NOT NULL) AND (acknowledged_at IS NULL));

CREATE INDEX outbox_pending ON aggregation.outbox USING btree ("position") WHERE ((relayed_at IS NULL) AND (withdrawn_at IS NULL) AND (dead_at IS NULL));

CREATE INDEX outbox_to_take_out ON aggregation.outbox USING btree ("position") WHERE (((withdrawn_at IS NOT NULL) OR taken_elsewhere) AND (taken_out_at IS NULL));

CREATE INDEX outbox_unacknowledged ON aggregation.outbox USING btree ("position") WHERE ((typ IS NOT NULL) AND (acknowledged_at IS NULL) AND (withdrawn_at IS NULL));

create view aggregation.code_extension_v1 as
 SELECT "position",
    extension,
    added_at
   FROM aggregation.code_extension;

create view aggregation.feed_v1 as
 SELECT f.region,
    f.version,
    f.made_at,
    f.bytes,
    o.signature,
    f.deleted_under
   FROM aggregation.feed f
     JOIN aggregation.outbox o ON o."position" = f."position";

grant delete, insert, select, update on aggregation.agreement to corridor_aggregation;
grant delete, insert, select, update on aggregation.code_extension to corridor_aggregation;
grant delete, insert, select, update on aggregation.code_extension_v1 to corridor_aggregation;
grant select on aggregation.code_extension_v1 to corridor_console;
grant delete, insert, select, update on aggregation.consent to corridor_aggregation;
grant delete, insert, select, update on aggregation.counter to corridor_aggregation;
grant delete, insert, select, update on aggregation.cursor to corridor_aggregation;
grant delete, insert, select, update on aggregation.dataset to corridor_aggregation;
grant delete, insert, select, update on aggregation.feed to corridor_aggregation;
grant delete, insert, select, update on aggregation.feed_v1 to corridor_aggregation;
grant select on aggregation.feed_v1 to corridor_console;
grant delete, insert, select, update on aggregation.flow to corridor_aggregation;
grant delete, insert, select, update on aggregation.migration to corridor_aggregation;
grant delete, insert, select, update on aggregation.opened to corridor_aggregation;
grant delete, insert, select, update on aggregation.outbox to corridor_aggregation;
grant delete, insert, select, update on aggregation.region to corridor_aggregation;
