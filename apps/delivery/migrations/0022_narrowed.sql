-- What waits and is granted only in part since another agreement is in force is withdrawn, and released anew as far as it is granted.
alter table delivery.release drop constraint release_withdrawal_check;
alter table delivery.release add constraint release_withdrawal_check check (withdrawal in ('agreement-ended', 'agreement-suspended',
  'agreement-narrowed', 'participant-suspended', 'sender-suspended', 'doubtful', 'retracted', 'erased', 'released-in-error'));
