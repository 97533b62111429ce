--! breaking
-- Agreements have several parties and a standing of their own.
-- Terms of the contract agreement 0.1.0, which was never released, cannot be kept to any more.
drop view delivery.subscriber_v1;

alter table delivery.agreement add column standing jsonb;
update delivery.agreement set standing = jsonb_build_object('status', 'terminated', 'parties', to_jsonb(parties),
  'reservations', '[]'::jsonb, 'provisionalUntil', null);
alter table delivery.agreement alter column standing set not null, drop column state;

-- Whom a change of a contract would reach: who receives figures by it, in which version (null: as they were sent).
create view delivery.subscriber_v1 as
  select distinct party as recipient, clause ->> 'contract' as contract, v.version, a.id as agreement
  from delivery.agreement a
  cross join lateral jsonb_array_elements(a.terms -> 'enforced') as clause
  cross join lateral unnest(a.parties) as party
  left join delivery.accepted_version v on v.participant = party and v.contract = clause ->> 'contract'
  where a.standing ->> 'status' in ('provisional', 'in-force') and clause ->> 'kind' = 'share'
    and (clause -> 'to' ? party or clause -> 'to' ? '_PARTIES')
    and not a.standing -> 'reservations' @> jsonb_build_array(jsonb_build_object('party', party, 'clause', clause ->> 'id'));
