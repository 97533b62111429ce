-- A passkey is lost from an instant on, which is before somebody notices: what it has signed since is doubtful, and listed.
alter table access.passkey add column lost_from timestamptz;

create or replace view access.passkey_v1 as
  select k.kid, k.credential, k.person, k.participant, k.office, k.name, k.jwk, k.rp_id, k.origin, k.synced, k.registered_at,
    k.confirmed_at, k.confirmed_by, k.removed_at, k.removed_by, k.removal_reason, n.name as person_name, n.roles,
    n.registered_by as person_registered_by, k.lost_from
  from access.passkey k join access.person n on n.id = k.person;

create or replace view access.doubtful_act_v1 as
  select t.agreement, t.by as participant, t.act, t.kid, t.at, k.revoked_from
  from access.agreement_act t join access.signing_key k on k.kid = t.kid
  where k.revoked_from is not null and t.at >= k.revoked_from
  union all
  select t.agreement, t.by as participant, t.act, t.passkey, t.at, p.lost_from
  from access.agreement_act t join access.passkey p on p.kid = t.passkey
  where p.lost_from is not null and t.at >= p.lost_from;
