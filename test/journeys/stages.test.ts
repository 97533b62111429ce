// SPDX-License-Identifier: Apache-2.0
// A country of deployment and one of permits hold the stages of one path against each other. The figures are synthetic.
import { contractUrn, type Agreement, type ShareClause } from '@corridor/contracts'
import { completed } from '@corridor/policy'
import { signedRequest, type Profile } from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { wordsOfPage } from './browser'
import { must, newParticipant, operatorOf } from './cast'
import { corridor } from './corridor-command'
import { agree } from './delivered-figures'
import { raiseHub, type Hub } from './raise-hub'
import { publish as publishFlow } from './deleting'
import { messageBytes, outflow, sealedBy, submit } from './raw-message'

const party = (participant: string) => ({ participant, signatures: 1 }) as const
const at = (dimension: string, code: string) => ({ dimension, code }) as const
const only = (dimension: string, ...codes: string[]) => ({ dimension, codes }) as const
const flowsFrom = (from: string, to: string): ShareClause => ({
  ...({ id: `flow-${from}`, kind: 'share', contract: 'migration-flow' } as const),
  ...{ from: [from], to: [to], corridors: [{ origin: 'NP', destination: 'QA' }] },
  confStatus: ['F'],
})
const terms: Agreement = completed({
  id: 'NP-QA-2026',
  title: 'Nepal and Qatar follow labour migration',
  parties: [party('NP'), party('QA')],
  term: { from: '2026-01-01', until: '2030-12-31' },
  entryIntoForce: { rule: 'on-signature' },
  provisionalApplication: { rule: 'not-agreed' },
  accession: { rule: 'closed' },
  signatureDays: 30,
  enforced: [
    {
      ...{ id: '1', kind: 'share', from: ['NP'], to: ['QA'], contract: 'deployment' },
      only: [only('destination', 'QA'), only('stage', 'CLEARANCE')],
      confStatus: ['F'],
    },
    {
      ...{ id: '2', kind: 'share', from: ['QA'], to: ['NP'], contract: 'work-permits' },
      only: [only('partner', 'NP'), only('event', 'FIRST'), only('reason', 'EMP')],
      confStatus: ['F'],
    },
    flowsFrom('NP', 'QA'),
    flowsFrom('QA', 'NP'),
    {
      ...{ id: '5', kind: 'reconcile', contract: 'migration-flow' },
      tolerance: { asymmetryPercent: 10 },
    },
    { id: '3', kind: 'protect', rule: { method: 'published-figures-no-protection' } },
    {
      ...{ id: '4', kind: 'pipeline', frequency: 'M', origin: 'NP', destination: 'QA' },
      levelPercent: 1,
      stages: [
        {
          ...{ stage: 'clearance', from: 'NP', contract: 'deployment' },
          at: [at('stage', 'CLEARANCE')],
        },
        {
          ...{ stage: 'permit', from: 'QA', contract: 'work-permits', after: 'clearance' },
          at: [at('event', 'FIRST'), at('reason', 'EMP')],
          lagPercent: [40, 60],
          takeUp: { leastPercent: 60, mostPercent: 100 },
        },
      ],
    },
  ],
  recorded: [],
})

/** The same of Nepal and Oman, whose figures are rounded to fives before they leave. */
const roundedTerms = JSON.parse(
  JSON.stringify({
    ...terms,
    id: 'NP-OM-2026',
    enforced: terms.enforced.map((clause) =>
      clause.kind === 'protect'
        ? { ...clause, rule: { method: 'random-rounding', base: 5 } }
        : clause,
    ),
  }).replaceAll('QA', 'OM'),
) as Agreement

const definition = {
  ...{ population: 'for-work', minimumStay: 'not-applicable', ageDefinition: 'completed' },
  periodConvention: 'calendar',
}
const totals = { sex: '_T', age: '_T', occupation: '_T', sector: '_T' }
const free = { valueStatus: 'value', obsStatus: 'A', confStatus: 'F' }
const columns = (said: Readonly<Record<string, number>>) => ({
  ...{ classifications: { occupation: 'ISCO-08', sector: 'ISIC-4' }, frequency: 'M' },
  ...{ rows: Object.keys(said).length, period: Object.keys(said), value: Object.values(said) },
  ...{ ...totals, ...free },
})
const cleared = (said: Readonly<Record<string, number>>) => ({
  definition: {
    ...definition,
    ...{ eventConcept: 'permit-issued', source: 'permit' },
    partnerConcept: 'residence',
  },
  ...{ reporter: 'NP', destination: 'QA', stage: 'CLEARANCE', contractType: '_T' },
  ...columns(said),
})
const permitted = (said: Readonly<Record<string, number>>) => ({
  definition: {
    ...{ ...definition, population: 'permit-holders', minimumStay: 'P3M' },
    ...{ eventConcept: 'permit-issued', source: 'permit', partnerConcept: 'citizenship' },
  },
  unit: { measure: 'PS', multiplier: 0, decimals: 0 },
  ...{
    reporter: 'QA',
    partner: 'NP',
    event: 'FIRST',
    permitType: '_T',
    reason: 'EMP',
    duration: '_T',
  },
  ...columns(said),
})

let hub: Hub
let np: Profile
let qa: Profile
let stranger: Profile
let om: Profile

beforeAll(async () => {
  hub = await raiseHub('in one process')
  const operator = await operatorOf(hub)
  const state = (participant: string): Promise<Profile> =>
    newParticipant(hub, operator, { participant, kind: 'state' })
  np = await state('NP')
  qa = await state('QA')
  stranger = await state('SE')
  om = await state('OM')
  await agree([np, qa], terms)
  await agree([np, om], roundedTerms)
})

