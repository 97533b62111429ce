// SPDX-License-Identifier: Apache-2.0
// A full round leaves sealed files of both sides: only the operator has one made, and they go with a message that is deleted.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { completed } from '@corridor/policy'
import { signedRequest, type Profile } from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { corridorTerms } from '../../apps/cli/src/demonstration/region'
import { atRest } from './at-rest'
import { codeOf, newParticipant, operatorOf } from './cast'
import { corridor } from './corridor-command'
import { agreeOn, publish } from './deleting'
import { raiseHub, type Hub } from './raise-hub'
import { outflow } from './raw-message'

const published = corridorTerms(['BE', 'DK'])
const terms = completed({
  ...published,
  enforced: [
    ...published.enforced.filter(({ kind }) => kind !== 'not-agreed'),
    { id: '5', kind: 'retention', contract: 'migration-flow', days: 30 },
  ],
  recorded: [],
})

describe('files of a full round', () => {
  let hub: Hub
  let [be, dk] = [] as unknown as [Profile, Profile]

  beforeAll(async () => {
    hub = await raiseHub('in one process')
    const operator = await operatorOf(hub)
    be = await newParticipant(hub, operator, { participant: 'BE', kind: 'state' })
    dk = await newParticipant(hub, operator, { participant: 'DK', kind: 'state' })
    await agreeOn(terms, [be, dk])
    await publish(be, 'erased', outflow('BE', { value: 447 }))
    await publish(be, 'kept', outflow('BE', { period: '2015', value: 440 }))
    for (const period of ['2015', '2016'])
      await publish(dk, period, outflow('DK', { direction: 'inflow', origin: 'BE', period }))
    // Sent is not recorded yet.
    await eventually(pairs, ([row]) => row?.both === 2)
    await atRest(hub)
  }, 120_000)
  afterAll(() => hub.close())

  const pairs = () =>
    hub.query<{ both: number }>(
      `select count(*)::int as both from reconciliation.pair where outcome <> 'one-sided'`,
    )
  const onDisk = (): readonly string[] => {
    const folder = join(hub.home, 'rounds')
    return existsSync(folder) ? readdirSync(folder) : []
  }
  const known = async (): Promise<readonly string[]> =>
    (await hub.query<{ file: string }>('select file from reconciliation.round_file')).map(
      ({ file }) => file,
    )
  const round = async (): Promise<Readonly<Record<string, unknown>>> => {
    const run = await corridor(hub.home, ['rounds', 'run', terms.id, '--profile', 'OPERATOR'])
    expect(run).toMatchObject({ exit: 0 })
    const newest = async (): Promise<Readonly<Record<string, unknown>> | undefined> => {
      const shown = await corridor(hub.home, ['rounds', 'show', '--profile', 'OPERATOR', '--json'])
      return (shown.json['rounds'] as Readonly<Record<string, unknown>>[])[0]
    }
    return (await eventually(newest, (one) => one?.['endedAt'] !== null, 60_000)) ?? {}
  }

  it('are made for nobody but the operator, who alone sees what came of a round', async () => {
    for (const who of [be, dk]) {
      const [begin, show] = [
        { method: 'POST', target: '/api/rounds', body: Buffer.from('{}') } as const,
        { method: 'GET', target: '/api/rounds' } as const,
      ]
      expect(codeOf(await signedRequest(who, begin))).toBe('NOT_ALLOWED')
      expect(codeOf(await signedRequest(who, show))).toBe('NOT_ALLOWED')
    }
    expect(await hub.query('select 1 from reconciliation.full_round')).toEqual([])
    expect(onDisk()).toEqual([])
    expect(await round()).toMatchObject({ failed: null, differing: 0, pairs: 2 })
    expect(await known()).toHaveLength(2)
    expect(onDisk().length).toBeGreaterThan(0)
  })

  it('go, with their keys, when a message is deleted whose figures they hold', async () => {
    const before = onDisk()
    const words = ['erase', 'erased', '--agreement', terms.id, '--clause', '5', '--reason', 'over']
    expect(await corridor(hub.home, [...words, '--profile', 'BE', '--yes'])).toMatchObject({
      exit: 0,
    })
    await eventually(known, (files) => files.length === 0)
    await eventually(
      () => Promise.resolve(onDisk()),
      (now) => before.every((file) => !now.includes(file)),
    )
  })

  it('are made anew of what is left', async () => {
    await atRest(hub)
    expect(await round()).toMatchObject({ failed: null, differing: 0 })
    const [left] = await hub.query<{ says: string | null }>(
      `select origin_says as says from reconciliation.pair where period = '2016'`,
    )
    expect(left?.says ?? null).toBeNull()
    expect((await known()).length).toBeGreaterThan(0)
  })
})
