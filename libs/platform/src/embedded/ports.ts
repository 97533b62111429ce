// SPDX-License-Identifier: Apache-2.0
import { connect, createServer, type Server } from 'node:net'
import { accept, refuse } from '@corridor/kernel'
import type { Started } from './refusals'

/** A port that a server is about to listen on, and how a person changes it. */
export interface WantedPort {
  readonly port: number
  /** The setting that names it. */
  readonly setting: string
  /** The other way out, the end of a sentence: "set DATABASE_URL to use the PostgreSQL that runs there". */
  readonly otherwise?: string
}

/** Refuses, in one sentence with the remedy, a port on the loopback that cannot be listened on. */
export async function checkPort(wanted: WantedPort): Promise<Started<number>> {
  const code =
    (await tryToListen(wanted.port)) ?? ((await answers(wanted.port)) ? 'EADDRINUSE' : undefined)
  if (code === undefined) return accept(wanted.port)
  const met =
    code === 'EADDRINUSE'
      ? 'is taken by another program'
      : `may not be used by this account (${code})`
  const otherwise = wanted.otherwise === undefined ? '' : `, or ${wanted.otherwise}`
  return refuse(
    'PORT_TAKEN',
    `port ${String(wanted.port)} ${met}: set ${wanted.setting} to a free port${otherwise}`,
  )
}

/** A port on the loopback that was free a moment ago, for tests and tools. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  await close(server)
  if (typeof address !== 'object' || address === null)
    throw new Error('could not find a free port: the server has no address')
  return address.port
}

async function tryToListen(port: number): Promise<string | undefined> {
  const server = createServer()
  const code = await new Promise<string | undefined>((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code ?? error.message)
    })
    server.listen(port, '127.0.0.1', () => {
      resolve(undefined)
    })
  })
  await close(server)
  return code
}

// Some systems let two listen, one on the loopback and one on all addresses.
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 1000 })
    const settle = (answered: boolean): void => {
      socket.destroy()
      resolve(answered)
    }
    socket.once('connect', () => {
      settle(true)
    })
    socket.once('timeout', () => {
      settle(false)
    })
    socket.once('error', () => {
      settle(false)
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
  })
}
