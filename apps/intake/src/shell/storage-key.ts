// SPDX-License-Identifier: Apache-2.0
import {
  atRestName,
  rowsOfQuery,
  wrapAgain,
  type ServiceContext,
  type StorageKeys,
  type Store,
} from '@corridor/platform'

/** Rows that are put under the current key in one transaction. */
const batchRows = 500

interface WrappedRow {
  readonly participant: string
  readonly digest: string
  readonly storage_key: string
  readonly wrapped_key: Buffer
}

/** Notes the key that new rows are under, before the first of them: a later start without it is told so. */
export async function noteStorageKey({ store, environment, clock }: ServiceContext): Promise<void> {
  await store.query(
    'insert into storage_key (id, first_used) values ($1, $2) on conflict do nothing',
    [environment.keys.storage.current.id, clock()],
  )
}

/** Puts every data key under the current storage key, so that the older ones can be destroyed. */
export async function exchangeStorageKeys({
  store,
  environment,
  log,
}: ServiceContext): Promise<void> {
  const { storage } = environment.keys
  const older = await rowsOfQuery<{ id: string }>(
    store,
    'select id from storage_key where id <> $1',
    [storage.current.id],
  )
  if (older.length === 0) return
  let rows = 0
  for (const table of [accepted, refused, waiting]) rows += await wrapTable(store, table, storage)
  await store.query('delete from storage_key where id <> $1', [storage.current.id])
  log.info('every stored message is under the newest storage key; older ones can be destroyed', {
    rows,
  })
}

interface WrappedTable {
  readonly take: string
  readonly put: string
}

const accepted: WrappedTable = {
  take: `select participant, digest, storage_key, wrapped_key from submission
    where storage_key <> $1 and wrapped_key is not null limit ${String(batchRows)} for update`,
  put: `update submission set storage_key = $4, wrapped_key = wrapped.key
    from unnest($1::text[], $2::text[], $3::bytea[]) as wrapped (participant, digest, key)
    where submission.participant = wrapped.participant and submission.digest = wrapped.digest
      and submission.storage_key <> $4`,
}

const refused: WrappedTable = {
  take: `select participant, seal_digest as digest, storage_key, wrapped_key from quarantine
    where storage_key <> $1 and wrapped_key is not null limit ${String(batchRows)} for update`,
  put: `update quarantine set storage_key = $4, wrapped_key = wrapped.key
    from unnest($1::text[], $2::text[], $3::bytea[]) as wrapped (participant, digest, key)
    where quarantine.participant = wrapped.participant and quarantine.seal_digest = wrapped.digest`,
}

const waiting: WrappedTable = {
  take: `select participant, digest, storage_key, wrapped_key from waiting
    where storage_key <> $1 and wrapped_key is not null limit ${String(batchRows)} for update`,
  put: `update waiting set storage_key = $4, wrapped_key = wrapped.key
    from unnest($1::text[], $2::text[], $3::bytea[]) as wrapped (participant, digest, key)
    where waiting.participant = wrapped.participant and waiting.digest = wrapped.digest
      and waiting.storage_key <> $4`,
}

async function wrapTable(store: Store, table: WrappedTable, keys: StorageKeys): Promise<number> {
  for (let done = 0; ;) {
    const count = await store.transaction(async (tx) => {
      const rows = await rowsOfQuery<WrappedRow>(tx, table.take, [keys.current.id])
      if (rows.length === 0) return 0
      const wrapped = rows.map((row) =>
        wrapAgain(keys, {
          storageKey: row.storage_key,
          wrappedKey: row.wrapped_key,
          of: atRestName(row.participant, row.digest),
        }),
      )
      await tx.query(table.put, [
        rows.map(({ participant }) => participant),
        rows.map(({ digest }) => digest),
        wrapped.map(({ wrappedKey }) => wrappedKey),
        keys.current.id,
      ])
      return rows.length
    })
    if (count === 0) return done
    done += count
  }
}
