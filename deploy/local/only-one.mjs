// SPDX-License-Identifier: Apache-2.0
// A lock between set-ups of one project folder. It names processes by number and beginning, so that neither a kill -9 nor
// a number that is used again keeps it shut.
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Runs an act while no other process runs one under the same lock file. `onWait` is told whom it waits for. */
export async function onlyOne(file, { onWait, act }) {
  let told = false
  while (!tryToTake(file)) {
    if (!told) onWait(holders(file).find(isRunning)?.pid)
    told = true
    await sleep(200)
  }
  try {
    return await act((pid) => alsoHeldBy(file, pid))
  } finally {
    rmSync(file, { force: true })
  }
}

// A program that we start outlives us after a kill -9; while it works, nobody else may.
function alsoHeldBy(file, pid) {
  const text = JSON.stringify([me(), { pid, beginning: beginningOf(pid) }])
  const beside = besideName(file)
  writeFileSync(beside, text)
  renameSync(beside, file)
}

function tryToTake(file) {
  if (holders(file).some(isRunning)) return false
  putAside(file)
  const beside = besideName(file)
  writeFileSync(beside, JSON.stringify([me()]))
  try {
    linkSync(beside, file)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(beside, { force: true })
  }
}

// Between looking and moving another process may have put its fresh lock there: then it is put back.
function putAside(file) {
  const seen = textOf(file)
  const aside = besideName(file)
  try {
    renameSync(file, aside)
    if (textOf(aside) !== seen) linkSync(aside, file)
  } catch {
    // Nothing there to put aside, or a third one was first.
  } finally {
    rmSync(aside, { force: true })
  }
}

function holders(file) {
  try {
    const value = JSON.parse(textOf(file))
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

function isRunning({ pid, beginning }) {
  return beginning !== undefined && beginningOf(pid) === beginning
}

function me() {
  return { pid: process.pid, beginning: beginningOf(process.pid) }
}

/** When a process began, in words that only equality is asked of; undefined where it does not run. */
function beginningOf(pid) {
  const stat = textOf(`/proc/${pid}/stat`)
  if (stat !== '') {
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z'
      ? undefined
      : `${textOf('/proc/sys/kernel/random/boot_id').trim()}/${fields[19]}`
  }
  if (process.platform === 'linux') return undefined
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return undefined
  }
}

function textOf(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function besideName(file) {
  return `${file}.${process.pid}-${randomBytes(4).toString('hex')}`
}
