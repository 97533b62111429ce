-- Which flows are brought to a common grid: cells that one side alone gives, sums, and persons of no known code are found at once.
create index pair_on_grid on reconciliation.pair (agreement, period, origin, destination, contract)
  where outcome = 'one-sided' or origin_parts is not null or destination_parts is not null;
create index statement_not_known on reconciliation.statement (origin, destination, period, contract)
  where breakdown like '%\_U%' or breakdown like '%\_N%';
