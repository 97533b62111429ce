// SPDX-License-Identifier: Apache-2.0
import { refuse, type Outcome } from '@corridor/kernel'
import { ErrorCode, NatsError, type NatsConnection } from 'nats'

const commandTimeoutMs = 10_000

/** Asks the owner of something to act: a request inside the hub's own account, which no participant can reach. */
export async function command<Answer>(
  bus: NatsConnection,
  subject: string,
  body: object,
): Promise<Outcome<Answer>> {
  try {
    const reply = await bus.request(subject, JSON.stringify(body), { timeout: commandTimeoutMs })
    // The owner answers with an Outcome of the shape that the command documents.
    return reply.json<Outcome<Answer>>()
  } catch (error) {
    if (!(error instanceof NatsError)) throw error
    const away = [ErrorCode.NoResponders, ErrorCode.Timeout].some(
      (code) => code.toString() === error.code,
    )
    if (!away) throw new Error(`could not ask ${subject}`, { cause: error })
    return refuse(
      'HUB_BUSY',
      `the service that owns this did not answer within ${String(commandTimeoutMs / 1_000)} s; ask again`,
    )
  }
}
