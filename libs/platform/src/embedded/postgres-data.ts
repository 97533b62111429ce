// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { accept, refuse } from '@corridor/kernel'
import type { DatabaseSeat } from './database-account'
import { besideName, makeBeside, sweepBeside, writeBeside } from './make-beside'
import { endProcess, processesIn, processesWith, until } from './processes'
import type { Started } from './refusals'
import { lastLine, plainEnvironment, type Account } from './server-process'

/** PostgreSQL's own order: SIGINT is a fast stop, SIGQUIT an immediate one with recovery at the next start. */
export const farewellOfPostgres = [
  { signal: 'SIGINT', graceSeconds: 12 },
  { signal: 'SIGQUIT', graceSeconds: 4 },
  { signal: 'SIGKILL', graceSeconds: 4 },
] as const

/** The superuser of the embedded server, and the database that the hub uses. */
export const databaseName = 'corridor'

/** The password of the embedded server, made once; only the hub's account can read it. */
export function databasePassword(keys: string): string {
  const file = join(keys, 'postgres.password')
  if (!existsSync(file)) writeBeside(file, randomBytes(24).toString('base64url'), 0o600)
  return readFileSync(file, 'utf8')
}

/** Makes the data folder where there is none yet, and gives it. */
export async function prepareData(
  programs: string,
  seat: DatabaseSeat,
  password: string,
): Promise<Started<string>> {
  const data = join(seat.folder, 'data')
  await endOrphans(join(seat.folder, 'data.new-'))
  sweepBeside(data)
  sweepBeside(join(seat.folder, 'password'))
  if (existsSync(data)) return accept(data)
  const said: string[] = []
  try {
    await makeBeside(data, async (beside) => {
      await initialise({ programs, seat, password, data: beside }, said)
    })
    return accept(data)
  } catch (error) {
    if (said.length === 0) throw error
    return refuse(
      'SERVER_NOT_STARTED',
      `the embedded PostgreSQL could not make its data folder (${lastLine(said.join(''))}): set DATABASE_URL to use a PostgreSQL that runs elsewhere`,
    )
  }
}

/** Ends whatever an earlier hub left running on a data folder, so that the next start finds it free. */
export async function endLeftover(data: string): Promise<void> {
  for (const pid of processesWith(['-D', data])) await endProcess(pid, farewellOfPostgres)
  // After a kill -9 of the server its children notice within a moment and go by themselves.
  if (!(await until(() => processesIn(data).length === 0, 5))) {
    for (const pid of processesIn(data)) await endProcess(pid, farewellOfPostgres.slice(1))
  }
  clearPidFile(data)
}

interface Initialising {
  readonly programs: string
  readonly seat: DatabaseSeat
  readonly password: string
  readonly data: string
}

async function initialise(
  { programs, seat, password, data }: Initialising,
  said: string[],
): Promise<void> {
  // A file, because arguments are seen by everybody; a copy, because the account may not read the hub's keys.
  const passwordFile = besideName(join(seat.folder, 'password'))
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 })
    if (seat.account !== undefined) chownSync(passwordFile, seat.account.uid, seat.account.gid)
    const words = [
      '-D',
      data,
      '-U',
      databaseName,
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
    ]
    // PostgreSQL's own C.UTF-8, which is the same on every machine; `C` for what the machine's library would decide.
    const locale = [
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-instructions',
    ]
    await run(join(programs, 'bin', 'initdb'), [...words, ...locale], {
      account: seat.account,
      said,
    })
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

function run(
  program: string,
  words: readonly string[],
  { account, said }: { readonly account: Account | undefined; readonly said: string[] },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const ids = account === undefined ? {} : { uid: account.uid, gid: account.gid }
    const child = spawn(program, [...words], {
      cwd: '/',
      env: plainEnvironment,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...ids,
    })
    child.stdout.on('data', () => undefined)
    child.stderr.on('data', (bytes: Buffer) => said.push(bytes.toString()))
    child.once('error', (error) => {
      said.push(error.message)
      reject(error)
    })
    child.once('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`initdb ended with code ${String(code)}`))
    })
  })
}

// An initdb whose hub was killed goes on alone, in a folder that nobody will use.
async function endOrphans(prefix: string): Promise<void> {
  const orphans = processesWith(['-D', '--no-instructions'], prefix)
  for (const pid of orphans) await endProcess(pid, [{ signal: 'SIGKILL', graceSeconds: 4 }])
}

function clearPidFile(data: string): void {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  // Its number may by now be another program's, or a zombie's: the server would then believe itself to be running.
  if (!processesWith(['-D', data]).includes(pid) && processesIn(data).length === 0)
    rmSync(file, { force: true })
}
