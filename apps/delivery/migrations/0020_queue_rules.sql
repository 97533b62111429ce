-- When the next embargo of a dataset ends: the clock releases then what it kept.
alter table delivery.dataset add column embargo_until timestamptz;
create index dataset_under_embargo on delivery.dataset (embargo_until) where embargo_until is not null;

-- What a suspended sender has in the queue is withdrawn, and released again when it is resumed.
alter table delivery.release drop constraint release_withdrawal_check;
alter table delivery.release add constraint release_withdrawal_check check (withdrawal in ('agreement-ended', 'agreement-suspended',
  'participant-suspended', 'sender-suspended', 'retracted', 'erased', 'released-in-error'));
