// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newestVersion, rowsOf, toColumns, validate, type MigrationFlow } from '@corridor/contracts'
import { readFile } from '@corridor/formats'
import {
  connectParticipant,
  keepInInbox,
  publish,
  putInOutbox,
  statementsLeft,
  submissionOf,
  takeStatements,
  type Outgoing,
  type ParticipantConnection,
  type Profile,
  type Received,
} from '@corridor/sdk'
import { profileOf } from './agreeing'
import { must, type Stage } from './enrolments'
import { states } from './region'

/** The region's figures as 16 messages: what each state counted in, and what it counted out. */
export async function regionMessages(): Promise<readonly MigrationFlow[]> {
  const contract = { name: 'migration-flow', version: newestVersion('migration-flow') } as const
  const file = join(__dirname, '..', '..', '..', '..', 'deploy', 'local', 'region', 'flows.csv')
  const { parts } = await readFile(readFileSync(file), { fileName: 'flows.csv', contract })
  const flows = parts.map(({ data }) => {
    return must(validate(contract.name, contract.version, data), 'read the figures of the region')
  })
  return Object.keys(states).flatMap((state) =>
    (['inflow', 'outflow'] as const).flatMap((direction) =>
      flows.flatMap((flow) => {
        const rows = [...rowsOf(flow)].filter(
          (row) => row.reporter === state && row.direction === direction,
        )
        return rows.length === 0 ? [] : [toColumns(flow.definition, rows)]
      }),
    ),
  )
}

/** What the publishing came to. */
export interface Published {
  readonly accepted: number
  readonly refused: readonly string[]
  readonly deniedByBroker: number
}

/** Every state publishes over the bus, signed; one also sends an altered message and one tries another's subject. */
export async function publishEverything(
  stage: Stage,
  profiles: ReadonlyMap<string, Profile>,
): Promise<Published> {
  const messages = await regionMessages()
  let accepted = 0
  let deniedByBroker = 0
  const refused: string[] = []
  for (const [i, state] of Object.keys(states).entries()) {
    const connection = must(
      await connectParticipant(profileOf(profiles, state)),
      `connect as ${state}`,
    )
    try {
      const own = messages.filter((flow) => [...rowsOf(flow)][0]?.reporter === state)
      accepted += await publishOwn(connection, own)
      if (i === 0) refused.push(await sendAltered(connection, own[0]))
      if (i === 1) deniedByBroker += await trySubjectOf(connection, 'BE')
    } finally {
      await connection.close()
    }
    stage.progress(i + 1, Object.keys(states).length, 'Publishing figures')
  }
  return { accepted, refused, deniedByBroker }
}

async function publishOwn(
  connection: ParticipantConnection,
  flows: readonly MigrationFlow[],
): Promise<number> {
  const outgoing: Outgoing[] = []
  for (const flow of flows)
    outgoing.push(await putInOutbox(connection.profile, submissionOf('migration-flow', flow)))
  const receipts = must(
    await publish(connection, outgoing),
    `publish as ${connection.profile.participant}`,
  )
  const statements = [...receipts.values()].map(({ event }) => event.data['statement'])
  return statements.filter((statement) => statement === 'accepted').length
}

/** One byte altered after signing: the signature no longer matches. */
async function sendAltered(
  connection: ParticipantConnection,
  flow: MigrationFlow | undefined,
): Promise<string> {
  if (flow === undefined) throw new Error('could not alter a message: there is none')
  const submission = submissionOf('migration-flow', flow)
  const { sealed, ...rest } = await putInOutbox(connection.profile, submission)
  const text = Buffer.from(sealed.bytes).toString().replace('"inflow"', '"outflow"')
  const altered = {
    ...rest,
    id: `${rest.id}-altered`,
    sealed: { ...sealed, bytes: Buffer.from(text) },
  }
  const receipts = must(await publish(connection, [altered]), 'send an altered message')
  const [refusal] = [...receipts.values()]
  const problem = refusal?.event.data['problem']
  return typeof problem === 'object' && problem !== null && 'code' in problem
    ? String(problem.code)
    : 'accepted'
}

/** Publishing under another's subject: the broker refuses, because the right was never given. */
async function trySubjectOf(connection: ParticipantConnection, other: string): Promise<number> {
  const statuses = connection.nats.status()
  const denied = (async () => {
    for await (const status of statuses) {
      if (status.permissionContext !== undefined) return 1
    }
    return 0
  })()
  connection.nats.publish(`corridor.submit.${other}.migration-flow`, Buffer.from('{}'))
  await connection.nats.flush()
  return Promise.race([
    denied,
    new Promise<number>((resolve) =>
      setTimeout(() => {
        resolve(0)
      }, 3_000),
    ),
  ])
}

const longestWaitMs = 30_000

/** Everybody takes what waits for them, so that deliveries are acknowledged. */
export async function takeEverything(
  stage: Stage,
  profiles: ReadonlyMap<string, Profile>,
): Promise<ReadonlyMap<string, number>> {
  const taken = new Map<string, number>()
  let done = 0
  const takeOne = async (profile: Profile): Promise<void> => {
    const connection = must(await connectParticipant(profile), `connect as ${profile.participant}`)
    try {
      const keep = (received: Received): void => {
        keepInInbox(profile, received)
        taken.set(received.channel, (taken.get(received.channel) ?? 0) + 1)
      }
      await takeAllThatWaits(connection, keep)
    } finally {
      await connection.close()
    }
    done += 1
    stage.progress(done, profiles.size, 'Taking deliveries and reports')
  }
  const waiting = [...profiles.values()]
  const takers = Array.from({ length: 6 }, async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await takeOne(next)
  })
  await Promise.all(takers)
  return taken
}

/** What an earlier play had in hand when it was cut off comes again within seconds: until then there is more to take. */
async function takeAllThatWaits(
  connection: ParticipantConnection,
  keep: (received: Received) => void,
): Promise<void> {
  const until = Date.now() + longestWaitMs
  for (;;) {
    let left = await statementsLeft(connection)
    if (left === 0 || Date.now() > until) return
    const keepOne = (received: Received): void => {
      keep(received)
      left -= 1
    }
    await takeStatements(connection, { keep: keepOne, enough: () => left <= 0, idleMs: 500 })
  }
}
