-- Who may send for real, and who may do nothing for now. Whoever was there before rehearsals were asked for sends on.
alter table access.participant
  add column organisation text check (organisation in ('employers', 'workers', 'migrants', 'recruiters', 'research')),
  add column production_since timestamptz,
  add column production_by text,           -- the key of who granted it
  add column production_reason text,
  add column suspended_since timestamptz,
  add column suspended_by text,
  add column suspension_reason text;
update access.participant
  set production_since = registered_at, production_reason = 'registered before rehearsals were asked for'
  where kind in ('state', 'partner');

create or replace view access.participant_v1 as
  select id, kind, name, members, registered_at, approval_required_since, organisation, production_since, production_reason,
    suspended_since, suspension_reason
  from access.participant;

-- Who asked for a place without a code. The keys are registered when the registrar approves.
create table access.registration (
  kid text primary key,
  claim jsonb not null,
  applied_at timestamptz not null,
  decision text check (decision in ('approved', 'refused')),
  decided_at timestamptz,
  decided_by text,
  reason text
);
create index registration_waiting on access.registration (applied_at) where decision is null;

create view access.registration_v1 as
  select kid, claim, applied_at, decision, decided_at, reason from access.registration;

-- Steps of a rehearsal, from what intake tells.
create table access.rehearsal_step (
  participant text not null,
  step text not null check (step in ('accepted', 'refused', 'revised', 'retracted', 'received', 'verified')),
  done_at timestamptz not null,
  primary key (participant, step)
);

create view access.rehearsal_step_v1 as select participant, step, done_at from access.rehearsal_step;
