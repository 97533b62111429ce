-- What is expected lies beside the two sides of a round, and is made anew when another version was learnt.
delete from reconciliation.round_file;
alter table reconciliation.round_file add column judged text not null;   -- a digest of what was expected when the file was made
