// SPDX-License-Identifier: Apache-2.0
import { extendCodeLists, type CodeListExtension } from '@corridor/contracts'
import { rowsOfQuery, type Store, type Tx } from './open-store'

/** The fact of access that tells of added codes. Every service hears it, because every service judges or shows codes. */
export const codesAdded = 'access.codes-added.v1'

/** What the fact says. */
export interface CodesAdded {
  readonly position: number
  readonly extension: CodeListExtension
  readonly at: string
}

// What this process has, by its text: services that run together share the lists, and one may be behind another.
// Written by `takeCodes` alone.
const taken = new Map<
  string,
  { readonly position: number; readonly extension: CodeListExtension }
>()
const listeners = new Set<(extensions: readonly CodeListExtension[]) => void>()

/** The codes that this process adds to the released lists, in the order in which they were added. */
export function codeExtensions(): readonly CodeListExtension[] {
  return [...taken.values()]
    .sort((a, b) => a.position - b.position)
    .map(({ extension }) => extension)
}

/** Calls when codes were added, so that threads of this process can be told; gives the way to stop it. */
export function whenCodesChange(
  listener: (extensions: readonly CodeListExtension[]) => void,
): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Keeps what access tells in the service's own schema, in the transaction of the fact. */
export async function keepCodes(tx: Tx, { position, extension, at }: CodesAdded): Promise<void> {
  await tx.query(
    'insert into code_extension (position, extension, added_at) values ($1, $2, $3) on conflict do nothing',
    [position, JSON.stringify(extension), at],
  )
}

/** The extensions that a service has kept, in their order. */
export async function keptCodes(
  on: Store | Tx,
  table: 'code_extension' | 'access.code_extension_v1' = 'code_extension',
): Promise<readonly { readonly position: number; readonly extension: CodeListExtension }[]> {
  return rowsOfQuery(
    on,
    `select position::float8 as position, extension from ${table} order by position`,
  )
}

/** Puts what is kept on the code lists of this process. Access has judged it; what does not fit is a fault of the hub. */
export async function loadCodes(
  on: Store,
  table: 'code_extension' | 'access.code_extension_v1' = 'code_extension',
): Promise<void> {
  const kept = await keptCodes(on, table)
  const before = taken.size
  for (const one of kept) taken.set(JSON.stringify(one.extension), one)
  if (taken.size === before) return
  const extensions = codeExtensions()
  const outcome = extendCodeLists(extensions)
  if (!outcome.ok) throw new Error(`could not add codes: ${outcome.refusal.detail}`)
  for (const listener of listeners) listener(extensions)
}
