-- A statement that its recipient took by another way than the stream: it is acknowledged, and the broker lets go of it.
alter table {schema}.outbox add column taken_elsewhere boolean not null default false;

drop index {schema}.outbox_to_take_out;
create index outbox_to_take_out on {schema}.outbox (position)
  where (withdrawn_at is not null or taken_elsewhere) and taken_out_at is null;
