// SPDX-License-Identifier: Apache-2.0
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Progress } from './refusals'

/** The release that is fetched where nothing newer is at hand. */
export const natsRelease = 'v2.10.27'

const maxArchiveBytes = 64 * 1024 * 1024
const runFile = promisify(execFile)

/** The name of the release archive for a machine, as upstream writes it; undefined where there is none. */
export function archiveName(platform: string, architecture: string): string | undefined {
  const machine = new Map([
    ['x64', 'amd64'],
    ['arm64', 'arm64'],
  ]).get(architecture)
  if (machine === undefined || !['linux', 'darwin'].includes(platform)) return undefined
  return `nats-server-${natsRelease}-${platform}-${machine}.tar.gz`
}

/** Fetches the upstream archive, verifies it against the release's SHA256SUMS and takes the program out of it. */
export async function fetchRelease(from: string, to: string, progress: Progress): Promise<void> {
  const name = archiveName(process.platform, process.arch)
  if (name === undefined)
    throw new Error(`there is no release archive for ${process.platform} on ${process.arch}`)
  progress(`fetching nats-server ${natsRelease} from ${new URL(from).host}`)
  const sums = (await fetchBytes(`${from}/${natsRelease}/SHA256SUMS`)).toString('utf8')
  const archive = await fetchBytes(`${from}/${natsRelease}/${name}`)
  const expected = digestIn(sums, name)
  if (createHash('sha256').update(archive).digest('hex') !== expected) {
    throw new Error(`${name} is not the archive that SHA256SUMS names`)
  }
  await unpack(archive, name, to)
}

function digestIn(sums: string, name: string): string {
  for (const line of sums.split('\n')) {
    // The format of sha256sum: digest, a blank, a blank or a star, the name.
    const [, digest, file] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line.trim()) ?? []
    if (digest !== undefined && file === name) return digest
  }
  throw new Error(`SHA256SUMS does not name ${name}`)
}

async function unpack(archive: Buffer, name: string, to: string): Promise<void> {
  const work = `${to}-unpacked`
  mkdirSync(work)
  try {
    const file = join(work, name)
    writeFileSync(file, archive)
    const program = `${name.replace(/\.tar\.gz$/, '')}/nats-server`
    // Only the one member is taken out, so that no other path of the archive is ever written.
    await runFile('tar', ['-xzf', file, '-C', work, program])
    copyFileSync(join(work, program), to)
    chmodSync(to, 0o755)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function fetchBytes(address: string): Promise<Buffer> {
  const response = await answerOf(address)
  if (!response.ok || response.body === null)
    throw new Error(`${address} answered ${String(response.status)}`)
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of response.body) {
    if (!ArrayBuffer.isView(part)) throw new Error(`${address} did not answer with bytes`)
    bytes += part.byteLength
    if (bytes > maxArchiveBytes)
      throw new Error(`${address} is larger than ${String(maxArchiveBytes)} bytes`)
    parts.push(Buffer.from(part.buffer, part.byteOffset, part.byteLength))
  }
  return Buffer.concat(parts)
}

async function answerOf(address: string): Promise<Response> {
  try {
    return await fetch(address, { signal: AbortSignal.timeout(180_000) })
  } catch (error) {
    throw new Error(`${new URL(address).host} could not be reached`, { cause: error })
  }
}
