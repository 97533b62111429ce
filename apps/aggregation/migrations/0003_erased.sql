-- A feed that added up figures which were deleted since has no bytes any more; another follows it.
alter table aggregation.feed add column deleted_under text;   -- in words; null while it is there

create or replace view aggregation.feed_v1 as
  select f.region, f.version, f.made_at, f.bytes, o.signature, f.deleted_under from aggregation.feed f
  join aggregation.outbox o on o.position = f.position;
