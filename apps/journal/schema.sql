-- What the migrations of journal come to, read from pg_catalog by deploy/local/schema.mjs.
-- Change it by a new migration, never here.

create table journal.code_extension (
  "position" bigint not null,
  extension jsonb not null,
  added_at timestamp with time zone not null,
  constraint code_extension_pkey PRIMARY KEY ("position")
);

create table journal.counter (
  single boolean not null default true,
  "position" bigint not null,
  constraint counter_pkey PRIMARY KEY (single),
  constraint counter_single_check CHECK (single)
);

create table journal.cursor (
  source text not null,
  "position" bigint not null,
  stream_created timestamp with time zone not null,
  stream_seq bigint not null,
  constraint cursor_pkey PRIMARY KEY (source)
);

create table journal.entry (
  "position" bigint not null,
  kind text not null,
  digest text not null,
  at timestamp with time zone not null,
  hash text not null,
  constraint entry_pkey PRIMARY KEY ("position")
);

create table journal.head (
  single boolean not null default true,
  "position" bigint not null,
  hash text not null,
  constraint head_pkey PRIMARY KEY (single),
  constraint head_single_check CHECK (single)
);

create table journal.migration (
  name text not null,
  digest text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (name)
);

create table journal.outbox (
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

CREATE INDEX entry_of_digest ON journal.entry USING btree (digest);

CREATE INDEX outbox_dead ON journal.outbox USING btree ("position") WHERE (dead_at IS NOT NULL);

CREATE INDEX outbox_facts ON journal.outbox USING btree ("position") WHERE (typ IS NULL);

CREATE INDEX outbox_open ON journal.outbox USING btree (subject, stream_seq) WHERE ((typ IS NOT NULL) AND (relayed_at IS NOT NULL) AND (acknowledged_at IS NULL));

CREATE INDEX outbox_pending ON journal.outbox USING btree ("position") WHERE ((relayed_at IS NULL) AND (withdrawn_at IS NULL) AND (dead_at IS NULL));

CREATE INDEX outbox_to_take_out ON journal.outbox USING btree ("position") WHERE (((withdrawn_at IS NOT NULL) OR taken_elsewhere) AND (taken_out_at IS NULL));

CREATE INDEX outbox_unacknowledged ON journal.outbox USING btree ("position") WHERE ((typ IS NOT NULL) AND (acknowledged_at IS NULL) AND (withdrawn_at IS NULL));

CREATE OR REPLACE FUNCTION journal.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the journal is append-only';
end $function$;

CREATE TRIGGER entry_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON journal.entry FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_change();

create view journal.code_extension_v1 as
 SELECT "position",
    extension,
    added_at
   FROM journal.code_extension;

create view journal.entry_v1 as
 SELECT "position",
    kind,
    digest,
    at,
    hash
   FROM journal.entry;

grant delete, insert, select, update on journal.code_extension to corridor_journal;
grant select on journal.code_extension_v1 to corridor_console;
grant delete, insert, select, update on journal.code_extension_v1 to corridor_journal;
grant select on journal.code_extension_v1 to corridor_reconciliation;
grant delete, insert, select, update on journal.counter to corridor_journal;
grant delete, insert, select, update on journal.cursor to corridor_journal;
grant delete, insert, select, update on journal.entry to corridor_journal;
grant select on journal.entry_v1 to corridor_console;
grant delete, insert, select, update on journal.entry_v1 to corridor_journal;
grant select on journal.entry_v1 to corridor_reconciliation;
grant delete, insert, select, update on journal.head to corridor_journal;
grant delete, insert, select, update on journal.migration to corridor_journal;
grant delete, insert, select, update on journal.outbox to corridor_journal;
