-- A party is bound by its receipt once the journal has a line of it: nothing is opened before. What was bound until now counts as it did.
alter table reconciliation.commitment add column journalled boolean not null default false;
update reconciliation.commitment set journalled = true;
create index commitment_not_journalled on reconciliation.commitment (agreement) where not journalled;
