-- Passkeys of people, with which they sign acts on the console's pages. A passkey is a person's, at one office of one participant.
create table access.passkey (
  kid text primary key,                    -- RFC 7638 thumbprint of its public key
  credential text not null unique,         -- as the authenticator names it, base64url
  person text not null references access.person (id),
  participant text not null references access.participant (id),
  office text not null,
  name text not null,                      -- as its owner calls it
  jwk jsonb not null,
  rp_id text not null,                     -- the name and the address that it was made for
  origin text not null,
  counter bigint not null,                 -- the last count of its authenticator; 0 where it does not count
  synced boolean not null,                 -- true where a cloud keeps a copy of it
  registered_at timestamptz not null,
  confirmed_at timestamptz,                -- good from here on: a second official stands behind it
  confirmed_by text references access.signing_key (kid),
  removed_at timestamptz,
  removed_by text,                         -- a person, or the thumbprint of a key
  removal_reason text
);
create index passkey_of_person on access.passkey (person);

create view access.passkey_v1 as
  select k.kid, k.credential, k.person, k.participant, k.office, k.name, k.jwk, k.rp_id, k.origin, k.synced, k.registered_at,
    k.confirmed_at, k.confirmed_by, k.removed_at, k.removed_by, k.removal_reason, n.name as person_name, n.roles,
    n.registered_by as person_registered_by
  from access.passkey k join access.person n on n.id = k.person;

alter table access.agreement_act add column passkey text references access.passkey (kid);

create or replace view access.agreement_v1 as
  select a.id, a.state -> 'terms' as terms, a.state ->> 'digest' as digest, a.salt,
    (a.state ->> 'revision')::integer as revision, a.state ->> 'proposedBy' as proposed_by, a.proposed_at,
    case when a.status in ('in-force', 'provisional') and jsonb_array_length(a.state -> 'suspendedBy') > 0 then 'suspended'
         else a.status end as state,
    array(select jsonb_array_elements_text(a.state -> 'parties')) as parties,
    a.state -> 'reservations' as reservations, a.state -> 'accessions' as accessions, a.state -> 'notices' as notices,
    a.state -> 'suspendedBy' as suspended_by,
    (a.state ->> 'until')::timestamptz as until,
    (select max(at) from access.agreement_act t where t.agreement = a.id and t.act = 'entered-into-force') as in_force_at,
    (a.state ->> 'at')::timestamptz as ended_at,
    (select jsonb_build_object('act', t.act, 'by', t.by, 'at', t.at, 'reason', t.detail ->> 'reason')
      from access.agreement_act t where t.agreement = a.id order by t.number desc limit 1) as last_act,
    coalesce((select jsonb_agg(jsonb_build_object('participant', t.by, 'kid', coalesce(t.kid, t.passkey), 'signature', t.signature,
        'signedAt', t.at, 'with', case when t.passkey is null then 'office-key' else 'passkey' end) order by t.number)
      from access.agreement_act t where t.agreement = a.id and t.act = 'signed' and t.number >
        (select max(number) from access.agreement_act p where p.agreement = a.id and p.act = 'proposed')), '[]') as signatures
  from access.agreement a;

create or replace view access.agreement_act_v1 as
  select agreement, number, act, by, at, detail, coalesce(kid, passkey) as kid,
    replace(encode(bytes, 'base64'), chr(10), '') as bytes, signature,
    case when passkey is not null then 'passkey' when kid is not null then 'office-key' end as signed_with
  from access.agreement_act;
