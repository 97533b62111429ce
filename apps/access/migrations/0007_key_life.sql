-- Who withdrew a key, from when and why; and new enrolments that two officials ask for together.
alter table access.signing_key
  add column revoked_at timestamptz,       -- when it was reported; revoked_from is from when it is good for nothing
  add column revoked_by text,
  add column revocation_reason text,
  add column replaced_by text references access.signing_key (kid);

create or replace view access.signing_key_v1 as
  select kid, participant, office, jwk, valid_from, valid_until, revoked_from, roles, holder, revoked_at, revoked_by,
    revocation_reason, replaced_by
  from access.signing_key;

create table access.re_enrolment (
  id text primary key,
  participant text not null references access.participant (id),
  office text not null,
  roles text[] not null,
  holder text not null,
  reason text not null,
  asked_by text not null references access.signing_key (kid),
  asked_at timestamptz not null,
  seconded_by text references access.signing_key (kid),
  seconded_at timestamptz
);

create view access.re_enrolment_v1 as
  select id, participant, office, roles, holder, reason, asked_by, asked_at, seconded_by, seconded_at from access.re_enrolment;

-- Acts on agreements, signatures among them, that came after their key was withdrawn.
create view access.doubtful_act_v1 as
  select t.agreement, t.by as participant, t.act, t.kid, t.at, k.revoked_from
  from access.agreement_act t join access.signing_key k on k.kid = t.kid
  where k.revoked_from is not null and t.at >= k.revoked_from;
