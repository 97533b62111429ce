// SPDX-License-Identifier: Apache-2.0
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eventually } from '@corridor/testing'
import { corridorTerms } from '../../apps/cli/src/demonstration/region'
import { corridor, type Ended } from './corridor-command'
import { copyAway, csvOf, figuresOf, flowOf } from './office-files'
import { raiseHub, type Hub } from './raise-hub'
import { mirrors } from './region-figures'

const agreement = 'BE-DK-2026'
const belgium = figuresOf(agreement, 'BE')
const denmark = figuresOf(agreement, 'DK')
const outside = mirrors.filter((one) => one.agreement === agreement && one.asymmetry > 10)

// One story in order, as an office lives it, with the built command and nothing else.
describe('the corridor command', () => {
  let hub: Hub
  const run = (...words: string[]): Promise<Ended> => corridor(hub.home, words)
  const at = (name: string): string => join(hub.home, name)
  const profileFile = (name: string, file: string): string => join(hub.home, 'profiles', name, file)

  beforeAll(async () => {
    hub = await raiseHub('in one process')
    writeFileSync(at('be.csv'), csvOf(belgium))
    writeFileSync(at('dk.json'), JSON.stringify(flowOf(denmark)))
    writeFileSync(at('terms.json'), JSON.stringify(corridorTerms(['BE', 'DK'])))
  })

  afterAll(() => hub.close())

  describe('joining', () => {
    it('makes the keys of an office once, and shows their fingerprint again', async () => {
      const first = await run('keygen', '--profile', 'BE', '--json')
      const second = await run('keygen', '--profile', 'BE', '--json')
      expect(first).toMatchObject({ exit: 0, json: { v: 1, ok: true, made: true } })
      expect(second.json).toEqual({ ...first.json, made: false })
    })

    it('enrols the operator, who invites, and those who were invited', async () => {
      const code = ['--code-file', join('keys', 'operator.code')]
      expect(await enrol('OPERATOR', code)).toMatchObject({ exit: 0, json: { kind: 'operator' } })
      await inviteAndEnrol('BE', ['--name', 'Belgium'])
      await inviteAndEnrol('DK', ['--name', 'Denmark'])
      const committee = ['--name', 'Belgium and Denmark', '--kind', 'committee']
      await inviteAndEnrol('BEDK', [...committee, '--members', 'BE,DK'])
    })

    it('ends with 4 where a code was used before', async () => {
      const again = await enrol('OTHER', ['--code-file', join('keys', 'operator.code')])
      expect(again).toMatchObject({ exit: 4, json: { v: 1, ok: false, exit: 4 } })
    })
  })

  describe('figures', () => {
    it('are checked without a hub: 0 where they are right, 3 where they are wrong', async () => {
      expect(await run('validate', 'be.csv', '--json')).toMatchObject({
        exit: 0,
        json: { v: 1, ok: true, rows: 8 },
      })
      writeFileSync(at('wrong.csv'), csvOf(belgium).replace(',2013,', ',13,'))
      const wrong = await run('validate', 'wrong.csv', '--json')
      expect(wrong).toMatchObject({ exit: 3, json: { v: 1, ok: false, exit: 3 } })
      expect(wrong.err).toContain('Column E (period)')
    })

    it('are published, and published again with the same receipt', async () => {
      const first = await run('publish', 'be.csv', '--profile', 'BE', '--json')
      const second = await run('publish', 'be.csv', '--profile', 'BE', '--json')
      expect(first).toMatchObject({ exit: 0, json: { v: 1, ok: true, rows: 8 } })
      expect(second.json).toEqual(first.json)
      expect(await hub.query('select 1 from intake.submission')).toHaveLength(1)
    })

    it('are published as JSON too', async () => {
      const sent = await run('publish', 'dk.json', '--profile', 'DK', '--json')
      expect(sent).toMatchObject({ exit: 0, json: { rows: 8 } })
    })

    it('end with 3 where they are for another to report', async () => {
      expect((await run('publish', 'be.csv', '--profile', 'DK', '--json')).exit).toBe(3)
    })

    it('have receipts that are listed, and shown one by one', async () => {
      const list = await run('receipts', '--profile', 'BE', '--json')
      expect(list).toMatchObject({
        exit: 0,
        json: { v: 1, hubReached: true, receipts: [{ statement: 'accepted', rows: 8 }] },
      })
      const [{ digest }] = list.json['receipts'] as [{ digest: string }]
      const one = await run('receipts', digest, '--profile', 'BE')
      expect(one).toMatchObject({ exit: 0 })
      expect(one.out).toContain(digest)
    })
  })

  describe('agreements', () => {
    it('are read before they are proposed', async () => {
      const dry = await run('agreements', 'propose', 'terms.json', '--dry-run')
      expect(dry).toMatchObject({ exit: 0 })
      expect(dry.out).toContain('Nothing was sent')
    })

    it('are proposed, listed, shown, and signed by both', async () => {
      const proposed = await run('agreements', 'propose', 'terms.json', '--profile', 'BE', '--json')
      expect(proposed).toMatchObject({ exit: 0, json: { v: 1, agreement, state: 'proposed' } })
      expect((await run('agreements', 'list', '--profile', 'DK')).out).toContain(agreement)
      expect((await sign('BE')).json).toMatchObject({ state: 'signing' })
      const shown = await run('agreements', 'show', agreement, '--profile', 'DK')
      expect(shown.out).toContain('Not signed by DK')
      expect((await sign('DK')).json).toMatchObject({ v: 1, state: 'in-force' })
    })

    it('are not signed where nobody answers: 2', async () => {
      expect(await run('agreements', 'sign', agreement, '--profile', 'BE')).toMatchObject({
        exit: 2,
      })
    })

    it('end with 4 where the hub refuses', async () => {
      const unknown = await run('agreements', 'show', 'BE-XX-2026', '--profile', 'BE', '--json')
      expect(unknown).toMatchObject({
        exit: 4,
        json: { v: 1, ok: false, problem: { code: 'AGREEMENT_UNKNOWN' } },
      })
    })
  })

  describe('what comes', () => {
    it('is taken once, and its figures are those that the partner sent', async () => {
      await eventually(
        () => hub.query('select 1 from delivery.release_v1'),
        (rows) => rows.length === 2,
      )
      const taken = await run('subscribe', '--once', '--out', 'inbox', '--profile', 'DK', '--json')
      expect(taken).toMatchObject({
        exit: 0,
        json: { v: 1, notGenuine: 0, taken: { delivery: 1 } },
      })
      const [file = ''] = readdirSync(at('inbox'))
      const [head = '', ...lines] = readFileSync(join(at('inbox'), file), 'utf8')
        .trim()
        .split('\n')
      const place = head.split(',').indexOf('value')
      const values = lines.map((line) => Number(line.split(',')[place]))
      expect(values.sort()).toEqual(belgium.map(({ value }) => value).sort())
    })

    it('is nothing when it was taken', async () => {
      const again = await run('subscribe', '--once', '--profile', 'DK', '--json')
      expect(again.json).toMatchObject({ taken: { delivery: 0, report: 0, receipt: 0 } })
    })

    it('is a report that both sides and their committee can list and show', async () => {
      await eventually(
        () =>
          hub.query(
            `select from reconciliation.outbox where signature is null and typ is not null union all select from reconciliation.report_due`,
          ),
        (rows) => rows.length === 0,
      )
      const periods = ['2013', '2014', '2015', '2016'].map((period) => ({ agreement, period }))
      for (const name of ['BE', 'BEDK']) {
        const list = await run('reports', 'list', '--profile', name, '--json')
        expect(list).toMatchObject({ exit: 0, json: { v: 1 } })
        expect(list.json['reports']).toMatchObject(periods)
      }
      const shown = await run(
        ...['reports', 'show', agreement, '--outside', '--profile', 'BEDK', '--json'],
      )
      expect(shown).toMatchObject({ exit: 0, json: { v: 1, ok: true } })
      expect(shown.json['rows']).toHaveLength(outside.length)
      const keep = ['reports', 'show', agreement, '--out', 'report.json', '--profile', 'BEDK']
      expect([(await run(...keep)).exit, (await run(...keep, '--period', '2016')).exit]).toEqual([
        2, 0,
      ])
    })
  })

  describe('proof', () => {
    it('is 0 for what the hub made', async () => {
      const report = await run('verify', 'report.json', '--profile', 'BEDK', '--json')
      expect(report).toMatchObject({ exit: 0, json: { v: 1, ok: true, kind: 'report' } })
      const [receipt = ''] = readdirSync(profileFile('BE', join('inbox', 'receipt')))
      const file = profileFile('BE', join('inbox', 'receipt', receipt))
      const verified = await run('verify', file, '--journal', '--profile', 'BE', '--json')
      expect(verified).toMatchObject({ exit: 0, json: { kind: 'receipt' } })
      expect(verified.json['journal']).toMatchObject({ position: expect.any(Number) as number })
    })

    it('is 7 where one byte was changed', async () => {
      const text = readFileSync(at('report.json'), 'utf8')
      writeFileSync(
        at('changed.json'),
        text.replace(/"originSays\\":\[(\d)/, '"originSays\\":[9$1'),
      )
      expect(readFileSync(at('changed.json'), 'utf8')).not.toBe(text)
      const changed = await run('verify', 'changed.json', '--profile', 'BEDK', '--json')
      expect(changed).toMatchObject({ exit: 7, json: { v: 1, ok: false, exit: 7 } })
    })
  })

  describe('how things stand', () => {
    it('shows every setting', async () => {
      const config = await run('config', '--json')
      expect(config).toMatchObject({ exit: 0, json: { v: 1, ok: true } })
      expect(config.json['settings']).toContainEqual(
        expect.objectContaining({ name: 'CORRIDOR_HOME', value: hub.home, from: 'environment' }),
      )
    })

    it('shows the hub, the broker and the outbox', async () => {
      expect(await run('status', '--profile', 'BE', '--json')).toMatchObject({
        exit: 0,
        json: { v: 1, broker: true, profile: { outbox: 0 }, hub: { counts: { accepted: 2 } } },
      })
    })

    it('looks for what is wrong, and finds nothing that stops', async () => {
      const doctor = await run('doctor', '--profile', 'BE', '--json')
      expect(doctor).toMatchObject({ exit: 0, json: { v: 1, ok: true } })
      expect(doctor.json['findings']).not.toContainEqual(expect.objectContaining({ mark: 'STOP' }))
    })

    it('opens the console once, on a page with the figures', async () => {
      const { out } = await run('console', '--profile', 'BE')
      const entered = await fetch(out.trim(), { redirect: 'manual' })
      expect(entered.status).toBe(303)
      const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
      const page = await fetch(`${hub.http}/corridors/${agreement}`, { headers: { cookie } })
      const text = (await page.text()).replace(/<[^>]*>/g, ' ')
      const newest = mirrors.filter((one) => one.agreement === agreement && one.period === '2016')
      for (const { originSays, destinationSays } of newest) {
        expect(text).toContain(originSays.toLocaleString('en-GB'))
        expect(text).toContain(destinationSays.toLocaleString('en-GB'))
      }
      expect((await fetch(out.trim(), { redirect: 'manual' })).status).toBe(401)
    })
  })

  describe('what goes wrong', () => {
    it('ends with 2 on a typo, and says what was meant', async () => {
      const typo = await run('publsh', 'be.csv', '--json')
      expect(typo).toMatchObject({ exit: 2, json: { v: 1, ok: false } })
      expect(typo.err).toContain('publish')
    })

    it('ends with 5 without a profile to act as', async () => {
      expect(await run('receipts', '--profile', 'XX', '--json')).toMatchObject({
        exit: 5,
        json: { v: 1, ok: false, problem: { code: 'PROFILE_MISSING' } },
      })
    })

    it('ends with 6 where the hub cannot be reached, and keeps what was to be sent', async () => {
      await copyAway(join(hub.home, 'profiles'), { name: 'BE', copy: 'AWAY' })
      writeFileSync(at('new.csv'), csvOf(belgium).replace(/,2013,\d+/, ',2013,1'))
      const words = ['--wait', '0', '--note', 'W510=made up for a test', '--json']
      const away = await run('publish', 'new.csv', '--profile', 'AWAY', ...words)
      expect(away).toMatchObject({ exit: 6, json: { v: 1, ok: false, exit: 6 } })
      expect(readdirSync(profileFile('AWAY', 'outbox'))).not.toHaveLength(0)
      expect((await run('status', '--profile', 'AWAY', '--json')).exit).toBe(6)
    })

    it('sends what waits when the hub is there again', async () => {
      cpSync(profileFile('BE', 'profile.json'), profileFile('AWAY', 'profile.json'))
      const resumed = await run('publish', '--resume', '--profile', 'AWAY', '--json')
      expect(resumed).toMatchObject({ exit: 0, json: { v: 1, ok: true, rows: 8 } })
      expect(readdirSync(profileFile('AWAY', 'outbox'))).toHaveLength(0)
    })
  })

  it('terminates an agreement, with a reason, which its history tells', async () => {
    const words = ['agreements', 'terminate', agreement, '--profile', 'DK', '--yes', '--json']
    expect((await run(...words)).exit).toBe(2)
    const terminated = await run(...words, '--reason', 'the trial is over')
    expect(terminated).toMatchObject({ exit: 0, json: { v: 1, state: 'terminated' } })
    const history = await run('agreements', 'history', agreement, '--profile', 'BE', '--json')
    expect(history.json).toMatchObject({ acts: { 5: { act: 'terminated', by: 'DK' } } })
  })

  function enrol(profile: string, code: readonly string[]): Promise<Ended> {
    const office = ['--office', 'STAT:Statistics office']
    return run('enrol', ...code, ...office, '--profile', profile, '--hub', hub.http, '--json')
  }

  async function inviteAndEnrol(id: string, words: readonly string[]): Promise<void> {
    const told = await run(
      ...['participants', 'invite', id, ...words, '--production-at-once', 'a journey'],
      ...['--profile', 'OPERATOR', '--json'],
    )
    expect(told).toMatchObject({ exit: 0, json: { v: 1, participant: id } })
    const enrolled = await enrol(id, ['--code', String(told.json['code'])])
    expect(enrolled).toMatchObject({ exit: 0, json: { v: 1, participant: id, office: 'STAT' } })
  }

  function sign(profile: string): Promise<Ended> {
    return run('agreements', 'sign', agreement, '--yes', '--profile', profile, '--json')
  }
})
