-- A new or wider agreement releases what was there before, a batch at a time: how far each has come.
create table delivery.catch_up (
  agreement text primary key references delivery.agreement (id),
  after bigint not null,                   -- datasets up to here are done
  until bigint not null,                   -- later ones are released as they are recorded
  asked_at timestamptz not null
);

-- What is withdrawn keeps its number; the note that says so has one of its own.
alter table delivery.release
  add column withdrawn_at timestamptz,
  add column withdrawal text check (withdrawal in ('agreement-ended', 'agreement-suspended', 'participant-suspended', 'retracted',
    'erased', 'released-in-error')),
  add column note bigint;                  -- the number of the note, of the same recipient

-- Who gets nothing for now, from the facts of access.
create table delivery.suspended (
  participant text primary key,
  since timestamptz not null
);

drop view delivery.statement_v1;
drop view delivery.release_v1;

-- DELIVERING → DELIVERED when its recipient has acknowledged it. WITHDRAWN: it was not handed out, and will not be. RECALLED: it was
-- withdrawn when its recipient had it, or may have had it.
create view delivery.release_v1 as
  select r.agreement, r.clause, r.dataset, r.recipient, d.participant as sender, r.rows, r.digest, r.released_at,
    o.acknowledged_at,
    case when r.withdrawn_at is null and o.acknowledged_at is null then 'DELIVERING'
         when r.withdrawn_at is null then 'DELIVERED'
         when o.acknowledged_at is null and o.taken_out_at is not null and not o.was_fetched then 'WITHDRAWN'
         else 'RECALLED' end as state,
    r.version, r.left_out, r.number, d.contract, r.withdrawn_at, r.withdrawal, r.note, r.position
  from delivery.release r
  join delivery.dataset d on d.position = r.dataset
  join delivery.outbox o on o.position = r.position;

create view delivery.statement_v1 as
  select d.participant, d.submission as submission_id, d.digest, 'delivered'::text as statement, r.recipient,
    o.acknowledged_at as at, r.statement as bytes, r.statement_signature as signature
  from delivery.release r
  join delivery.dataset d on d.position = r.dataset
  join delivery.outbox o on o.position = r.position
  where r.statement is not null;
