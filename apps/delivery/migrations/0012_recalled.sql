-- What a sender takes back from those who have it, and what was released in error: which releases, why, and since when.
create table delivery.incident (
  id bigint primary key,
  kind text not null check (kind in ('recall', 'breach')),
  by text not null,                        -- the participant, and the key that asked for it
  kid text not null,
  reason text not null,
  asked jsonb not null,                    -- what was looked for
  at timestamptz not null
);

create table delivery.incident_release (
  incident bigint not null references delivery.incident (id),
  position bigint not null references delivery.release (position),
  primary key (incident, position)
);
create index incident_of_release on delivery.incident_release (position);

-- A recipient says, signed, that it has destroyed what it had of a withdrawn delivery.
create table delivery.destroyed (
  recipient text not null,
  number bigint not null,
  at timestamptz not null,
  proof jsonb not null,                    -- the signed request
  primary key (recipient, number)
);

-- Open until the recipient confirms that it has destroyed it. What it never fetched needs no confirmation.
create view delivery.incident_v1 as
  select i.id, i.kind, i.by, i.reason, i.at, r.agreement, r.clause, r.sender, r.recipient, r.number, r.dataset, d.submission, r.contract,
    r.rows, r.released_at, r.acknowledged_at, r.state, r.note, n.acknowledged_at as note_acknowledged_at, x.at as destroyed_at,
    case when r.state = 'WITHDRAWN' then 'never handed out'
         when x.at is not null then 'destroyed'
         when n.acknowledged_at is not null then 'told'
         else 'not told yet' end as stands,
    case when i.kind = 'breach' then i.at + make_interval(hours => (
      select min((c ->> 'hours')::integer) from delivery.agreement a cross join lateral jsonb_array_elements(a.terms -> 'recorded') as c
      where a.id in (select g.agreement from delivery.granted_rows g where g.position = r.position) and c ->> 'kind' = 'breach-notice')) end as notice_due_at
  from delivery.incident i
  join delivery.incident_release ir on ir.incident = i.id
  join delivery.release_v1 r on r.position = ir.position
  join delivery.dataset d on d.position = r.dataset
  left join delivery.numbered m on m.recipient = r.recipient and m.number = r.note
  left join delivery.outbox n on n.position = m.position
  left join delivery.destroyed x on x.recipient = r.recipient and x.number = r.number;
