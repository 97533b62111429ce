-- People who sign in by OpenID Connect: a provider's subject is mapped to a place in the register.
create table access.person (
  id text primary key,
  issuer text not null,                    -- 'local' for the provider that the hub brings
  subject text not null,
  participant text not null references access.participant (id),
  office text not null,
  roles text[] not null
    check (cardinality(roles) > 0 and roles <@ '{publisher,approver,reviewer,signatory,observer,operator}'),
  name text not null,
  registered_at timestamptz not null,
  registered_by text not null,
  ended_at timestamptz,
  ended_by text,
  passphrase_hash text,                    -- of the local provider: 128 random bits, told once
  tries integer not null default 0,        -- wrong passphrases since the last right one
  last_try timestamptz
);
create unique index person_of_subject on access.person (issuer, subject) where ended_at is null;

create view access.person_v1 as
  select id, issuer, subject, participant, office, roles, name, registered_at, ended_at from access.person;
