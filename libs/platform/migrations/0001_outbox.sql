-- Applied to the schema of every service; {schema} is its name.

-- One counter a service, locked by the last statements before the commit: positions have no gaps and
-- commit in order, so a reader by position skips nothing (a sequence would leave gaps and overtake).
create table {schema}.counter (
  single boolean primary key default true check (single),
  position bigint not null
);
insert into {schema}.counter (position) values (0);

-- What this service tells: facts for the other services, sealed statements for participants.
-- The row commits with the effect that it tells of; the relay carries it to JetStream afterwards.
create table {schema}.outbox (
  position bigint primary key,
  subject text not null,
  typ text,                       -- the purpose of the hub's seal; null for facts, which stay inside
  body bytea not null,
  previous_fact bigint,           -- position of the fact before this one: the stream refuses a gap
  signature text,
  stream_created timestamptz,     -- which life of the stream holds it (a stream may be lost and rebuilt)
  stream_seq bigint,
  relayed_at timestamptz,
  acknowledged_at timestamptz     -- when the participant's durable had acknowledged it
);
create index outbox_pending on {schema}.outbox (position) where relayed_at is null;
create index outbox_facts on {schema}.outbox (position) where typ is null;
create index outbox_open on {schema}.outbox (subject, stream_seq)
  where typ is not null and relayed_at is not null and acknowledged_at is null;

-- How far this service has heard each other service. Moves in the transaction of the effect.
create table {schema}.cursor (
  source text primary key,
  position bigint not null,
  stream_created timestamptz not null,
  stream_seq bigint not null
);
