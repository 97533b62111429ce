-- A key has roles; intake asks whether it may publish, approve or withdraw.
alter table intake.participant_key
  add column roles text[] not null default '{publisher,reviewer,signatory}',
  add column kind text not null default 'state';
update intake.participant_key set roles = '{approver}' where role = 'approver';
alter table intake.participant_key drop column role, alter column roles drop default, alter column kind drop default;
