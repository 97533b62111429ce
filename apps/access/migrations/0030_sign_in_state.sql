-- What the hub's own provider of sign-ins remembers on the way of a sign-in, for minutes: it survives a restart, and serves several consoles.
create table access.sign_in_state (
  model text not null,                     -- as the provider calls it: Interaction, Session, Grant, AuthorizationCode …
  id text not null,                        -- the hash of its name: whoever reads the table cannot use a code
  payload jsonb not null,
  uid text,
  grant_id text,
  expires_at timestamptz not null,
  primary key (model, id)
);
create index sign_in_state_expiry on access.sign_in_state (expires_at);
create index sign_in_state_grant on access.sign_in_state (grant_id) where grant_id is not null;
