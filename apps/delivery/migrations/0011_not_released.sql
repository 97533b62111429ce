-- Figures that an agreement grants and that did not leave, because they could not be protected as it asks.
create table delivery.not_released (
  dataset bigint not null references delivery.dataset (position),
  recipient text not null,
  why text not null,
  at timestamptz not null,
  primary key (dataset, recipient)
);
