// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { nkeyAnswer } from '@corridor/message'
import { connect, ErrorCode, NatsError, type NatsConnection } from 'nats'
import type { Profile } from './profile'

/** A participant's connection to the hub's broker. */
export interface ParticipantConnection {
  readonly profile: Profile
  readonly nats: NatsConnection
  /** Lets what is under way end, and closes. It waits five seconds at most. */
  close(): Promise<void>
}

/** Signs in with the profile's nkey. The connection may use the participant's own subjects only. */
export async function connectParticipant(
  profile: Profile,
): Promise<Outcome<ParticipantConnection>> {
  try {
    const nats = await connect({
      // A stack kept for each request would cost more than the request.
      noAsyncTraces: true,
      servers: profile.hub.nats,
      name: `corridor-sdk-${profile.participant}`,
      authenticator: nkeyAnswer(profile.signinSeed),
      inboxPrefix: `_INBOX_${profile.participant}`,
      timeout: 10_000,
      maxReconnectAttempts: 60,
      reconnectTimeWait: 500,
    })
    return accept({ profile, nats, close: () => closed(nats) })
  } catch (error) {
    const refused =
      error instanceof NatsError && error.code === ErrorCode.AuthorizationViolation.toString()
    if (refused)
      return refuse(
        'NOT_ENROLLED',
        `the hub does not let ${profile.participant} sign in with this key`,
      )
    return refuse('HUB_UNREACHABLE', `the hub's broker at ${profile.hub.nats} cannot be reached`)
  }
}

const drainMs = 5_000

// The client sets no bound of its own to draining a connection that is cut meanwhile.
async function closed(nats: NatsConnection): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, drainMs)
  })
  await Promise.race([nats.drain(), late]).finally(() => {
    clearTimeout(timer)
  })
  if (!nats.isClosed()) await nats.close()
}
