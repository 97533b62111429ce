// SPDX-License-Identifier: Apache-2.0
import { digestOf, newSigningKey, signerOf, type Sealed } from '@corridor/message'
import { connectParticipant, type ParticipantConnection, type Profile } from '@corridor/sdk'
import { connectAsHub } from './as-the-hub'
import { must, newParticipant, operatorOf } from './cast'
import { modes, raiseHub, type Hub } from './raise-hub'
import { answersTo, messageBytes, outflow, sealedBy, send } from './raw-message'

/** What a case of the table starts from. */
interface Scene {
  readonly hub: Hub
  readonly be: Profile
  readonly dk: Profile
}

type Make = (scene: Scene) => Promise<Sealed>

const good = (be: Profile): Promise<Sealed> => sealedBy(be, messageBytes('BE'))
const changed =
  (change: Readonly<Record<string, unknown>>): Make =>
  ({ be }) =>
    sealedBy(be, messageBytes('BE', change))

const byAnotherKey =
  (validFrom?: string, validUntil?: string): Make =>
  async ({ hub, be }) => {
    const { kid, privateJwk, publicJwk } = await newSigningKey()
    if (validFrom !== undefined) {
      await hub.query(
        `insert into intake.participant_key (kid, participant, jwk, valid_from, valid_until, roles, kind)
         values ($1, 'BE', $2, $3, $4, '{publisher}', 'state')`,
        [kid, publicJwk, validFrom, validUntil],
      )
    }
    return sealedBy({ ...be, signer: await signerOf(privateJwk) }, messageBytes('BE'))
  }

const inAnHour = (): string => new Date(Date.now() + 3_600_000).toISOString()

const refused: readonly (readonly [string, string, Make])[] = [
  [
    'that nobody signed',
    'SIGNATURE_MISSING',
    async ({ be }) => ({ ...(await good(be)), signature: '' }),
  ],
  [
    'of which one byte was altered on the way',
    'SIGNATURE_WRONG',
    async ({ be }) => {
      const { bytes, signature } = await good(be)
      return { bytes: Buffer.from(Buffer.from(bytes).toString().replace('447', '448')), signature }
    },
  ],
  [
    "that another participant's key has signed",
    'KEY_OF_ANOTHER_PARTICIPANT',
    ({ dk }) => sealedBy(dk, messageBytes('BE')),
  ],
  ['signed with a key that nobody registered', 'KEY_UNKNOWN', byAnotherKey()],
  [
    'signed with a key whose time is over',
    'KEY_EXPIRED',
    byAnotherKey('2024-01-01T00:00:00Z', '2025-01-01T00:00:00Z'),
  ],
  [
    'signed with a key whose time has not come',
    'KEY_NOT_YET_VALID',
    byAnotherKey('2990-01-01T00:00:00Z', '2991-01-01T00:00:00Z'),
  ],
  [
    'whose signature is written in a second, laxer spelling',
    'SIGNATURE_MALFORMED',
    async ({ be }) => {
      const sealed = await good(be)
      return { ...sealed, signature: `${sealed.signature}==` }
    },
  ],
  [
    'whose signature was made for another hub',
    'SIGNATURE_HEADER_UNEXPECTED',
    ({ be }) => sealedBy({ ...be, hub: { ...be.hub, id: 'other-hub' } }, messageBytes('BE')),
  ],
  ['that is not JSON', 'ENVELOPE_UNREADABLE', ({ be }) => sealedBy(be, Buffer.from('{"id":'))],
  [
    'with a member that the envelope does not have',
    'ENVELOPE_WRONG',
    changed({ priority: 'high' }),
  ],
  [
    'that names another source than its subject',
    'SOURCE_NOT_SUBJECT',
    changed({ source: 'urn:corridor:participant:DK' }),
  ],
  ['that is an hour ahead of the clock', 'TIME_IN_FUTURE', changed({ time: inAnHour() })],
  [
    'that follows another contract than its subject says',
    'CONTRACT_NOT_OF_SUBJECT',
    changed({ dataschema: 'urn:corridor:contract:agreement:0.1.0' }),
  ],
  [
    'of a version that does not exist',
    'CONTRACT_VERSION_UNKNOWN',
    changed({ dataschema: 'urn:corridor:contract:migration-flow:7.0.0' }),
  ],
  ['with a code that no list has', 'CODE_UNKNOWN', changed({ data: outflow('BE', { sex: 'X' }) })],
  ['that reports for another state', 'REPORTER_NOT_SENDER', changed({ data: outflow('SE') })],
]

