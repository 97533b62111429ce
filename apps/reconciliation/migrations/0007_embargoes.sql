-- Figures whose embargo ends are looked for every few seconds.
create index statement_under_embargo on reconciliation.statement (embargo) where embargo is not null;
