-- Messages that were accepted after the instant from which their key turned out to be good for nothing.
create table intake.doubt (
  position bigint primary key references intake.submission (position),
  participant text not null,
  kid text not null,
  since timestamptz not null,
  noted_at timestamptz not null
);
create index submission_of_key on intake.submission (kid, received_at);

create view intake.doubt_v1 as
  select d.position, d.participant, s.id, s.digest, d.kid, d.since, s.received_at, d.noted_at
  from intake.doubt d join intake.submission s on s.position = d.position;
create view intake.quarantine_v1 as
  select participant, id, digest, code, detail, first_seen from intake.quarantine;
