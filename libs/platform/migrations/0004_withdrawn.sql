-- A statement can be withdrawn: it is carried no more, and what the broker still holds of it is taken out. One that was carried can be
-- carried again, as a message of its own; one that cannot be carried, or that its recipient terminates again and again, is dead
-- until an operator sends it again.
alter table {schema}.outbox
  add column withdrawn_at timestamptz,
  add column taken_out_at timestamptz,     -- the broker holds nothing of it any more
  add column was_fetched boolean,          -- withdrawn: whether its recipient may have fetched it before it was taken out
  add column sent_again integer not null default 0,
  add column failures integer not null default 0,    -- could not be carried, or terminated by its recipient
  add column failure text,                 -- the last one
  add column dead_at timestamptz;

drop index {schema}.outbox_pending;
create index outbox_pending on {schema}.outbox (position)
  where relayed_at is null and withdrawn_at is null and dead_at is null;
create index outbox_to_take_out on {schema}.outbox (position) where withdrawn_at is not null and taken_out_at is null;
create index outbox_unacknowledged on {schema}.outbox (position)
  where typ is not null and acknowledged_at is null and withdrawn_at is null;
create index outbox_dead on {schema}.outbox (position) where dead_at is not null;
