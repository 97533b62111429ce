// SPDX-License-Identifier: Apache-2.0
// What a bench has open: ended in the opposite order, once, on success, failure and Ctrl-C alike.
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const endSeconds = 20

/** Keeps what was opened, to end it later. */
export function openResources() {
  const ends = []
  let ended
  const endAll = async () => {
    for (const end of ends.reverse()) {
      await end().catch((error) => console.error(`could not end what the bench began: ${error}`))
    }
  }
  return {
    add: (end) => void ends.push(end),
    end: () => (ended ??= endAll()),
  }
}

/** A folder that is removed at the end. Open to all: as root, the database runs as another account. */
export function temporaryFolder(resources, name) {
  const folder = mkdtempSync(join(tmpdir(), `corridor-bench-${name}-`))
  chmodSync(folder, 0o755)
  resources.add(async () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/**
 * Runs a Node program until the end of the bench and resolves when `isReady` says so of its line or message. The channel
 * tells it when this process dies, however it dies.
 */
export async function startProgram(resources, { words, cwd, env, isReady }) {
  const child = spawn(process.execPath, words, {
    ...{ cwd, env },
    // Of a group of its own: Ctrl-C reaches the bench alone, which ends it in order.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const exited = new Promise((resolve) => child.once('exit', resolve))
  resources.add(() => endProgram(child, exited))
  let said = ''
  const ready = new Promise((resolve) => {
    const hear = (text) => {
      said = (said + text).slice(-4_000)
      if (isReady(said)) resolve(true)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('message', hear)
  })
  if (!(await Promise.race([ready, exited.then(() => false)])))
    throw new Error(`could not start ${words[0]}: ${said.trim().split('\n').at(-1)}`)
  return child
}

async function endProgram(child, exited) {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  const hard = setTimeout(() => child.kill('SIGKILL'), endSeconds * 1_000)
  await exited
  clearTimeout(hard)
}

/** The environment without what would lead a hub elsewhere. */
export function plainEnvironment(more) {
  const { DATABASE_URL, NATS_URL, NODE_OPTIONS, CORRIDOR_HUB_ID, ...rest } = process.env
  void [DATABASE_URL, NATS_URL, NODE_OPTIONS, CORRIDOR_HUB_ID]
  return { ...rest, ...more }
}
