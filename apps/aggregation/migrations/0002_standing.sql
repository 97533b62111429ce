--! breaking
-- Agreements have several parties and a standing of their own: one can hold the consents of many, for each region that is a party.
-- Terms of the contract agreement 0.1.0, which was never released, cannot be kept to any more.
drop table aggregation.consent;

-- Aggregation's own copy of the agreements that consent, from the facts of access.
create table aggregation.agreement (
  id text primary key,
  terms jsonb not null,
  standing jsonb not null
);

-- Who consents to which region by which agreement; whether that holds is in the agreement's standing.
create table aggregation.consent (
  agreement text not null references aggregation.agreement (id),
  region text not null,
  member text not null,
  primary key (agreement, region, member)
);
create index consent_of_member on aggregation.consent (member);
create index consent_of_region on aggregation.consent (region);
