--! breaking
-- Who does not give what a clause of reciprocity counts on, since when and until when, from the facts of reconciliation.
create table delivery.behind (
  agreement text collate "C" not null,
  clause text collate "C" not null,
  party text collate "C" not null,
  since timestamptz not null,
  until timestamptz,                               -- null while it is
  primary key (agreement, clause, party, since)
);
create index behind_now on delivery.behind (agreement) where until is null;

alter table delivery.release drop constraint release_withdrawal_check;
alter table delivery.release add constraint release_withdrawal_check check (withdrawal in ('agreement-ended', 'agreement-suspended',
  'agreement-narrowed', 'participant-suspended', 'sender-suspended', 'doubtful', 'reciprocity-not-kept', 'retracted', 'erased', 'released-in-error'));