describe.each(modes)('a message is refused, %s,', (mode) => {
  let scene: Scene
  let belgium: ParticipantConnection
  let recorded: readonly unknown[]

  const whatIsRecorded = (): Promise<readonly unknown[]> =>
    scene.hub.query(
      `select s.participant, s.id, s.digest, (select sum(rows)::int from intake.dataset) as observations from intake.submission s`,
    )

  const quarantineOf = ({ bytes }: Sealed): Promise<readonly unknown[]> =>
    scene.hub.query('select participant, code, times from intake.quarantine where digest = $1', [
      digestOf(bytes),
    ])

  beforeAll(async () => {
    const hub = await raiseHub(mode)
    const operator = await operatorOf(hub)
    const be = await newParticipant(hub, operator, { participant: 'BE', kind: 'state' })
    const dk = await newParticipant(hub, operator, { participant: 'DK', kind: 'state' })
    scene = { hub, be, dk }
    belgium = must(await connectParticipant(be), 'connect')
    const first = await sealedBy(be, messageBytes('BE', { id: 'taken' }))
    await send(belgium, first)
    expect(await answersTo(belgium, first.bytes)).toMatchObject([
      { event: { data: { statement: 'accepted' } } },
    ])
    recorded = await whatIsRecorded()
  })

  afterAll(async () => {
    await belgium.close()
    await scene.hub.close()
  })

  it.each([
    ...refused,
    [
      'that gives other content to an id it has used',
      'ID_TAKEN',
      changed({ id: 'taken' }),
    ] as const,
  ])('%s: %s', async (_, code, make) => {
    const sealed = await make(scene)
    await send(belgium, sealed)
    const [answer] = await answersTo(belgium, sealed.bytes)
    expect(answer?.event.data).toMatchObject({ statement: 'refused', problem: { code } })
    expect(await quarantineOf(sealed)).toEqual([{ participant: 'BE', code, times: 1 }])
    expect(await whatIsRecorded()).toEqual(recorded)
  })

  it('under a contract that the hub does not know: CONTRACT_UNKNOWN', async () => {
    // No participant may publish there, so the hub's own account has to play the broken broker.
    const nats = await connectAsHub(scene.hub)
    const dataschema = 'urn:corridor:contract:weather:0.1.0'
    const sealed = await sealedBy(scene.be, messageBytes('BE', { dataschema }))
    await send({ ...belgium, nats }, sealed, { subject: 'corridor.submit.BE.weather' })
    const [answer] = await answersTo(belgium, sealed.bytes)
    await nats.close()
    expect(answer?.event.data).toMatchObject({ problem: { code: 'CONTRACT_UNKNOWN' } })
  })

  it('again with the same answer when it is sent again, even once its reason is gone', async () => {
    const { kid, privateJwk, publicJwk } = await newSigningKey()
    const sealed = await sealedBy(
      { ...scene.be, signer: await signerOf(privateJwk) },
      messageBytes('BE'),
    )
    await send(belgium, sealed)
    const [first] = await answersTo(belgium, sealed.bytes)
    await scene.hub.query(
      `insert into intake.participant_key (kid, participant, jwk, valid_from, valid_until, roles, kind)
         values ($1, 'BE', $2, $3, $4, '{publisher}', 'state')`,
      [kid, publicJwk, '2020-01-01T00:00:00Z', inAnHour()],
    )
    await send(belgium, sealed)
    const [second] = await answersTo(belgium, sealed.bytes)
    expect(first?.event.data).toMatchObject({ problem: { code: 'KEY_UNKNOWN' } })
    expect(second?.sealed).toEqual(first?.sealed)
    expect(await whatIsRecorded()).toEqual(recorded)
  })

  it('alone: what came with it in the same batch is recorded', async () => {
    const many = await Promise.all(Array.from({ length: 20 }, () => good(scene.be)))
    const bad = await Promise.all([
      ...refused.map(([, , make]) => make(scene)),
      ...unholdable.map((make) => make(scene)),
    ])
    const all = many.flatMap((one, i) => [one, ...bad.filter((_, j) => j % many.length === i)])
    for (const sealed of all) await send(belgium, sealed)
    for (const one of many) expect(await statementOn(one)).toBe('accepted')
    for (const one of bad) expect(await statementOn(one)).toBe('refused')
  })

  // The answers come in any order, so the receipt is asked for where it is kept.
  const statementOn = async ({ bytes }: Sealed): Promise<string | undefined> => {
    for (let tries = 0; tries < 100; tries++) {
      const [row] = await scene.hub.query<{ code: string | null }>(
        'select code from intake.receipt_v1 where digest = $1',
        [digestOf(bytes)],
      )
      if (row !== undefined) return row.code === null ? 'accepted' : 'refused'
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    return undefined
  }
})

/** What PostgreSQL cannot hold as text, in each place that a sender controls. */
const unholdable: readonly Make[] = [
  async ({ be }) => sealedBy({ ...be, signer: { ...be.signer, kid: '\0' } }, messageBytes('BE')),
  async ({ be }) => ({ ...(await good(be)), signature: 'a\0b' }),
  changed({ id: 'a\0b' }),
  changed({ source: 'urn:corridor:participant:\0' }),
  changed({ 'a\0b': 1 }),
  changed({ dataschema: 'urn:corridor:contract:\0:0.1.0' }),
  changed({ data: { ...outflow('BE'), sex: '\0' } }),
  changed({ data: { ...outflow('BE'), reporter: '\0' } }),
]
