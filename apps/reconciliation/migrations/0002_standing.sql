--! breaking
-- Agreements have several parties and a standing of their own.
-- Terms of the contract agreement 0.1.0, which was never released, cannot be kept to any more.
alter table reconciliation.agreement add column standing jsonb;
update reconciliation.agreement set standing = jsonb_build_object('status', 'terminated', 'parties', to_jsonb(parties),
  'reservations', '[]'::jsonb, 'provisionalUntil', null);
alter table reconciliation.agreement alter column standing set not null, drop column state;
