-- Who is who, who may sign in, who has agreed to what.

create table access.participant (
  id text primary key check (id ~ '^[A-Z0-9]{2,16}$'),
  kind text not null check (kind in ('state', 'committee', 'secretariat', 'partner', 'operator')),
  name text not null,
  members text[] not null default '{}',   -- of a committee: its states; of a secretariat: the region's
  registered_at timestamptz not null
);

create table access.office (
  participant text not null references access.participant (id),
  code text not null,
  name text not null,
  primary key (participant, code)
);

create table access.invitation (
  code_hash text primary key,              -- the code itself is told once and kept by nobody here
  participant text not null references access.participant (id),
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Two keys, for two purposes: one signs statements, one signs in to the broker.
create table access.signing_key (
  kid text primary key,
  participant text not null references access.participant (id),
  office text not null,
  jwk jsonb not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  revoked_from timestamptz,
  foreign key (participant, office) references access.office (participant, code)
);

create table access.signin_key (
  nkey text primary key,
  participant text not null references access.participant (id),
  office text not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  revoked_from timestamptz,
  foreign key (participant, office) references access.office (participant, code)
);

create table access.agreement (
  id text primary key,
  terms jsonb not null,
  digest text not null,                    -- of the canonical terms: what each side signs
  salt text not null,                      -- makes what the journal holds of it say nothing to others
  proposed_by text not null references access.participant (id),
  proposed_at timestamptz not null,
  in_force_at timestamptz,
  revoked_at timestamptz,
  revoked_by text references access.participant (id),
  revocation_reason text,
  revocation_signature text,               -- over revocation_bytes, by who revoked
  revocation_bytes bytea
);

create table access.agreement_signature (
  agreement text not null references access.agreement (id),
  participant text not null references access.participant (id),
  kid text not null references access.signing_key (kid),
  signature text not null,
  signed_at timestamptz not null,
  primary key (agreement, participant)
);

-- Nonces of signed requests and of console links: each serves once.
create table access.used_nonce (
  nonce text primary key,
  expires_at timestamptz not null
);
create index used_nonce_expiry on access.used_nonce (expires_at);

create view access.participant_v1 as
  select id, kind, name, members, registered_at from access.participant;

create view access.signing_key_v1 as
  select kid, participant, office, jwk, valid_from, valid_until, revoked_from from access.signing_key;

create view access.agreement_v1 as
  select a.id, a.terms, a.digest, a.salt, a.proposed_by, a.proposed_at, a.in_force_at, a.revoked_at, a.revoked_by,
    a.revocation_reason,
    case when a.revoked_at is not null then 'revoked'
         when a.in_force_at is not null then 'in-force' else 'proposed' end as state,
    coalesce((select jsonb_agg(jsonb_build_object('participant', s.participant, 'kid', s.kid,
        'signature', s.signature, 'signedAt', s.signed_at) order by s.signed_at)
      from access.agreement_signature s where s.agreement = a.id), '[]') as signatures
  from access.agreement a;
