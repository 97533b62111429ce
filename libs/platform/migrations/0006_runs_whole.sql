--! breaking
-- Receipts of one row go as one message of the broker, and are acknowledged together.
alter table {schema}.outbox drop column stream_seqs, drop column acknowledged;
