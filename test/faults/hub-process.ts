// SPDX-License-Identifier: Apache-2.0
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@corridor/platform'
import { eventually } from '@corridor/testing'

const projectRoot = join(__dirname, '..', '..')

/** A home of one's own with the ports that its hub listens on, whichever start it is. */
export interface Home {
  readonly folder: string
  readonly http: string
  readonly env: Readonly<Record<string, string>>
}

/** A started hub: the real program, with its servers and the demonstration. */
export interface HubProcess {
  readonly child: ChildProcess
  /** Everything that it has said. */
  readonly said: () => string
  /** How it ended: a code, or a signal. */
  readonly ended: Promise<number | string>
}

/** Makes a home. */
export async function makeHome(): Promise<Home> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'corridor-fault-'))
  // As root the database runs under another account, which has to get in.
  chmodSync(folder, 0o755)
  const [http, nats, pg] = [await freePort(), await freePort(), await freePort()].map(String)
  const env = {
    CORRIDOR_HOME: folder,
    CORRIDOR_HTTP_PORT: http!,
    CORRIDOR_NATS_PORT: nats!,
    CORRIDOR_PG_PORT: pg!,
    CORRIDOR_LOG: 'warn',
  }
  return { folder, http: `http://127.0.0.1:${http!}`, env }
}

/** Starts the hub of a home. */
export function startHubProcess(home: Home): HubProcess {
  const env = { ...process.env, ...home.env }
  const program = join(projectRoot, 'apps', 'hub', 'dist', 'main.js')
  const child = spawn(process.execPath, [program], { cwd: projectRoot, env })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => (text += bytes.toString()))
  const ended = new Promise<number | string>((resolve) => {
    child.once('exit', (code, signal) => {
      resolve(code ?? signal ?? 'unknown')
    })
  })
  return { child, said: () => text, ended }
}

/** Waits until a hub has said something; fails with what it said instead. */
export async function untilSaid(hub: HubProcess, words: string, withinMs = 240_000): Promise<void> {
  const ask = (): Promise<string> => {
    const { exitCode, signalCode } = hub.child
    if (exitCode !== null || signalCode !== null)
      throw new Error(`could not wait for "${words}": the hub has ended, and said: ${hub.said()}`)
    return Promise.resolve(hub.said())
  }
  await eventually(ask, (said) => said.includes(words), withinMs)
}

/** Kills a hub, as nothing can be told of beforehand. Its servers stay. */
export async function killHub(hub: HubProcess): Promise<void> {
  hub.child.kill('SIGKILL')
  await hub.ended
}

/** The number that a server of a home left in a file; undefined where it does not run. */
export function serverOf(home: Home, pidFile: string): number | undefined {
  const file = join(home.folder, pidFile)
  const pid = existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined
  return pid !== undefined && processesOf(home).includes(pid) ? pid : undefined
}

/** Kills a server of a home. */
export function killServer(home: Home, pidFile: string): void {
  const pid = serverOf(home, pidFile)
  if (pid === undefined) throw new Error(`could not kill the server of ${pidFile}: it does not run`)
  process.kill(pid, 'SIGKILL')
}

/** The processes that were started with something of a home among their words. */
export function processesOf(home: Home): readonly number[] {
  const table = execFileSync('ps', ['-axww', '-o', 'pid=,command='], { encoding: 'utf8' })
  return table
    .split('\n')
    .filter((line) => line.includes(home.folder))
    .map((line) => Number.parseInt(line.trim(), 10))
}

/** Ends whatever of a home still runs, and removes it. */
export async function removeHome(home: Home): Promise<void> {
  for (const pid of processesOf(home)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It was gone already.
    }
  }
  // Backends of PostgreSQL have no path among their words; they end with their postmaster.
  await eventually(
    () => Promise.resolve(processesOf(home)),
    (pids) => pids.length === 0,
    10_000,
  )
  rmSync(home.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}
