// SPDX-License-Identifier: Apache-2.0
import { contractUrn, structure } from '@corridor/contracts'
// Attacks on the broker that the other journeys do not play (sign-in, forged, refusals): a stale token, a partner without an agreement,
// and somebody who floods. For each, what an attacker would gain, and that nobody else loses by it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  connectParticipant,
  proposeAgreement,
  signAgreement,
  type ParticipantConnection,
  type Profile,
} from '@corridor/sdk'
import { completed } from '@corridor/policy'
import { eventually } from '@corridor/testing'
import { encodeUser } from '@nats-io/jwt'
import { createUser, fromSeed } from '@nats-io/nkeys'
import { connect, Events, jwtAuthenticator, type NatsConnection } from 'nats'
import { corridorTerms } from '../../apps/cli/src/demonstration/region'
import { connectAsHub } from './as-the-hub'
import { codeOf, must, newParticipant, operatorOf } from './cast'
import { raiseHub, type Hub } from './raise-hub'
import { answersTo, messageBytes, outflow, sealedBy, send } from './raw-message'
import { ask } from './raw-request'

let hub: Hub
let operator: Profile
let be: Profile
let dk: Profile
let own: NatsConnection

beforeAll(async () => {
  hub = await raiseHub('in one process')
  operator = await operatorOf(hub)
  be = await newParticipant(hub, operator, { participant: 'BE', kind: 'state' })
  dk = await newParticipant(hub, operator, { participant: 'DK', kind: 'state' })
  own = await connectAsHub(hub)
}, 60_000)

afterAll(async () => {
  await own.close()
  await hub.close()
})

/** What the broker tells a connection that it may not, while it publishes to a subject. */
async function refusedTo({ nats }: ParticipantConnection, subject: string): Promise<boolean> {
  const met: string[] = []
  void (async () => {
    for await (const { permissionContext } of nats.status())
      if (permissionContext !== undefined) met.push(permissionContext.subject)
  })()
  nats.publish(subject, '{}')
  await nats.flush()
  await new Promise((resolve) => setTimeout(resolve, 20))
  return met.includes(subject)
}

describe('a token of the broker', () => {
  it('that somebody made themselves, with every right, opens nothing', async () => {
    const user = createUser()
    const issuer = createUser()
    const rights = { pub: { allow: ['>'], deny: [] }, sub: { allow: ['>'], deny: [] } }
    const account = fromSeed(readFileSync(join(hub.home, 'keys', 'issuer.seed')))
    // As if the thief even had the issuer's key: participants bring keys, and no token of theirs is ever looked at.
    for (const signer of [issuer, account]) {
      const jwt = await encodeUser('BE', user, signer, rights, { aud: 'EDGE' }).catch(() => 'a.b.c')
      const authenticator = jwtAuthenticator(jwt, user.getSeed())
      const attempt = connect({ servers: hub.natsUrl, authenticator, reconnect: false })
      await expect(attempt).rejects.toThrow()
    }
  })

  it('that was granted lasts no longer than the key: cut when it ends, and not granted again', async () => {
    const fi = await newParticipant(hub, operator, { participant: 'FI', kind: 'state' })
    const soon = `update access.signin_key set valid_until = now() + interval '2 seconds' where participant = 'FI'`
    await hub.query(soon)
    const connection = must(await connectParticipant(fi), 'connect')
    const ended = (async () => {
      for await (const { type, data } of connection.nats.status()) {
        if (type === Events.Disconnect) return 'cut'
        if (type === Events.Error && data === 'AUTHENTICATION_EXPIRED') return 'cut'
      }
      return 'closed'
    })()
    expect(await ended).toBe('cut')
    await connection.nats.close()
    expect(codeOf(await connectParticipant(fi))).toBe('NOT_ENROLLED')
  }, 30_000)
})

