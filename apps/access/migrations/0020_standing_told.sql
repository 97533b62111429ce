-- Changes of standing, in the order in which they were told: who enforces sees whether it has heard them all.
create index outbox_standing on access.outbox (position) where subject = 'access.agreement-standing.v1';

create view access.standing_told_v1 as
  select o.position, array(select jsonb_array_elements_text(told.one -> 'standing' -> 'parties')) as parties
  from access.outbox o
  cross join lateral (select convert_from(o.body, 'UTF8')::jsonb as body) as read
  cross join lateral jsonb_array_elements(
    case jsonb_typeof(read.body) when 'array' then read.body else jsonb_build_array(read.body) end) as told (one)
  where o.subject = 'access.agreement-standing.v1';
