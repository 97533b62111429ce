// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf } from './failure'

const hasProc = existsSync('/proc/self/stat')

/** True while a process runs. One that has ended and waits for its parent (a zombie) does not. */
export function isAlive(pid: number): boolean {
  return beginningOf(pid) !== undefined
}

/**
 * When a process began, in words that only equality is asked of; undefined where it does not run. A number is used again
 * after a while or after a restart of the machine, number and beginning together are not.
 */
export function beginningOf(pid: number): string | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined
  return hasProc ? beginningByProc(pid) : beginningByPs(pid)
}

/**
 * The processes that were started with all of these arguments, given word for word, and, where asked for, with one that
 * begins so.
 */
export function processesWith(words: readonly string[], beginning = ''): readonly number[] {
  return hasProc ? byProc(words, beginning) : byPs(words, beginning)
}

/** The processes whose working folder this is; only where /proc tells. */
export function processesIn(folder: string): readonly number[] {
  if (!hasProc) return []
  return numbersOfProc().filter(
    (pid) => isAlive(pid) && linkOf(`/proc/${String(pid)}/cwd`) === folder,
  )
}

/** Signals tried in turn, each with the seconds it is given. */
export type Farewell = readonly { readonly signal: NodeJS.Signals; readonly graceSeconds: number }[]

/** Ends a process by each signal in turn until it is gone; false where it outlived them all. */
export async function endProcess(pid: number, farewell: Farewell): Promise<boolean> {
  const beginning = beginningOf(pid)
  if (beginning === undefined) return true
  const isGone = (): boolean => beginningOf(pid) !== beginning
  for (const { signal, graceSeconds } of farewell) {
    if (!isGone()) send(pid, signal)
    if (await until(isGone, graceSeconds)) return true
  }
  return isGone()
}

/** Waits until something is so, at most so many seconds; tells whether it came to be. */
export async function until(isSo: () => boolean, seconds: number): Promise<boolean> {
  const end = performance.now() + seconds * 1000
  while (!isSo()) {
    if (performance.now() > end) return false
    await sleep(20)
  }
  return true
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (!['ESRCH', 'EPERM'].includes(codeOf(error) ?? '')) throw error
  }
}

function beginningByProc(pid: number): string | undefined {
  const stat = textOf(`/proc/${String(pid)}/stat`)
  if (stat === undefined) return undefined
  // proc(5): the second field, in parentheses, may itself hold blanks and parentheses; state is the third, start the 22nd.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined
  return `${textOf('/proc/sys/kernel/random/boot_id')?.trim() ?? ''}/${String(fields[19])}`
}

function beginningByPs(pid: number): string | undefined {
  const text = ps(['-o', 'state=,lstart=', '-p', String(pid)]).trim()
  return text === '' || text.startsWith('Z') ? undefined : text.replace(/^\S+\s+/, '')
}

function byProc(words: readonly string[], beginning: string): readonly number[] {
  return numbersOfProc().filter((pid) => {
    const given = textOf(`/proc/${String(pid)}/cmdline`)?.split('\0') ?? []
    const isMeant =
      words.every((word) => given.includes(word)) &&
      given.some((word) => word.startsWith(beginning))
    return isMeant && pid !== process.pid && isAlive(pid)
  })
}

function byPs(words: readonly string[], beginning: string): readonly number[] {
  const lines = ps(['-axww', '-o', 'pid=,command=']).split('\n')
  return lines
    .filter(
      (line) =>
        words.every((word) => `${line} `.includes(` ${word} `)) && line.includes(` ${beginning}`),
    )
    .map((line) => Number.parseInt(line.trim(), 10))
    .filter((pid) => pid !== process.pid)
}

function numbersOfProc(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^[0-9]+$/.test(name))
    .map(Number)
}

// Processes come and go while they are looked at.
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function linkOf(file: string): string | undefined {
  try {
    return readlinkSync(file)
  } catch {
    return undefined
  }
}

// ps ends with 1 where no process is found.
function ps(words: readonly string[]): string {
  try {
    return execFileSync('ps', words, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64 * 1024 * 1024,
    })
  } catch {
    return ''
  }
}
