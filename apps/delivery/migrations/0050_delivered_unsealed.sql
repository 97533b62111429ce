--! breaking
-- The statement "delivered" is sealed by who shows it, as every other statement of a message is; a signature kept here served nobody.
drop view delivery.statement_v1;
alter table delivery.release drop column statement_signature;

create view delivery.statement_v1 as
  select d.participant, d.submission as submission_id, d.digest, 'delivered'::text as statement, r.recipient,
    o.acknowledged_at as at, r.statement as bytes
  from delivery.release r
  join delivery.dataset d on d.position = r.dataset
  join delivery.outbox o on o.position = r.position
  where r.statement is not null;
