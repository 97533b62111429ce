-- A sender can ask to whom its figures were delivered and when, and gets it signed.
alter table delivery.dataset
  add column submission text,              -- the sender's own id of the message; null for what was recorded before this migration
  add column version text,
  add column digest text,
  add column received_at timestamptz;

-- The sealed statement "delivered", made once the recipient has acknowledged: it is not sent, it waits to be asked for.
alter table delivery.release
  add column statement bytea,
  add column statement_signature text;

create index release_unstated on delivery.release (position) where statement is null;

create view delivery.statement_v1 as
  select d.participant, d.submission as submission_id, d.digest, 'delivered'::text as statement, r.recipient,
    o.acknowledged_at as at, r.statement as bytes, r.statement_signature as signature
  from delivery.release r
  join delivery.dataset d on d.position = r.dataset
  join delivery.outbox o on o.position = r.position
  where r.statement is not null;
