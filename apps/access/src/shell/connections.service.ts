// SPDX-License-Identifier: Apache-2.0
import {
  connectBus,
  reasonOf,
  rowsOfQuery,
  serviceContext,
  type ServiceContext,
} from '@corridor/platform'
import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common'
import { createInbox, type Msg, type NatsConnection } from 'nats'

interface Live {
  readonly server: string
  readonly cid: number
  readonly participant: string
  readonly nkey: string
}

/** How often connections are looked at that should have been cut, after a crash or while the broker was away. */
const sweepMs = 30_000
/** How long servers of a cluster have to answer. */
const answerMs = 500
const mostOfOneAnswer = 1_024
/** Longer than the broker waits for a sign-in. */
const signInMs = 6_000

/** Cuts participants' live connections at the broker, as the system account may. A cut client that signs in again is judged anew. */
@Injectable()
export class ConnectionsService implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Both written at bootstrap only. */
  private system: NatsConnection | null = null
  private sweeping: NodeJS.Timeout | null = null

  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  async onApplicationBootstrap(): Promise<void> {
    const { natsUrl, keys } = this.context.environment
    this.system = await connectBus({ url: natsUrl, name: 'system', seed: keys.seeds.system })
    this.sweeping = setInterval(() => void this.sweep(), sweepMs).unref()
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.sweeping !== null) clearInterval(this.sweeping)
    await this.system?.drain()
  }

  /** Cuts now what is not good any more, and looks again when every sign-in that was judged before has ended. */
  async cutWhatIsNotGood(): Promise<void> {
    await this.sweep()
    setTimeout(() => void this.sweep(), signInMs).unref()
  }

  /** Cuts every connection whose key or participant may not sign in any more. A failure is told, and tried again. */
  private async sweep(): Promise<void> {
    try {
      const live = await this.live()
      if (live.length === 0) return
      const rows = await rowsOfQuery<{ nkey: string }>(this.context.store, selectGood, [
        live.map(({ nkey }) => nkey),
        this.context.clock(),
      ])
      const good = new Set(rows.map(({ nkey }) => nkey))
      await this.kick(live.filter(({ nkey }) => !good.has(nkey)))
    } catch (error) {
      this.context.log.warn('connections were not looked at', { reason: reasonOf(error) })
    }
  }

  /** Every connection in the participants' account, of all servers. */
  private async live(): Promise<readonly Live[]> {
    const found: Live[] = []
    for (let offset = 0; ; offset += mostOfOneAnswer) {
      const ask = { auth: true, acc: 'EDGE', limit: mostOfOneAnswer, offset }
      const pages = await this.ask<Connz>('$SYS.REQ.SERVER.PING.CONNZ', ask)
      for (const { server, data } of pages) found.push(...liveIn(server.id, data.connections ?? []))
      if (pages.every(({ data }) => (data.connections?.length ?? 0) < mostOfOneAnswer)) return found
    }
  }

  private async kick(meant: readonly Live[]): Promise<void> {
    await Promise.all(
      meant.map(({ server, cid }) => this.ask(`$SYS.REQ.SERVER.${server}.KICK`, { cid }, 1)),
    )
    for (const { participant, nkey } of meant)
      this.context.log.info('a connection was cut', { participant, nkey })
  }

  /** Asks every server that hears the subject, and waits for as many answers, or for a while. */
  private ask<Answer>(subject: string, body: object, most = 64): Promise<readonly Answer[]> {
    const { system } = this
    if (system === null || system.isDraining() || system.isClosed()) return Promise.resolve([])
    return new Promise((resolve) => {
      const answers: Answer[] = []
      const inbox = createInbox('_INBOX_hub_system')
      const subscription = system.subscribe(inbox, {
        callback: (_, message: Msg) => {
          // The system account is the servers' own.
          answers.push(message.json<Answer>())
          if (answers.length === most) end()
        },
      })
      const end = (): void => {
        subscription.unsubscribe()
        clearTimeout(timer)
        resolve(answers)
      }
      const timer = setTimeout(end, answerMs)
      system.publish(subject, JSON.stringify(body), { reply: inbox })
    })
  }
}

interface Connz {
  readonly server: { readonly id: string }
  readonly data: {
    readonly connections?: readonly { readonly cid: number; readonly authorized_user?: string }[]
  }
}

// The name that sign-in gave: participant, office, key.
function liveIn(
  server: string,
  connections: NonNullable<Connz['data']['connections']>,
): readonly Live[] {
  return connections.flatMap(({ cid, authorized_user: user = '' }) => {
    const [participant = '', , nkey = ''] = user.split('/')
    return participant === '' ? [] : [{ server, cid, participant, nkey }]
  })
}

const selectGood = `
select k.nkey from signin_key k join participant p on p.id = k.participant
where k.nkey = any($1::text[]) and p.suspended_since is null and k.valid_until > $2
  and (k.revoked_from is null or k.revoked_from > $2)`
