-- A row of the outbox may hold a run: facts under one subject, or receipts for one participant, at positions that follow each
-- other. `position` is the last one. A group of messages recorded together leaves two rows here, however large it is.
alter table {schema}.outbox
  add column first_position bigint,        -- of the run; null for a single fact or statement
  add column lengths integer[],            -- receipts: where the body is cut apart
  add column stream_seqs bigint[],         -- receipts: where each stands in the stream; 0 for what was acknowledged before
  add column acknowledged integer not null default 0;  -- receipts: how many of the first are acknowledged
alter table {schema}.outbox alter column body set storage external;
