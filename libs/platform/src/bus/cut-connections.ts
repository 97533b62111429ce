// SPDX-License-Identifier: Apache-2.0
import { RequestStrategy, type NatsConnection } from 'nats'

/** A connection of a participant as the server lists it. */
interface Listed {
  readonly cid: number
  /** The name that access signed the participant in under, which servers show in one of these. */
  readonly authorized_user?: string
  readonly name_tag?: string
}

/** What a server answers to a request of the system account. */
interface ServerAnswer {
  readonly server: { readonly id: string }
  readonly data?: { readonly connections?: readonly Listed[]; readonly total?: number }
}

/** How long servers have to answer. */
const waitMs = 1_000
const jitterMs = 50
/** Connections that a server lists in one answer. */
const pageSize = 1_024
/** Pages that are asked for: more participants' connections than this nobody has. */
const mostPages = 64

/**
 * Cuts every live connection of a participant, whichever of its offices made it: a sign-in that was granted before lasts no longer.
 * Gives how many were cut. `system` is a connection of the system account; access must refuse new sign-ins already.
 */
export async function cutConnections(system: NatsConnection, participant: string): Promise<number> {
  let cut = 0
  for (let page = 0; page < mostPages; page++) {
    const servers = await connectionsOf(system, page * pageSize)
    for (const { server, connections } of servers)
      for (const { cid } of connections.filter((one) => isOf(participant, one))) {
        await system.request(`$SYS.REQ.SERVER.${server}.KICK`, JSON.stringify({ cid }), {
          timeout: waitMs,
        })
        cut += 1
      }
    if (servers.every(({ connections }) => connections.length < pageSize)) break
  }
  return cut
}

// Access names a user <participant>/<office>.
function isOf(participant: string, { authorized_user: user, name_tag: tag }: Listed): boolean {
  return [user, tag].some((name) => name?.split('/')[0] === participant)
}

async function connectionsOf(
  system: NatsConnection,
  offset: number,
): Promise<readonly { readonly server: string; readonly connections: readonly Listed[] }[]> {
  const ask = JSON.stringify({ acc: 'EDGE', auth: true, limit: pageSize, offset })
  const answers = await system.requestMany('$SYS.REQ.SERVER.PING.CONNZ', ask, {
    maxWait: waitMs,
    // Ends when no server has answered for so long.
    jitter: jitterMs,
    strategy: RequestStrategy.JitterTimer,
  })
  const found = []
  for await (const message of answers) {
    const { server, data } = message.json<ServerAnswer>()
    found.push({ server: server.id, connections: data?.connections ?? [] })
  }
  return found
}
