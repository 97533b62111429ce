-- In which version of a contract a participant takes what it receives. Without a row: as it was sent.
create table access.participant_contract (
  participant text not null references access.participant (id),
  contract text not null,
  version text not null,
  accepted_at timestamptz not null,
  primary key (participant, contract)
);
