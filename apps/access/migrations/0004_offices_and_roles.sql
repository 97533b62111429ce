-- A key has roles in one office. What a publisher did until now it may do on: publish, review, sign.
alter table access.signing_key
  add column roles text[] not null default '{publisher,reviewer,signatory}'
    check (cardinality(roles) > 0 and roles <@ '{publisher,approver,reviewer,signatory,observer,operator}'),
  add column holder text;                  -- the official's name, where the registrar was told one
update access.signing_key set roles = '{approver}' where role = 'approver';
update access.signing_key k set roles = '{operator,publisher}'
  from access.participant p where p.id = k.participant and p.kind = 'operator';

alter table access.invitation
  add column roles text[] not null default '{publisher,reviewer,signatory}'
    check (cardinality(roles) > 0 and roles <@ '{publisher,approver,reviewer,signatory,observer,operator}'),
  add column office text,                  -- the only office that the code serves; any where it is null
  add column holder text;
update access.invitation set roles = '{approver}' where role = 'approver';
update access.invitation i set roles = '{operator,publisher}'
  from access.participant p where p.id = i.participant and p.kind = 'operator';

drop view access.signing_key_v1;
alter table access.signing_key drop column role, alter column roles drop default;
alter table access.invitation drop column role, alter column roles drop default;

-- Which sign-in key belongs to which signing key: they came with one enrolment.
alter table access.signin_key add column kid text references access.signing_key (kid);
update access.signin_key s set kid = (select k.kid from access.signing_key k
  where k.participant = s.participant and k.office = s.office and k.valid_from = s.valid_from limit 1);

create view access.signing_key_v1 as
  select kid, participant, office, jwk, valid_from, valid_until, revoked_from, roles, holder from access.signing_key;

create view access.office_v1 as select participant, code, name from access.office;

create view access.invitation_v1 as
  select participant, roles, office, holder, expires_at, used_at from access.invitation;
