// SPDX-License-Identifier: Apache-2.0
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { corridorTerms } from '../../apps/cli/src/demonstration/region'
import { newParticipant, operatorOf } from './cast'
import { corridor, type Ended } from './corridor-command'
import { csvOf, figuresOf } from './office-files'
import { raiseHub, type Hub } from './raise-hub'

const agreement = 'BE-DK-2026'
const belgium = figuresOf(agreement, 'BE')
const terms = corridorTerms(['BE', 'DK'])

// What an office can know of a draft before anybody signs it.
describe('a draft of an agreement', () => {
  let hub: Hub
  const run = (...words: string[]): Promise<Ended> => corridor(hub.home, words)
  const write = (name: string, content: unknown): void =>
    writeFileSync(join(hub.home, name), JSON.stringify(content))

  beforeAll(async () => {
    hub = await raiseHub('in one process')
    await newParticipant(hub, await operatorOf(hub), { participant: 'BE', kind: 'state' })
    writeFileSync(join(hub.home, 'be.csv'), csvOf(belgium))
    write('terms.json', terms)
    write('draft.json', { ...terms, enforced: terms.enforced.filter(({ id }) => id !== '3') })
  })

  afterAll(() => hub.close())

  it('is looked through without a hub: 0 where nothing is wrong with it', async () => {
    expect(await run('agreements', 'lint', 'terms.json', '--json')).toMatchObject({
      exit: 0,
      json: { v: 1, agreement, findings: [] },
    })
  })

  it('is told of an office that nobody has registered, where there is a profile to ask the hub with', async () => {
    const [share, ...others] = terms.enforced
    const read = (audience: readonly string[]) => [{ ...share, audience }, ...others]
    write('offices.json', { ...terms, enforced: read(['STATS']) })
    const told = await run('agreements', 'lint', 'offices.json', '--profile', 'BE')
    expect(told).toMatchObject({ exit: 0 })
    expect(told.out).toContain('NOTE  A482 Clause 1: no office STATS of DK is registered.')
    const alone = await run('agreements', 'lint', 'offices.json', '--profile', 'NOBODY')
    expect(alone).toMatchObject({ exit: 0 })
    expect(alone.out).toContain('Offices were not looked up: ')
    const proposed = await run('agreements', 'propose', 'offices.json', '--profile', 'BE')
    expect(proposed).toMatchObject({ exit: 0 })
    expect(proposed.err).toContain('NOTE  A482 Clause 1: no office STATS of DK is registered.')
  })

  it('is told all that is wrong with it, with what to do, and what differs from another: 4', async () => {
    const words = ['agreements', 'lint', 'draft.json', '--against', 'terms.json'] as const
    expect(await run(...words, '--json')).toMatchObject({
      exit: 4,
      json: {
        findings: [
          { code: 'CLAUSE_MISSING', clauses: ['1'] },
          { code: 'CLAUSE_MISSING', clauses: ['2'] },
        ],
        differences: [{ part: 'enforced', of: '3', change: 'removed' }],
      },
    })
    const { out } = await run(...words)
    expect(out).toContain('STOP  A476 Clause 1: no clause says how figures of migration-flow')
    expect(out).toContain('cannot be proposed: 2 errors')
    expect(out).toContain('- clause 3 removed')
  })

  it('is completed by what is not agreed', async () => {
    write('short.json', { ...terms, recorded: [] })
    expect(await run('agreements', 'lint', 'short.json')).toMatchObject({ exit: 4 })
    const completed = await run('agreements', 'lint', 'short.json', '--complete', 'full.json')
    expect(completed).toMatchObject({ exit: 0 })
    expect(await run('agreements', 'lint', 'full.json')).toMatchObject({ exit: 0 })
  })

  it('is replayed against what was sent: what would have gone to whom, and what would have stayed', async () => {
    expect(await run('publish', 'be.csv', '--profile', 'BE')).toMatchObject({ exit: 0 })
    const [share, ...others] = terms.enforced
    const periods = { from: '2013', until: '2014' }
    write('narrow.json', { ...terms, enforced: [{ ...share, periods }, ...others] })
    const simulate = (file: string): Promise<Ended> =>
      run(
        ...['agreements', 'simulate', file, '--from', '2013', '--until', '2016'],
        ...['--profile', 'BE', '--json'],
      )
    const told = { sender: 'BE', recipient: 'DK', rows: belgium.length }
    expect(await simulate('terms.json')).toMatchObject({
      exit: 0,
      json: { simulated: [{ ...told, sent: belgium.length, stayed: {} }] },
    })
    const early = belgium.filter(({ period }) => period <= '2014').length
    expect(await simulate('narrow.json')).toMatchObject({
      json: {
        simulated: [
          {
            ...told,
            sent: early,
            byClause: { 'BE-DK-2026/1': early },
            stayed: { ANOTHER_PERIOD: belgium.length - early },
          },
        ],
      },
    })
    expect(await hub.query('select 1 from delivery.release_v1')).toEqual([])
  })
})
