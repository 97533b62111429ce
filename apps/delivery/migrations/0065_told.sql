-- What recipients have been told of figures that agreements protect, sealed under the data key of their message: reconciliation compares by
-- this and by nothing else of them. What was withdrawn is left out.
create view delivery.told_v1 as
  select r.position, r.dataset, r.recipient, d.contract, coalesce(r.version, d.version) as version, b.fingerprint, b.sealed
  from delivery.release r
  join delivery.dataset d on d.position = r.dataset
  join delivery.body b on b.dataset = r.dataset and b.fingerprint = r.body
  where r.withdrawn_at is null and r.deleted_under is null and r.reported_as is null
    and r.protection @? '$[*] ? (@.method <> "published-figures-no-protection")';
