// SPDX-License-Identifier: Apache-2.0
// Figures that an agreement wants protected: small counts are hidden, with what would give them away. All figures are synthetic.
import fs from 'node:fs'
import path from 'node:path'
import { contractUrn, type Agreement, type FlowRow } from '@corridor/contracts'
import { proposeAgreement, signAgreement, type Profile } from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { atRest } from './at-rest'
import { must, newParticipant, operatorOf } from './cast'
import { corridor } from './corridor-command'
import {
  bySex,
  flow,
  inflow,
  next,
  perturbing,
  publishRows,
  rounding,
  suppression,
  termsWith,
  vacanciesTo,
  type Told,
} from './protected-scene'
import { raiseHub, type Hub } from './raise-hub'
import { messageBytes, sealedBy, submit } from './raw-message'
import { ask, signedRaw } from './raw-request'

let hub: Hub
let be: Profile
let dk: Profile
let se: Profile
let fi: Profile
let nl: Profile

beforeAll(async () => {
  hub = await raiseHub('in one process')
  const operator = await operatorOf(hub)
  be = await newParticipant(hub, operator, { participant: 'BE', kind: 'state' })
  dk = await newParticipant(hub, operator, { participant: 'DK', kind: 'state' })
  se = await newParticipant(hub, operator, { participant: 'SE', kind: 'state' })
  fi = await newParticipant(hub, operator, { participant: 'FI', kind: 'state' })
  nl = await newParticipant(hub, operator, { participant: 'NL', kind: 'state' })
  await agree(dk, termsWith('DK', suppression))
  await agree(nl, vacanciesTo('NL'))
  await agree(se, termsWith('SE', rounding))
  await agree(fi, termsWith('FI', perturbing))
})

afterAll(() => hub.close())

async function agree(partner: Profile, terms: Agreement): Promise<void> {
  must(await proposeAgreement(be, terms), 'propose')
  for (const who of [be, partner]) must(await signAgreement(who, terms), 'sign')
}

const publish = (...rows: readonly FlowRow[]): Promise<void> => publishRows(hub, be, { rows })

describe('small counts under suppression', () => {
  it('are hidden, and so is what would give them away by subtraction', async () => {
    await publish(flow('DK', 'F', 2), flow('DK', 'M', 40), flow('DK', '_T', 42))
    const { rows, methods } = await next(dk)
    expect(methods).toContain('suppression')
    const told = bySex(rows)
    expect(told.get('F')).toMatchObject({ value: null, status: 'suppressed' })
    const hidden = rows.filter(({ status }) => status === 'suppressed')
    expect(hidden.length).toBeGreaterThan(1)
    // What is hidden is neither zero nor absent, and nobody can tell why it is hidden.
    for (const { lower, upper } of hidden)
      expect((upper ?? Infinity) - (lower ?? 0)).toBeGreaterThan(2)
  })

  it('stay hidden where a later message would complete what its recipient holds', async () => {
    const before = bySex((await revised(flow('DK', 'M', 40))).rows)
    expect(before.get('M')?.value ?? null).toBeNull()
    const total = bySex((await revised(flow('DK', '_T', 42))).rows)
    expect([before.get('M')?.value ?? null, total.get('_T')?.value ?? null]).toContain(null)
  })

  /** Publishes one figure again; an empty answer where nothing of it was delivered. */
  async function revised(row: FlowRow): Promise<{ rows: readonly Told[] }> {
    await publish(row)
    return next(dk).catch(() => ({ rows: [] }))
  }
})

describe('counts under random rounding', () => {
  it('are multiples of the base, near to what was sent, and fall the same way again', async () => {
    const values = [3, 17, 101]
    const rows = values.map((value, i) => flow('SE', ['F', 'M', '_T'][i] ?? '_T', value))
    await publish(...rows.slice(0, 2))
    const first = await next(se)
    expect(first.methods).toContain('random-rounding')
    for (const [i, { value }] of first.rows.entries()) {
      expect((value ?? 1) % 5).toBe(0)
      expect(Math.abs((value ?? 0) - (values[i] ?? 0))).toBeLessThan(5)
    }
    await publish(...rows.slice(0, 2).map((row) => ({ ...row, obsStatus: 'P' })))
    expect((await next(se)).rows.map(({ value }) => value)).toEqual(
      first.rows.map(({ value }) => value),
    )
  })
})

async function shownToBelgium(accept: string): Promise<{ status: number; text: string }> {
  const request = await signedRaw(be, '/api/data/migration-flow')
  return ask(hub.http, { ...request, headers: { ...request.headers, accept } })
}

