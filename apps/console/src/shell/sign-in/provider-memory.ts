// SPDX-License-Identifier: Apache-2.0
import { command } from '@corridor/platform'
import type { NatsConnection } from 'nats'

type Kept = Readonly<Record<string, unknown>>

/** Where the provider keeps one of its models, as oidc-provider asks for it. */
interface Memory {
  upsert(id: string, payload: Kept, seconds?: number): Promise<void>
  find(id: string): Promise<Kept | undefined>
  findByUid(uid: string): Promise<Kept | undefined>
  findByUserCode(): Promise<undefined>
  consume(id: string): Promise<void>
  destroy(id: string): Promise<void>
  revokeByGrantId(grant: string): Promise<void>
}

/** Seconds for which something is kept that the provider gives no time. */
const defaultSeconds = 600

/**
 * The provider's memory at access: the console keeps nothing. What is named by a secret (a code, a token) goes without its name, and is
 * found by the hash of it.
 */
export function providerMemory(bus: NatsConnection): (model: string) => Memory {
  const ask = async (body: object): Promise<Kept | undefined> => {
    const answer = await command<Kept | null>(bus, 'access.command.sign-in-state.v1', body)
    if (!answer.ok) throw new Error(`could not remember a sign-in: ${answer.refusal.detail}`)
    return answer.value ?? undefined
  }
  const change = async (body: object): Promise<void> => {
    await ask(body)
  }
  return (model) => ({
    upsert: (id, payload, seconds = defaultSeconds) => {
      // Sessions are also found by another name, and their cookie is signed.
      const { jti, ...nameless } = payload
      const kept = model === 'Session' ? { ...nameless, jti } : nameless
      return change({ do: 'keep', model, id, payload: kept, seconds })
    },
    find: async (id) => {
      const found = await ask({ do: 'find', model, id })
      return found === undefined ? undefined : { jti: id, ...found }
    },
    findByUid: (uid) => ask({ do: 'find-by-uid', model, uid }),
    findByUserCode: () => Promise.resolve(undefined),
    consume: (id) => change({ do: 'consume', model, id }),
    destroy: (id) => change({ do: 'forget', model, id }),
    revokeByGrantId: (grant) => change({ do: 'forget-grant', grant }),
  })
}
