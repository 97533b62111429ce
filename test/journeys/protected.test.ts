// SPDX-License-Identifier: Apache-2.0
// Figures that an agreement wants protected: small counts are hidden, with what would give them away. All figures are synthetic.
import fs from 'node:fs'
import path from 'node:path'
import {
  cell,
  contractUrn,
  rowsOf,
  toColumns,
  type Agreement,
  type Dataset,
  type FlowRow,
} from '@corridor/contracts'
import { completed } from '@corridor/policy'
import {
  connectParticipant,
  proposeAgreement,
  signAgreement,
  takeStatements,
  type Profile,
} from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { corridorTerms } from '../../apps/cli/src/demonstration/region'
import { must, newParticipant, operatorOf } from './cast'
import { raiseHub, type Hub } from './raise-hub'
import { messageBytes, outflow, sealedBy, submit } from './raw-message'
import { ask, signedRaw } from './raw-request'

type ProtectionRule = Extract<Agreement['enforced'][number], { kind: 'protect' }>['rule']

const suppression: ProtectionRule = {
  ...{ method: 'suppression', threshold: 3, zeros: false, protectionPercent: 100 },
}
const rounding: ProtectionRule = { method: 'random-rounding', base: 5 }
const concentrated: ProtectionRule = {
  ...suppression,
  dominance: { contributors: 2, percent: 85 },
}
const perturbing: ProtectionRule = {
  ...{ method: 'cell-key', maximumNoise: 3, variance: 1.5, smallest: 0 },
}

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

/** Belgium gives a partner its flows to it by sex, under a rule. */
function termsWith(partner: string, rule: ProtectionRule): Agreement {
  const agreed = corridorTerms(['BE', partner])
  return {
    ...agreed,
    enforced: agreed.enforced.map((clause) => {
      if (clause.kind === 'protect') return { ...clause, rule }
      return clause.kind === 'share'
        ? { ...clause, levels: [{ dimension: 'sex', level: 'all' }] }
        : clause
    }),
  }
}

/** Belgium gives a partner its vacancies by section, without those that two employers have most of. */
function vacanciesTo(partner: string): Agreement {
  const slice = { indicator: 'VAC', basis: 'observed', scenario: '_Z' }
  const whole = ['citizenship', 'sex', 'age', 'education', 'statusInEmployment']
  const only = [...Object.entries(slice), ...whole.map((dimension) => [dimension, '_Z'] as const)]
  return completed({
    ...corridorTerms(['BE', partner]),
    enforced: [
      {
        ...{ id: '1', kind: 'share', from: ['BE'], to: [partner], contract: 'labour-market' },
        only: only.map(([dimension, code]) => ({ dimension, codes: [code] })),
        levels: [{ dimension: 'sector', level: 'level-1' }],
        confStatus: ['F'],
      },
      { id: '2', kind: 'protect', rule: concentrated },
    ],
  })
}

async function agree(partner: Profile, terms: Agreement): Promise<void> {
  must(await proposeAgreement(be, terms), 'propose')
  for (const who of [be, partner]) must(await signAgreement(who, terms), 'sign')
}

const flow = (destination: string, sex: string, value: number): FlowRow => {
  const [row] = rowsOf(outflow('BE', { destination, sex, value, period: '2015' }))
  if (row === undefined) throw new Error('there is no row')
  return row
}

async function publish(...rows: readonly FlowRow[]): Promise<void> {
  await publishAs(rows, {})
}

async function publishAs(rows: readonly FlowRow[], hubOnly: object): Promise<void> {
  const data = {
    ...toColumns(outflow('BE').definition, rows),
    ...hubOnly,
    notes: [{ problem: 'W510', text: 'made up for a test' }],
  }
  const sealed = await sealedBy(be, messageBytes('BE', { data }))
  const sent = await submit(hub, sealed)
  expect(sent.status).toBe(200)
}

interface Told {
  readonly sex: string
  readonly value: number | null
  readonly status: string
  readonly lower: number | null
  readonly upper: number | null
}

/** The figures of the next delivery to a partner, and how it says that they are protected. */
async function next(
  partner: Profile,
): Promise<{ rows: readonly Told[]; methods: readonly unknown[]; text: string }> {
  const found: { dataset: Dataset & { sex: string }; protection: { method: string }[] }[] = []
  const connection = must(await connectParticipant(partner), 'connect')
  await takeStatements(connection, {
    keep: ({ channel, event }) => {
      const { figures } = event.data as { figures?: (typeof found)[number] }
      if (channel === 'delivery' && figures !== undefined) found.push(figures)
    },
    enough: () => found.length > 0,
    idleMs: 10_000,
  })
  await connection.close()
  const [figures] = found
  if (figures === undefined) throw new Error('nothing was delivered')
  const { dataset, protection } = figures
  const rows = Array.from({ length: dataset.rows }, (_, row) => ({
    sex: cell(dataset.sex, row),
    value: cell(dataset.value, row),
    status: cell(dataset.valueStatus, row),
    lower: cell(dataset.lower ?? null, row),
    upper: cell(dataset.upper ?? null, row),
  }))
  return { rows, methods: protection.map(({ method }) => method), text: JSON.stringify(figures) }
}

const bySex = (rows: readonly Told[]): ReadonlyMap<string, Told> =>
  new Map(rows.map((row) => [row.sex, row]))

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
    await publishAs(rows, { cellKey: keys })
    const told = await next(fi)
    expect(told.methods).toContain('cell-key')
    for (const [i, { value, lower, upper }] of told.rows.entries()) {
      expect(Math.abs((value ?? 0) - (rows[i]?.value ?? 0))).toBeLessThanOrEqual(3)
      expect([lower, upper]).toEqual([Math.max(0, (value ?? 0) - 3), (value ?? 0) + 3])
    }
    expect(told.text).not.toContain('cellKey')
    for (const key of keys) expect(told.text).not.toContain(String(key))
    await publishAs(
      rows.map((row) => ({ ...row, obsStatus: 'P' })),
      { cellKey: keys },
    )
    expect((await next(fi)).rows.map(({ value }) => value)).toEqual(
      told.rows.map(({ value }) => value),
    )
  })

  it('stay where they have no key', async () => {
    const [women, men] = rows
    await publishAs(
      [
        { ...women!, period: '2014' },
        { ...men!, period: '2014' },
      ],
      {
        cellKey: [keys[0], null],
      },
    )
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
