-- Which office of a state releases the state's figures by a contract, as the state has said it, act by act: the newest one holds.
create table access.office_act (
  participant text not null,
  contract text not null,
  number integer not null,
  office text,                             -- null: none is named any more
  at timestamptz not null,
  kid text references access.signing_key (kid),
  passkey text references access.passkey (kid),
  bytes bytea not null,                    -- exactly what was signed, and the signature over it
  signature text not null,
  primary key (participant, contract, number),
  foreign key (participant, office) references access.office (participant, code)
);

create view access.releasing_office_v1 as
  select n.participant, n.contract, n.office, n.at
  from (select distinct on (participant, contract) * from access.office_act order by participant, contract, number desc) as n
  where n.office is not null;

create view access.office_act_v1 as
  select a.participant, a.contract, a.number, a.office, a.at, coalesce(a.kid, a.passkey) as kid,
    coalesce(k.holder, p.name) as "name", coalesce(k.office, s.office) as signed_in
  from access.office_act a left join access.signing_key k on k.kid = a.kid
    left join access.passkey s on s.kid = a.passkey left join access.person p on p.id = s.person;
