-- Where a recipient wants its deliveries posted, and how far it has come. The stream and the webhook hold the same deliveries.
create table delivery.webhook (
  participant text primary key,
  url text not null,
  registered_at timestamptz not null,
  after bigint not null,                   -- the last number that was posted and answered with 2xx
  failures integer not null default 0,     -- since the last success
  next_try_at timestamptz not null,
  problem text,                            -- of the last try, without what the other side said
  ended_at timestamptz                     -- given up: the recipient has to register again
);

create view delivery.webhook_v1 as
  select participant, url, registered_at, after, failures, next_try_at, problem, ended_at from delivery.webhook;