afterAll(() => hub.close())

async function publish(sender: Profile, contract: 'deployment' | 'work-permits', data: object) {
  const notes = ['W502', 'W505', 'W506', 'W507', 'W508', 'W509', 'W510', 'W511', 'W512'].map(
    (problem) => ({ problem, text: 'made up for a test' }),
  )
  const dataschema = contractUrn(contract, '1.0.0')
  const bytes = messageBytes(sender.participant, { dataschema, data: { ...data, notes } })
  const { json } = await submit(hub, await sealedBy(sender, bytes))
  expect(json).not.toHaveProperty('code')
}

const found = async (
  who: Profile,
  agreement = terms.id,
): Promise<readonly Readonly<Record<string, unknown>>[]> =>
  must(
    await signedRequest<readonly Readonly<Record<string, unknown>>[]>(who, {
      ...{ method: 'GET', target: `/api/reports/${agreement}/stages` },
    }),
    'read the stages',
  )
const outcomes = (all: readonly Readonly<Record<string, unknown>>[]) =>
  all.map(({ stage, period, outcome }) => `${String(stage)} ${String(period)} ${String(outcome)}`)

describe('stages of one path', () => {
  it('are held against each other once both sides have reported, never set equal', async () => {
    await publish(np, 'deployment', cleared({ '2026-01': 1000, '2026-02': 900, '2026-03': 1100 }))
    await publish(qa, 'work-permits', permitted({ '2026-02': 820, '2026-03': 1900 }))
    const all = await eventually(
      () => found(np),
      (rows) =>
        rows.some(({ period }) => period === '2026-03') &&
        rows.some((one) => one['saidLower'] === 1900),
    )
    expect(outcomes(all)).toEqual([
      'permit 2026-01 no-expectation',
      'permit 2026-02 in-range',
      'permit 2026-03 above',
    ])
    expect(await found(qa)).toEqual(all)
  })

  it('are shown to the parties by the command line, and to nobody else', async () => {
    const shown = await corridor(hub.home, [
      'reports',
      'stages',
      terms.id,
      '--outside',
      '--profile',
      'QA',
    ])
    expect(shown.exit).toBe(0)
    expect(shown.out).toContain('ABOVE')
    expect(shown.out).toContain('1,900')
    expect(await found(stranger)).toEqual([])
  })

  it('stand in the sealed report of what both sides count of the quarter', async () => {
    const of = { origin: 'NP', destination: 'QA', period: '2026-Q1', value: 2_400 } as const
    await publishFlow(np, 'np-flow', outflow('NP', of))
    await publishFlow(qa, 'qa-flow', outflow('QA', { ...of, direction: 'inflow' }))
    const words = ['reports', 'show', terms.id, '--period', '2026-Q1', '--profile', 'QA']
    const shown = await eventually(
      () => corridor(hub.home, words),
      ({ exit }) => exit === 0,
    )
    expect(shown.out).toContain('Stages of 2026-Q1: 2 figures looked at, 1 outside the range.')
    expect(shown.out).toMatch(/2026-03 +permit +clearance +1,900 .* ABOVE/)
    const page = await wordsOfPage(qa, `/reports/${terms.id}/2026-Q1`)
    expect(page).toMatch(/permit .*March 2026 clearance .*1,900 .*above its range/)
    const kept = await corridor(hub.home, [...words, '--out', 'report.json'])
    expect(kept.exit).toBe(0)
    expect(await corridor(hub.home, ['verify', 'report.json', '--profile', 'NP'])).toMatchObject({
      exit: 0,
    })
  })

  it('are looked at anew when a figure is revised, and the report is made anew', async () => {
    await publish(qa, 'work-permits', permitted({ '2026-03': 930 }))
    const all = await eventually(
      () => found(qa),
      (rows) => rows.some((one) => one['saidLower'] === 930),
    )
    expect(outcomes(all)).toContain('permit 2026-03 in-range')
    const words = ['reports', 'show', terms.id, '--period', '2026-Q1', '--profile', 'NP']
    const shown = await eventually(
      () => corridor(hub.home, words),
      ({ out }) => out.includes('version 2'),
    )
    expect(shown.out).toContain('Stages of 2026-Q1: 2 figures looked at, 0 outside the range.')
  })

  it('are held against each other as the partner was told them, where figures are protected', async () => {
    await publish(np, 'deployment', {
      ...cleared({ '2026-01': 1003, '2026-02': 902 }),
      destination: 'OM',
    })
    await publish(om, 'work-permits', { ...permitted({ '2026-02': 821 }), reporter: 'OM' })
    const [told] = await eventually(
      async () =>
        (await found(om, roundedTerms.id)).filter(({ outcome }) => outcome !== 'no-expectation'),
      (rows) => rows.length > 0,
    )
    expect(told).toMatchObject({ stage: 'permit', period: '2026-02', outcome: 'in-range' })
    const [lower, upper] = [Number(told?.['saidLower']), Number(told?.['saidUpper'])]
    // A multiple of five, and four more or less: the figure itself is nowhere.
    expect([(lower + 4) % 5, upper - lower]).toEqual([0, 8])
    expect(await found(np, roundedTerms.id)).toEqual(await found(om, roundedTerms.id))
    expect(await found(stranger, roundedTerms.id)).toEqual([])
  })
})
