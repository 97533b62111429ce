// SPDX-License-Identifier: Apache-2.0
// CPU that a side takes, by the program that takes it: what is left to compare where a machine is shared. Linux only.
import { readdirSync, readFileSync } from 'node:fs'

const ticksPerSecond = 100

/** CPU seconds so far of a process and all that it started, by program; {} where the system does not say. */
export function cpuOf(pid) {
  const all = processes()
  const seconds = {}
  const add = (one) => {
    seconds[one.name] = (seconds[one.name] ?? 0) + one.seconds
    for (const child of all) if (child.parent === one.pid) add(child)
  }
  const root = all.find((one) => one.pid === pid)
  if (root !== undefined) add(root)
  return seconds
}

/** What was taken between two readings. */
export function cpuBetween(before, after) {
  const names = Object.keys(after)
  return Object.fromEntries(names.map((name) => [name, after[name] - (before[name] ?? 0)]))
}

function processes() {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => read(Number(name)))
  } catch {
    return []
  }
}

function read(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'))
    const [, parent, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // utime, stime, and those of children that have ended (backends come and go).
    const ticks = [9, 10, 11, 12].reduce((sum, field) => sum + Number(rest[field]), 0)
    return [{ pid, name, parent: Number(parent), seconds: ticks / ticksPerSecond }]
  } catch {
    return []
  }
}
