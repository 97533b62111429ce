// SPDX-License-Identifier: Apache-2.0
// The floor of an incremental comparison: bare tables with packed keys, two look-ups by index and an upsert of flags.

/** Fills two sides and their flags. */
export async function fillFloor({ floor }, cells) {
  await floor.query(`create schema if not exists floor; drop table if exists floor.outflow, floor.inflow, floor.flag;
    create table floor.outflow (key bigint, value bigint); create table floor.inflow (like floor.outflow);
    create table floor.flag (key bigint, difference bigint, outside boolean)`)
  for (const side of ['outflow', 'inflow'])
    await floor.query(
      `insert into floor.${side} select key, 100 + (key * 7919) % 1000 from generate_series(1::bigint, ${cells}) key`,
    )
  await floor.query('insert into floor.flag select key, 0, false from floor.outflow')
  for (const table of ['outflow', 'inflow', 'flag']) {
    await floor.query(`alter table floor.${table} add primary key (key)`)
    await floor.query(`vacuum analyze floor.${table}`)
  }
}

/** Revises so many cells that lie together, and redoes their flags, in one transaction. */
export async function redoFlags({ floor }, { cells, of, run }) {
  const first = ((run * 104_729) % (of - cells)) + 1
  const keys = Array.from({ length: cells }, (_, i) => first + i)
  const values = keys.map((key) => 50 + ((key + run) % 900))
  await floor.query('begin')
  await floor.query(
    `insert into floor.outflow select * from unnest($1::bigint[], $2::bigint[]) on conflict (key) do update set value = excluded.value`,
    [keys, values],
  )
  await floor.query(
    `insert into floor.flag select o.key, o.value - i.value, 200 * abs(o.value - i.value) > 10 * (o.value + i.value)
     from unnest($1::bigint[]) as asked (key) join floor.outflow o using (key) join floor.inflow i using (key)
     on conflict (key) do update set difference = excluded.difference, outside = excluded.outside`,
    [keys],
  )
  await floor.query('commit')
}
