// SPDX-License-Identifier: Apache-2.0
// Looks for a rare figure wherever a hub keeps anything: as digits, as they stand in JSON, and as PostgreSQL stores a bigint.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Hub } from './raise-hub'

/** The spellings of a figure on a disk. */
export function spellingsOf(figure: number): readonly Buffer[] {
  const binary = Buffer.alloc(8)
  binary.writeBigInt64LE(BigInt(figure))
  return [Buffer.from(String(figure)), binary]
}

/** The files below a folder that hold one of the spellings, by their path in it. */
export function filesWith(folder: string, spellings: readonly Buffer[]): readonly string[] {
  return filesBelow(folder)
    .filter((file) => {
      const bytes = contentOf(file)
      return spellings.some((spelling) => bytes.includes(spelling))
    })
    .map((file) => relative(folder, file))
    .sort()
}

/** The tables of a database of which a row shows the figure, as text or in the bytes of a column. */
export async function tablesWith(query: Hub['query'], figure: number): Promise<readonly string[]> {
  const found: string[] = []
  for (const name of await tablesOf(query)) {
    const [row] = await query<{ there: boolean }>(
      `select exists (select from ${name} t where t::text like '%' || $1 || '%' or t::text like '%' || $2 || '%') as there`,
      [String(figure), Buffer.from(String(figure)).toString('hex')],
    )
    if (row?.there === true) found.push(name)
  }
  return found
}

/** Every table of the services, with its schema. */
export async function tablesOf(query: Hub['query']): Promise<readonly string[]> {
  const tables = await query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') order by 1`,
  )
  return tables.map(({ name }) => name)
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesBelow(path)
    return entry.isFile() ? [path] : []
  })
}

// A file may go while the folder is read.
function contentOf(file: string): Buffer {
  try {
    return statSync(file).size === 0 ? Buffer.alloc(0) : readFileSync(file)
  } catch {
    return Buffer.alloc(0)
  }
}
