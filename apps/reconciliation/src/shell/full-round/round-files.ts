// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  openAtRest,
  rowsOfQuery,
  sealAtRest,
  type ServiceContext,
  type Queryable,
  type StorageKeys,
  type Tx,
} from '@corridor/platform'
import type { Meeting } from '../../domain/full-round/judging-rows'

/** The two sides of one agreement and period as they lie on disk. */
export interface RoundFile {
  readonly agreement: string
  readonly contract: string
  readonly period: string
  readonly upto: number
  readonly statements: number
  readonly granted: string
  readonly judged: string
  readonly file: string
  readonly storageKey: string
  readonly wrappedKey: Buffer
  readonly bytes: number
  readonly meeting: Meeting
}

/** Where files lie, and the keys that wrap theirs. */
export interface RoundStore {
  readonly folder: string
  readonly keys: StorageKeys
}

/** Where files of full rounds lie: in the hub's home, beside its keys. */
export function roundStoreOf({ environment }: ServiceContext): RoundStore {
  return {
    folder: join(dirname(environment.keysFolder), 'rounds'),
    keys: environment.keys.storage,
  }
}

/** The sides, in the order in which they are sealed. */
export const directions = ['outflow', 'inflow'] as const

/** Seals both sides under a key of their own, writes them, and keeps the key in place of that of an earlier file. */
export async function keepRoundFile(
  tx: Tx,
  made: Omit<RoundFile, 'file' | 'storageKey' | 'wrappedKey' | 'bytes'> & { readonly at: Date },
  { opened, store }: { readonly opened: readonly Buffer[]; readonly store: RoundStore },
): Promise<void> {
  const file = randomBytes(16).toString('hex')
  const { storageKey, wrappedKey, parts: sealed } = sealAtRest(store.keys, file, opened)
  mkdirSync(store.folder, { recursive: true, mode: 0o700 })
  for (const [place, part] of directions.entries())
    writeFileSync(pathOf(store, file, part), sealed[place] ?? '', { mode: 0o600, flag: 'wx' })
  const bytes = opened.reduce((sum, one) => sum + one.length, 0)
  const { agreement, contract, period, upto, statements, granted, judged, meeting, at } = made
  const replaced = await rowsOfQuery<{ file: string }>(
    tx,
    'select file from round_file where agreement = $1 and contract = $2 and period = $3',
    [agreement, contract, period],
  )
  await tx.query(upsertFile, [
    ...[
      agreement,
      contract,
      period,
      upto,
      statements,
      granted,
      judged,
      file,
      storageKey,
      wrappedKey,
    ],
    bytes,
    ...[JSON.stringify(meeting), at],
  ])
  removeFiles(store, replaced)
}

const upsertFile = `
insert into round_file (agreement, contract, period, upto, statements, granted, judged, file, storage_key, wrapped_key, bytes, meeting, made_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
on conflict (agreement, contract, period) do update set upto = excluded.upto, statements = excluded.statements, granted = excluded.granted, judged = excluded.judged,
  file = excluded.file, storage_key = excluded.storage_key, wrapped_key = excluded.wrapped_key, bytes = excluded.bytes,
  meeting = excluded.meeting, made_at = excluded.made_at`

/** The files of an agreement and contract by their period. */
export async function roundFilesOf(
  on: Queryable,
  { agreement, contract }: Pick<RoundFile, 'agreement' | 'contract'>,
): Promise<readonly RoundFile[]> {
  return rowsOfQuery<RoundFile>(
    on,
    `select agreement, contract, period, upto::float8 as upto, statements::float8 as statements, granted, judged, file, storage_key as "storageKey",
       wrapped_key as "wrappedKey", bytes::float8 as bytes, meeting
     from round_file where agreement = $1 and contract = $2 order by period`,
    [agreement, contract],
  )
}

/** A side as it was before it was sealed; throws where it is not there, or its key is not at hand. */
export function openPart(
  store: RoundStore,
  known: RoundFile,
  part: (typeof directions)[number],
): Buffer {
  const { file, storageKey, wrappedKey } = known
  const bytes = readFileSync(pathOf(store, file, part))
  const sealed = { storageKey, wrappedKey, of: file, part: directions.indexOf(part), bytes }
  return openAtRest(store.keys, sealed)
}

/** Deletes the files of agreements, with the keys that they are under: what was derived of a deleted message goes with it. */
export async function eraseRoundFiles(
  tx: Tx,
  agreements: readonly string[],
  store: RoundStore,
): Promise<void> {
  const gone = await rowsOfQuery<{ file: string }>(
    tx,
    'with gone as (delete from round_file where agreement = any($1::text[]) returning file) select file from gone',
    [agreements],
  )
  removeFiles(store, gone)
}

/** Removes files that nothing knows of any more: of a transaction that came to nothing, or of a hub that was killed meanwhile. */
export async function removeOrphans(on: Queryable, store: RoundStore): Promise<void> {
  if (!existsSync(store.folder)) return
  const rows = await rowsOfQuery<{ file: string }>(on, 'select file from round_file')
  const known = new Set(rows.map(({ file }) => file))
  for (const name of readdirSync(store.folder))
    if (!known.has(name.split('.')[0] ?? '')) rmSync(join(store.folder, name), { force: true })
}

function removeFiles(store: RoundStore, files: readonly { readonly file: string }[]): void {
  for (const { file } of files)
    for (const part of directions) rmSync(pathOf(store, file, part), { force: true })
}

function pathOf({ folder }: RoundStore, file: string, part: string): string {
  return join(folder, `${file}.${part}`)
}
