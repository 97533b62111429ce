-- Codes that this hub adds to released lists: each service's own copy, by the position at which access took them.
create table {schema}.code_extension (
  position bigint primary key,
  extension jsonb not null,
  added_at timestamptz not null
);

create view {schema}.code_extension_v1 as select position, extension, added_at from {schema}.code_extension;
