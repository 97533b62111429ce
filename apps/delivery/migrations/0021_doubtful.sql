-- Messages in doubt since a key of their sender was withdrawn: nothing of them is handed over until they are cleared.
alter table delivery.dataset add column doubtful_since timestamptz;

alter table delivery.release drop constraint release_withdrawal_check;
alter table delivery.release add constraint release_withdrawal_check check (withdrawal in ('agreement-ended', 'agreement-suspended',
  'participant-suspended', 'sender-suspended', 'doubtful', 'retracted', 'erased', 'released-in-error'));
