-- Whose messages count, from the facts of access. Whoever is not here, or not for production, may rehearse only.
create table intake.sender (
  participant text primary key,
  production boolean not null,
  suspended boolean not null
);
insert into intake.sender (participant, production, suspended)
  select distinct participant, true, false from intake.participant_key;

-- Of a participant that rehearses: which steps it has done, and the names of cells that it stated (no figures), to know a
-- revision when it comes. Both go when it gets production rights.
create table intake.rehearsal_step (
  participant text not null,
  step text not null,
  primary key (participant, step)
);
create table intake.rehearsal_cell (
  participant text not null,
  cell bytea not null,
  primary key (participant, cell)
);
