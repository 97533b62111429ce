-- A participant may have two people: one publishes, another approves what was published.
alter table access.invitation
  add column role text not null default 'publisher' check (role in ('publisher', 'approver'));
alter table access.signing_key
  add column role text not null default 'publisher' check (role in ('publisher', 'approver'));

-- Set and cleared by an approver only, so that a publisher alone cannot do without.
alter table access.participant
  add column approval_required_since timestamptz;

create or replace view access.participant_v1 as
  select id, kind, name, members, registered_at, approval_required_since from access.participant;

create or replace view access.signing_key_v1 as
  select kid, participant, office, jwk, valid_from, valid_until, revoked_from, role from access.signing_key;