describe('counts perturbed by the cell keys of their sender', () => {
  const keys = [3_170_893_824, 2_715_834_301]
  const rows = [flow('FI', 'F', 17), flow('FI', 'M', 40)]

  it('are near to what was sent, say how near, and keep the keys back', async () => {
    await publishRows(hub, be, { rows, hubOnly: { cellKey: keys } })
    const told = await next(fi)
    expect(told.methods).toContain('cell-key')
    for (const [i, { value, lower, upper }] of told.rows.entries()) {
      expect(Math.abs((value ?? 0) - (rows[i]?.value ?? 0))).toBeLessThanOrEqual(3)
      expect([lower, upper]).toEqual([Math.max(0, (value ?? 0) - 3), (value ?? 0) + 3])
    }
    expect(told.text).not.toContain('cellKey')
    for (const key of keys) expect(told.text).not.toContain(String(key))
    const again = rows.map((row) => ({ ...row, obsStatus: 'P' }))
    await publishRows(hub, be, { rows: again, hubOnly: { cellKey: keys } })
    expect((await next(fi)).rows.map(({ value }) => value)).toEqual(
      told.rows.map(({ value }) => value),
    )
  })

  it('stay where they have no key', async () => {
    const [women, men] = rows
    await publishRows(hub, be, {
      rows: [women!, men!].map((row) => ({ ...row, period: '2014' })),
      hubOnly: { cellKey: [keys[0], null] },
    })
    expect((await next(fi)).rows.map(({ sex }) => sex)).toEqual(['F'])
  })

  it('are shown to their own sender without the keys', async () => {
    for (const accept of ['application/json', 'application/vnd.sdmx.data+csv', 'text/csv']) {
      const shown = await eventually(
        () => shownToBelgium(accept),
        ({ text }) => text.includes('FI'),
      )
      expect(shown.status).toBe(200)
      for (const key of keys) expect(shown.text).not.toContain(String(key))
    }
  })
})

describe('figures that were told under protection', () => {
  interface Compared {
    readonly sex: string
    readonly says: number | null
    readonly lower: number
    readonly upper: number
    readonly outcome: string
  }
  const compared = (agreement: string) =>
    hub.query<Compared>(
      `select split_part(breakdown, '.', 1) as sex, origin_says::int as says, origin_lower::int as lower, origin_upper::int as upper, outcome
       from reconciliation.pair where agreement = '${agreement}' and destination_says is not null order by breakdown`,
    )
  const in2014 = (rows: readonly FlowRow[]): { readonly rows: readonly FlowRow[] } => ({
    rows: rows.map((row) => ({ ...row, period: '2014' })),
  })

  it('are compared as the partner knows them: hidden ones by the interval that came with them', async () => {
    await publish(...in2014([flow('DK', 'F', 2), flow('DK', 'M', 41), flow('DK', '_T', 43)]).rows)
    await publishRows(hub, dk, in2014([inflow('DK', 'F', 40), inflow('DK', 'M', 4_000)]))
    await atRest(hub)
    const hidden = { says: null, lower: 0, upper: 43 }
    // However many men there are, they are fewer than that.
    expect(await compared('BE-DK-2026')).toEqual([
      { sex: 'F', ...hidden, outcome: 'within' },
      { sex: 'M', ...hidden, outcome: 'outside' },
    ])
    for (const profile of ['BE', 'DK']) {
      const asked = ['BE-DK-2026', '--period', '2014', '--profile', profile, '--json']
      const { exit, json } = await corridor(hub.home, ['reports', 'show', ...asked])
      expect(exit).toBe(0)
      expect(JSON.stringify(json)).toMatch(/\b4000\b/)
      expect(JSON.stringify(json)).not.toMatch(/\b41\b/)
    }
  })

  it('and rounded ones by the value that was told, as far as it may be off', async () => {
    await publishRows(hub, se, { rows: [inflow('SE', 'M', 18)] })
    await atRest(hub)
    const [men, ...others] = await compared('BE-SE-2026')
    expect(others).toEqual([])
    const { says, lower, upper } = men!
    expect((says ?? 1) % 5).toBe(0)
    expect([lower, upper]).toEqual([Math.max(0, says! - 4), says! + 4])
    expect(men?.outcome).toBe('within')
  })

  it('teach nothing, and come to the same in a full round', async () => {
    expect(await hub.query('select from reconciliation.pair where teaches')).toEqual([])
    const run = await corridor(hub.home, ['rounds', 'run', '--profile', 'OPERATOR', '--json'])
    expect(run.exit).toBe(0)
    const last = () =>
      hub.query<{ ended: boolean; pairs: number; differing: number }>(
        'select ended_at is not null as ended, pairs::int as pairs, differing from reconciliation.full_round',
      )
    const [ended] = await eventually(last, ([one]) => one?.ended === true, 60_000)
    const [kept] = await hub.query<{ pairs: number }>(
      'select count(*)::int as pairs from reconciliation.pair',
    )
    expect(ended).toMatchObject({ pairs: kept?.pairs, differing: 0 })
  })
})

describe('vacancies of which few employers have most', () => {
  it('stay hidden, the others leave, and nothing is said of the employers', async () => {
    const example = 'valid/synthetic-vacancies-by-section-with-contributions.json'
    const law = path.resolve(__dirname, '../../contracts/labour-market/1.1.0/examples')
    const data: unknown = JSON.parse(fs.readFileSync(path.join(law, example), 'utf8'))
    const dataschema = contractUrn('labour-market', '1.1.0')
    const sealed = await sealedBy(be, messageBytes('BE', { data, dataschema }))
    expect((await submit(hub, sealed)).status).toBe(200)
    const { rows, text } = await next(nl)
    // Of section B two employers have all.
    expect(rows.map(({ value }) => value)).toEqual([1730, null, 16800])
    expect(rows[1]).toMatchObject({ status: 'suppressed' })
    expect(text).not.toMatch(/contribut/i)
  })
})
