-- Messages whose data key was destroyed: under what, by whose order. Receipt, digest and commitment stay where they are.
create table intake.erasure (
  participant text not null,
  submission text not null,
  position bigint not null unique,         -- of the message
  datasets bigint[] not null,
  under text not null,                     -- in words, such as: clause 5 of BE-DK-2026
  agreement text,
  clause text,
  reference text,                          -- of an order by a competent authority
  reason text,
  kid text,                                -- the key that signed the order; null where a clause's days had passed
  ordered bytea,                           -- exactly what was signed, and the signature over it
  signature text,
  erased_at timestamptz not null,
  primary key (participant, submission)
);

create view intake.erasure_v1 as
  select e.participant, e.submission, e.position, e.datasets, e.under, e.agreement, e.clause, e.reference, e.reason, e.kid,
    replace(encode(e.ordered, 'base64'), chr(10), '') as ordered, e.signature, e.erased_at, s.contract, s.digest
  from intake.erasure e join intake.submission s on s.position = e.position;
