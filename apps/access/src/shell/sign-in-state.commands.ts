// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { digestOf } from '@corridor/message'
import { rowsOfQuery, serviceContext, type ServiceContext } from '@corridor/platform'
import { Controller, Inject } from '@nestjs/common'
import { MessagePattern, Payload } from '@nestjs/microservices'

/** What the hub's own provider of sign-ins asks to be remembered, found, used up or forgotten. */
export type SignInStateAsk =
  | {
      readonly do: 'keep'
      readonly model: string
      readonly id: string
      readonly payload: Readonly<Record<string, unknown>>
      readonly seconds: number
    }
  | { readonly do: 'find' | 'consume' | 'forget'; readonly model: string; readonly id: string }
  | { readonly do: 'find-by-uid'; readonly model: string; readonly uid: string }
  | { readonly do: 'forget-grant'; readonly grant: string }

type Kept = Readonly<Record<string, unknown>> | null

/** Entries at a time: strangers begin sign-ins too, so the oldest give way. */
const mostEntries = 10_000
/** Nothing of a sign-in lives longer, whatever the provider asks for. */
const mostSeconds = 3_600

/** The memory of the hub's own provider; a request of the hub's own account, which no participant can reach. */
@Controller()
export class SignInStateCommands {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  @MessagePattern('access.command.sign-in-state.v1')
  async act(@Payload() ask: SignInStateAsk): Promise<Outcome<Kept>> {
    switch (ask.do) {
      case 'keep':
        return this.keep(ask)
      case 'find':
        return this.first('model = $1 and id = $2', [ask.model, hashOf(ask.id)])
      case 'find-by-uid':
        return this.first('model = $1 and uid = $2', [ask.model, ask.uid])
      case 'consume':
        return this.change(
          `update sign_in_state set payload = payload || jsonb_build_object('consumed', floor(extract(epoch from now())))
           where model = $1 and id = $2`,
          [ask.model, hashOf(ask.id)],
        )
      case 'forget':
        return this.change('delete from sign_in_state where model = $1 and id = $2', [
          ...[ask.model, hashOf(ask.id)],
        ])
      case 'forget-grant':
        return this.change('delete from sign_in_state where grant_id = $1', [ask.grant])
    }
  }

  private async keep(ask: Extract<SignInStateAsk, { do: 'keep' }>): Promise<Outcome<Kept>> {
    const { model, id, payload } = ask
    const seconds = Math.min(ask.seconds, mostSeconds)
    return this.context.store.transaction(async (tx) => {
      await tx.query('delete from sign_in_state where expires_at < now()')
      await tx.query(
        `delete from sign_in_state where (model, id) in (select model, id from sign_in_state order by expires_at desc offset $1)`,
        [mostEntries - 1],
      )
      await tx.query(
        `insert into sign_in_state (model, id, payload, uid, grant_id, expires_at)
         values ($1, $2, $3::jsonb, $3::jsonb ->> 'uid', $3::jsonb ->> 'grantId', now() + make_interval(secs => $4))
         on conflict (model, id) do update set payload = excluded.payload, uid = excluded.uid, grant_id = excluded.grant_id,
           expires_at = excluded.expires_at`,
        [model, hashOf(id), JSON.stringify(payload), seconds],
      )
      return accept(null)
    })
  }

  private async first(where: string, parameters: readonly string[]): Promise<Outcome<Kept>> {
    const [row] = await rowsOfQuery<{ payload: Readonly<Record<string, unknown>> }>(
      this.context.store,
      `select payload from sign_in_state where ${where} and expires_at >= now() limit 1`,
      parameters,
    )
    return accept(row?.payload ?? null)
  }

  private async change(sql: string, parameters: readonly string[]): Promise<Outcome<Kept>> {
    await this.context.store.query(sql, [...parameters])
    return accept(null)
  }
}

function hashOf(id: string): string {
  return digestOf(Buffer.from(id))
}
