-- Where the parties of an agreement commit before they compare, what lies between them is added up once its period is open.
create table aggregation.opened (
  agreement text collate "C" not null,
  contract text collate "C" not null,
  period text collate "C" not null,
  primary key (agreement, contract, period)
);
