// SPDX-License-Identifier: Apache-2.0
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One thing that must work before traffic is wanted. */
export interface Readiness {
  readonly name: string
  readonly ready: () => boolean | Promise<boolean>
  /** What can be told in numbers, such as how much waits; it decides nothing. */
  readonly measures?: () => Promise<Readonly<Record<string, number>>>
}

/** Answer of `/health/ready`. */
export interface HealthReport {
  readonly status: 'ready' | 'not ready'
  readonly checks: Readonly<Record<string, boolean>>
  readonly measures: Readonly<Record<string, number>>
}

/** Asks every check. */
export async function healthReport(checks: readonly Readiness[]): Promise<HealthReport> {
  const answers = await Promise.all(
    checks.map(async ({ name, ready }) => [name, await isReady(ready)] as const),
  )
  const status = answers.every(([, good]) => good) ? 'ready' : 'not ready'
  const measured = await Promise.all(checks.map(measuresOf))
  const measures = Object.fromEntries(measured.flatMap((one) => Object.entries(one)))
  return { status, checks: Object.fromEntries(answers), measures }
}

async function measuresOf({ measures }: Readiness): Promise<Readonly<Record<string, number>>> {
  try {
    return (await measures?.()) ?? {}
  } catch {
    // What cannot be measured is not told: the checks say what is wrong.
    return {}
  }
}

async function isReady(ready: Readiness['ready']): Promise<boolean> {
  try {
    return await ready()
  } catch {
    return false
  }
}

/** The health addresses of a service that has no other HTTP, on the loopback. */
export async function serveHealth(
  port: number,
  checks: readonly Readiness[],
): Promise<{ port: number; close: () => Promise<void> }> {
  const server = createServer((request, response) => void answer(request, response, checks))
  await listening(server, port)
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  checks: readonly Readiness[],
): Promise<void> {
  const send = (status: number, body: object): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
  if (request.url === '/health/live') {
    send(200, { status: 'live' })
    return
  }
  if (request.url !== '/health/ready') {
    send(404, { status: 'not found' })
    return
  }
  const report = await healthReport(checks)
  send(report.status === 'ready' ? 200 : 503, report)
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      resolve()
    })
  })
}
