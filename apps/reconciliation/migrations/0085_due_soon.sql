-- A report that has not come is due soon: its party was reminded.
alter table reconciliation.due drop constraint due_state_check,
  add constraint due_state_check check (state in ('due', 'due-soon', 'on-time', 'late', 'missing'));
