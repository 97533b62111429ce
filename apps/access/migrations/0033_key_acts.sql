-- What has happened to keys and passkeys, each as the hub says it to whoever asks. The digest of the bytes stands in the journal. Rows
-- are only ever added.
create table access.key_act (
  position bigint primary key,             -- of the fact that the journal hears
  kid text not null,
  participant text not null references access.participant (id),
  act text not null,
  at timestamptz not null,
  bytes bytea not null                     -- the statement, contract key-act
);
create index key_act_of_participant on access.key_act (participant, position);

create view access.key_act_v1 as select position, kid, participant, act, at, bytes from access.key_act;