describe('a partner that is no state', () => {
  let ituc: Profile

  beforeAll(async () => {
    ituc = await newParticipant(hub, operator, {
      ...{ participant: 'ITUC', kind: 'partner', organisation: 'workers' },
    })
  })

  const subject = 'corridor.submit.ITUC.labour-market'

  async function post(): Promise<number> {
    const dataschema = contractUrn('labour-market', '1.0.0')
    const bytes = messageBytes('ITUC', { dataschema })
    const { signature } = await sealedBy(ituc, bytes)
    const headers = {
      'content-type': 'application/cloudevents+json',
      'Corridor-Signature': signature,
    }
    const body = bytes.toString('utf8')
    return (await ask(hub.http, { method: 'POST', target: '/api/submissions', headers, body }))
      .status
  }

  it('sends nothing without an agreement: its contract is not even a subject, nor taken over HTTP', async () => {
    const connection = must(await connectParticipant(ituc), 'connect')
    expect(await refusedTo(connection, subject)).toBe(true)
    await connection.close()
    expect(await post()).toBe(403)
  })

  it('may send what an agreement in force names it as the sender of, and nothing else', async () => {
    const base = corridorTerms(['BE', 'DK'])
    const terms = completed({
      ...base,
      id: 'BE-ITUC-2026',
      parties: ['BE', 'ITUC'].map((participant) => ({ participant, signatures: 1 as const })),
      enforced: [
        {
          ...({ id: '1', kind: 'report', by: ['ITUC'], as: 'workers', areas: ['BE'] } as const),
          contract: 'labour-market',
        },
        {
          ...({ id: '2', kind: 'share', from: ['ITUC'], to: ['BE'], confStatus: ['F'] } as const),
          contract: 'labour-market',
          levels: structure('labour-market')
            .dimensions.map(({ column }) => column)
            .filter((column) => column !== 'reporter' && column !== 'period')
            .map((dimension) => ({ dimension, level: 'all' as const })),
        },
        ...base.enforced.filter(({ kind }) => kind === 'protect'),
      ],
    })
    must(await proposeAgreement(be, terms), 'propose')
    must(await signAgreement(be, terms), 'sign as Belgium')
    must(await signAgreement(ituc, terms), 'sign as the partner')
    const connection = must(await connectParticipant(ituc), 'connect')
    expect(await refusedTo(connection, subject)).toBe(false)
    expect(await refusedTo(connection, 'corridor.submit.ITUC.work-permits')).toBe(true)
    expect(await refusedTo(connection, 'corridor.submit.BE.migration-flow')).toBe(true)
    await connection.close()
    expect(await post()).toBe(202)
  })
})

describe('somebody who floods the way in', () => {
  it('is told that its own place is full, and takes nobody else’s', async () => {
    const belgium = must(await connectParticipant(be), 'connect')
    const denmark = must(await connectParticipant(dk), 'connect')
    const junk = Buffer.alloc(2_000, 'x')
    // Unsigned, under its own subject: anything a participant that has gone mad can send.
    for (let i = 0; i < 3_000; i++) belgium.nats.publish('corridor.submit.BE.migration-flow', junk)
    await belgium.nats.flush()
    const bytes = messageBytes('DK', { id: 'in-the-flood', data: outflow('DK') })
    const begun = performance.now()
    await send(denmark, await sealedBy(dk, bytes))
    expect(await answersTo(denmark, bytes)).toMatchObject([
      { event: { data: { statement: 'accepted' } } },
    ])
    expect(performance.now() - begun).toBeLessThan(20_000)
    const jsm = await own.jetstreamManager()
    const waits = async (): Promise<number> => {
      const filter = 'corridor.submit.BE.migration-flow'
      const { state } = await jsm.streams.info('SUBMISSIONS', { subjects_filter: filter })
      return state.subjects?.[filter] ?? 0
    }
    expect(await waits()).toBeLessThanOrEqual(128)
    // The same junk again and again is one refusal, however often it came.
    await eventually(waits, (count) => count === 0, 30_000)
    const kept = await hub.query(`select 1 from intake.quarantine where participant = 'BE'`)
    expect(kept).toHaveLength(1)
    await Promise.all([belgium.close(), denmark.close()])
  }, 90_000)
})
