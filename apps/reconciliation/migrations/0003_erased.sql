-- A report that held figures which were deleted since has no bytes any more; its line, and its digest in the journal, stay.
alter table reconciliation.report add column deleted_under text;   -- in words; null while it is there

create or replace view reconciliation.report_v1 as
  select r.agreement, r.version, r.made_at, r.rows, r.outside, r.bytes, o.signature, a.parties,
    a.terms ->> 'committee' as committee, r.deleted_under
  from reconciliation.report r
  join reconciliation.agreement a on a.id = r.agreement
  join reconciliation.outbox o on o.position = r.position;
