-- The figures of releases, once for all releases of the same projection of a dataset, sealed under the data key of their message. The
-- outbox keeps what is a statement's own. A statement from before this migration stands in the outbox whole.
create table delivery.body (
  dataset bigint not null references delivery.dataset (position),
  fingerprint bytea not null,                      -- a digest keyed by that data key
  sealed bytea not null,
  primary key (dataset, fingerprint)
);
-- Encrypted bytes do not get smaller by packing them.
alter table delivery.body alter column sealed set storage external;

alter table delivery.release
  add column body bytea,                           -- null where it was deleted
  add column periods text[],                       -- that its figures are of; null where it was deleted
  add constraint release_body_fkey foreign key (dataset, body) references delivery.body (dataset, fingerprint);

update delivery.release r set periods = case jsonb_typeof(told.period)
    when 'array' then array(select distinct jsonb_array_elements_text(told.period))
    when 'string' then array[told.period #>> '{}']
    else '{}' end
from (
  select position, convert_from(body, 'UTF8')::jsonb #> '{data,figures,dataset,period}' as period
  from delivery.outbox where typ is not null and octet_length(body) > 0) as told
where told.position = r.position;
