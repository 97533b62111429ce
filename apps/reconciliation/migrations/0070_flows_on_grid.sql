-- Which flows may need a common grid, one row for each in place of an index that asked for the outcome of every comparison: PostgreSQL
-- gives each revised row an entry of its own in every index as soon as a column changes that one of them asks about.
create table reconciliation.flow_on_grid (
  agreement text not null references reconciliation.agreement (id),
  contract text not null,
  origin text not null,
  destination text not null,
  period text not null,
  primary key (agreement, period, origin, destination, contract)
);
insert into reconciliation.flow_on_grid (agreement, contract, origin, destination, period)
select distinct agreement, contract, origin, destination, period from reconciliation.pair
where outcome = 'one-sided' or origin_parts is not null or destination_parts is not null or breakdown like '%\_U%' or breakdown like '%\_N%';
drop index reconciliation.pair_on_grid;
drop index reconciliation.statement_not_known;
