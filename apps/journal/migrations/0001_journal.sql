-- The journal: one line a statement, each hash over the line and the hash before it. Rows are only ever added.

create table journal.entry (
  position bigint primary key,
  kind text not null,
  digest text not null,
  at timestamptz not null,
  hash text not null
);
create index entry_of_digest on journal.entry (digest);

create table journal.head (
  single boolean primary key default true check (single),
  position bigint not null,
  hash text not null
);

create function journal.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only';
end $$;
create trigger entry_is_append_only before update or delete or truncate on journal.entry
  for each statement execute function journal.refuse_change();

create view journal.entry_v1 as select position, kind, digest, at, hash from journal.entry;
