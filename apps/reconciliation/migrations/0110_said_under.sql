-- Under which agreement a statement of figures was made: none leaves while the agreement does not stand.
create table reconciliation.said_under (
  position bigint primary key,    -- in the outbox
  agreement text not null
);
create index said_under_agreement on reconciliation.said_under (agreement);
