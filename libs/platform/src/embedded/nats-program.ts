// SPDX-License-Identifier: Apache-2.0
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { accept, refuse } from '@corridor/kernel'
import type { Settings } from '../config/settings'
import { messageOf } from './failure'
import { makeBeside, sweepBeside } from './make-beside'
import { fetchRelease } from './nats-release'
import type { Progress, Started } from './refusals'

/** Where a nats-server is looked for. */
export interface NatsSearch {
  readonly settings: Pick<Settings, 'natsServer' | 'natsDownload'>
  readonly projectRoot: string
  readonly cache: string
  readonly progress: Progress
  /** Ways that are left out: tests take each way alone. */
  readonly without?: readonly ('path' | 'package')[]
}

/** A nats-server that can be started. */
export interface NatsProgram {
  readonly program: string
  readonly version: string
}

/** The oldest nats-server that signs participants in as the hub needs it (auth callout). */
export const oldestNats = '2.10.0'

const runFile = promisify(execFile)

/**
 * Finds a nats-server that is new enough: the one that NATS_SERVER names, one on the PATH, the copy in the cache, the
 * distribution's package, the upstream release archive.
 */
export async function findNatsServer(search: NatsSearch): Promise<Started<NatsProgram>> {
  const { settings, cache, without = [] } = search
  if (settings.natsServer !== undefined) return named(settings.natsServer)
  const onPath = without.includes('path') ? undefined : await newEnough(await placeOnPath())
  if (onPath !== undefined) return accept(onPath)
  const place = join(cache, 'nats-server')
  sweepBeside(place)
  const cached = await newEnough(place)
  if (cached !== undefined) return accept(cached)
  const objections: string[] = []
  if (!without.includes('package'))
    objections.push(...(await tried(place, (beside) => fromPackage(search, beside))))
  if (!existsSync(place))
    objections.push(
      ...(await tried(place, (beside) =>
        fetchRelease(settings.natsDownload, beside, search.progress),
      )),
    )
  const fetched = await newEnough(place)
  return fetched === undefined ? notFound(objections) : accept(fetched)
}

/** Compares versions of three numbers. */
export function isAtLeast(version: string, oldest: string): boolean {
  const wanted = oldest.split('.').map(Number)
  const parts = version.split('.').map(Number)
  const index = wanted.findIndex((part, place) => part !== (parts[place] ?? 0))
  return index === -1 || (parts[index] ?? 0) > (wanted[index] ?? 0)
}

async function named(program: string): Promise<Started<NatsProgram>> {
  const version = await versionOf(program)
  if (version === undefined)
    return refuse(
      'SERVER_NOT_FOUND',
      `NATS_SERVER names ${program}, which is not a nats-server that runs here: correct the path, or leave NATS_SERVER out`,
    )
  if (isAtLeast(version, oldestNats)) return accept({ program, version })
  return refuse(
    'SERVER_TOO_OLD',
    `NATS_SERVER names ${program}, which is nats-server ${version}: give 2.10 or newer, or leave NATS_SERVER out`,
  )
}

async function newEnough(program: string | undefined): Promise<NatsProgram | undefined> {
  if (program === undefined) return undefined
  const version = await versionOf(program)
  return version !== undefined && isAtLeast(version, oldestNats) ? { program, version } : undefined
}

async function versionOf(program: string): Promise<string | undefined> {
  try {
    const { stdout } = await runFile(program, ['--version'], { timeout: 10_000 })
    return /v?([0-9]+\.[0-9]+\.[0-9]+)/.exec(stdout)?.[1]
  } catch {
    // Absent, not a program, or made for another machine: the next way is taken.
    return undefined
  }
}

async function placeOnPath(): Promise<string | undefined> {
  try {
    const { stdout } = await runFile('/bin/sh', ['-c', 'command -v nats-server'])
    return stdout.trim().startsWith('/') ? stdout.trim() : undefined
  } catch {
    return undefined
  }
}

/** Makes the cached copy in one way; gives why it could not. */
async function tried(
  place: string,
  make: (beside: string) => Promise<void>,
): Promise<readonly string[]> {
  try {
    await makeBeside(place, async (beside) => {
      await make(beside)
      if ((await newEnough(beside)) === undefined)
        throw new Error('what was fetched is not a nats-server 2.10 or newer that runs here')
    })
    return []
  } catch (error) {
    return [messageOf(error)]
  }
}

async function fromPackage({ projectRoot, progress }: NatsSearch, beside: string): Promise<void> {
  const script = join(projectRoot, 'deploy', 'local', 'get-nats-server.sh')
  if (!existsSync(script) || !existsSync('/usr/bin/apt-get'))
    throw new Error('this machine has no Debian packages')
  progress("fetching nats-server from the distribution's packages")
  try {
    await runFile('/bin/sh', [script, beside], { timeout: 180_000 })
  } catch (error) {
    const said = stderrOf(error).trim().split('\n').at(-1) ?? ''
    throw new Error(
      `the distribution's package could not be fetched${said === '' ? '' : ` (${said})`}`,
      { cause: error },
    )
  }
}

function stderrOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'stderr' in error
    ? String(error.stderr)
    : ''
}

function notFound(objections: readonly string[]): Started<NatsProgram> {
  const why = objections.length === 0 ? '' : ` (${objections.join('; ')})`
  return refuse(
    'SERVER_NOT_FOUND',
    `no nats-server 2.10 or newer was found or could be fetched${why}: install one from https://nats.io/download and set NATS_SERVER to its path, or set NATS_URL to use one that runs elsewhere`,
  )
}
