-- The datasets of messages that are in doubt now, also of those that stay inside their state.
create or replace view intake.doubtful_dataset_v1 as
  select d.position from (select position, submission from intake.dataset union all select position, submission from intake.internal_dataset) d
    join intake.doubt t on t.position = d.submission
  where t.cleared_at is null;
