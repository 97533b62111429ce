-- Figures that an agreement grants and that did not leave, because they could not be protected as it asks.
create table delivery.not_released (
  dataset bigint not null references delivery.dataset (position),
  recipient text not null,
  why text not null,
  at timestamptz not null,
  primary key (dataset, recipient)
);

create view delivery.not_released_v1 as
  select n.dataset, d.participant as sender, d.contract, d.submission, n.recipient, n.why, n.at
  from delivery.not_released n join delivery.dataset d on d.position = n.dataset;
