-- Figures whose sender may comment before they are handed over: who gets them when, unless the sender stops them.
create table delivery.comment_period (
  dataset bigint not null references delivery.dataset (position),
  recipient text not null,
  until timestamptz not null,
  over boolean not null default false,     -- released, or looked at when the time was over
  stopped_at timestamptz,
  reason text,                             -- why the sender stopped it
  primary key (dataset, recipient)
);
create index comment_period_running on delivery.comment_period (until) where not over and stopped_at is null;

create view delivery.comment_period_v1 as
  select c.dataset, d.participant as sender, d.contract, d.submission, c.recipient, c.until, c.over, c.stopped_at, c.reason
  from delivery.comment_period c join delivery.dataset d on d.position = c.dataset;
