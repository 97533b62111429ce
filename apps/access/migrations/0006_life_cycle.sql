--! breaking
-- The life of an agreement as its facts, each with the signed act that led to it, and the state that they come to.
-- Before 1.0.0 nothing was released: an agreement of an older hub cannot be carried over, and none is thrown away silently.
do $$
begin
  if exists (select from access.agreement) then
    raise exception 'could not upgrade: there are agreements of a hub before 1.0.0; start this one with a new home or database';
  end if;
end
$$;

drop view access.agreement_v1;
drop table access.agreement_signature;
drop table access.agreement;

create table access.agreement (
  id text primary key,
  salt text not null,                      -- makes what the journal holds of it say nothing to others
  status text not null,
  state jsonb not null,                    -- what the facts come to: terms, digest, signatures, parties, reservations …
  proposed_at timestamptz not null,
  due_at timestamptz                       -- when the clock alone may change it; null where it has ended
);
create index agreement_due on access.agreement (due_at) where due_at is not null;

create table access.agreement_act (
  agreement text not null references access.agreement (id),
  number integer not null,
  act text not null,
  by text references access.participant (id),  -- null: the clock, or another agreement
  at timestamptz not null,
  detail jsonb not null,                   -- the fact as the domain told it
  kid text references access.signing_key (kid),
  bytes bytea,                             -- what was signed, and the signature over it; null where nothing is signed of its own
  signature text,
  primary key (agreement, number)
);

create view access.agreement_v1 as
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
    coalesce((select jsonb_agg(jsonb_build_object('participant', t.by, 'kid', t.kid, 'signature', t.signature, 'signedAt', t.at)
        order by t.number)
      from access.agreement_act t where t.agreement = a.id and t.act = 'signed' and t.number >
        (select max(number) from access.agreement_act p where p.agreement = a.id and p.act = 'proposed')), '[]') as signatures
  from access.agreement a;

create view access.agreement_act_v1 as
  select agreement, number, act, by, at, detail, kid, replace(encode(bytes, 'base64'), chr(10), '') as bytes, signature from access.agreement_act;
