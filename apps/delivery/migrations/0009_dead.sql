-- Deliveries that are not carried any more until an operator sends them again.
create view delivery.dead_v1 as
  select n.recipient, n.number, n.kind, n.digest, o.failures, o.failure, o.dead_at
  from delivery.outbox o join delivery.numbered n on n.position = o.position
  where o.dead_at is not null and o.withdrawn_at is null;
