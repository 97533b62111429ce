// SPDX-License-Identifier: Apache-2.0
// Employers of Denmark publish vacancies under an agreement that Denmark has signed; Sweden and a researcher see what it grants them.
import { contractUrn, type Agreement, type LabourMarket } from '@corridor/contracts'
import { completed } from '@corridor/policy'
import {
  actOnAgreement,
  connectParticipant,
  proposeAgreement,
  showAgreement,
  signAgreement,
  type Profile,
} from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { findingsOf, ledgerOf } from './audited'
import { codeOf, must, newParticipant, operatorOf } from './cast'
import { corridor } from './corridor-command'
import { deliveriesOf, take } from './delivered-figures'
import { modes, raiseHub, type Hub } from './raise-hub'
import { messageBytes, sealedBy, submit } from './raw-message'

const dimensions = ['indicator', 'basis', 'scenario', 'citizenship', 'sex', 'age', 'education']
const told = [...dimensions, 'occupation', 'sector', 'statusInEmployment']
const vacancies = {
  ...({ kind: 'share', contract: 'labour-market', confStatus: ['F'] } as const),
  levels: told.map((dimension) => ({ dimension, level: 'all' }) as const),
  only: [{ dimension: 'indicator', codes: ['VAC'] }],
}

const report = {
  ...({ id: '4', kind: 'report', by: ['EMPDK'], as: 'employers', areas: ['DK'] } as const),
  contract: 'labour-market' as const,
  periods: { from: '2024', until: '2025' },
  only: [{ dimension: 'sector', codes: ['C', 'F'] }],
}

const terms: Agreement = completed({
  id: 'DK-EMPDK-SE-UNI',
  title: 'Vacancies that the employers of Denmark know of',
  parties: ['DK', 'EMPDK', 'SE', 'UNI'].map((participant) => ({ participant, signatures: 1 })),
  term: { from: '2026-01-01', until: '2035-12-31' },
  entryIntoForce: { rule: 'on-signature' },
  provisionalApplication: { rule: 'not-agreed' },
  accession: { rule: 'closed' },
  signatureDays: 30,
  enforced: [
    { id: '1', ...vacancies, from: ['EMPDK'], to: ['SE'] },
    {
      id: '2',
      ...vacancies,
      from: ['EMPDK'],
      to: ['UNI'],
      periods: { from: '2024', until: '2024' },
    },
    { id: '3', ...vacancies, from: ['DK'], to: ['SE'] },
    report,
    { id: '5', kind: 'protect', rule: { method: 'published-figures-no-protection' } },
  ],
  recorded: [],
})

/** Vacancies of a quarter about a state, save for what a test changes. */
function posts(change: Partial<LabourMarket> = {}): LabourMarket {
  return {
    definition: {
      ...{ eventConcept: 'survey-answer', source: 'survey', population: 'jobs' },
      ...{ minimumStay: 'not-applicable', partnerConcept: 'none', ageDefinition: 'not-stated' },
      periodConvention: 'calendar',
    },
    classifications: {
      ...{ education: 'ISCED-2011', occupation: 'ISCO-08', sector: 'ISIC-4' },
      statusInEmployment: 'ICSE-18',
    },
    frequency: 'Q',
    unit: { measure: 'PST', multiplier: 0, decimals: 0 },
    rows: 2,
    ...{ reporter: 'DK', indicator: 'VAC', basis: 'observed', scenario: '_Z', citizenship: '_Z' },
    ...{ period: ['2024-Q4', '2025-Q1'], sex: '_Z', age: '_Z', education: '_Z' },
    ...{ occupation: '_T', sector: 'F', statusInEmployment: '_Z' },
    ...{ value: [1730, 1680], valueStatus: 'value', obsStatus: 'A', confStatus: 'F' },
    ...change,
  }
}

describe.each(modes)('partners who are no state, %s', (mode) => {
  let hub: Hub
  let [dk, se, employers, researcher]: Profile[] = []
  const who = (profile: Profile | undefined): Profile => {
    if (profile === undefined) throw new Error('nobody of that name takes part')
    return profile
  }

  beforeAll(async () => {
    hub = await raiseHub(mode)
    const operator = await operatorOf(hub)
    dk = await newParticipant(hub, operator, { participant: 'DK', kind: 'state' })
    se = await newParticipant(hub, operator, { participant: 'SE', kind: 'state' })
    const partner = (participant: string, organisation: string): Promise<Profile> =>
      newParticipant(hub, operator, { participant, kind: 'partner', organisation })
    employers = await partner('EMPDK', 'employers')
    researcher = await partner('UNI', 'research')
  })
  afterAll(() => hub.close())

  async function publish(profile: Profile | undefined, data: LabourMarket): Promise<unknown> {
    const dataschema = contractUrn('labour-market', '1.0.0')
    const notes = [{ problem: 'W510', text: 'made up for a test' }]
    const from = who(profile)
    const bytes = messageBytes(from.participant, { dataschema, data: { ...data, notes } })
    const sent = await submit(hub, await sealedBy(from, bytes))
    const { statement, state, problem, code } = sent.json as Record<string, { code: string }>
    return code ?? problem?.code ?? state ?? statement
  }

  it('publish nothing without an agreement', async () => {
    for (const one of [employers, researcher])
      expect(await publish(one, posts())).toBe('NOT_ALLOWED')
  })

  it.each([
    ['a researcher', { ...report, by: ['UNI'] }, /registered as research/],
    ['a state', { ...report, by: ['SE'] }, /registered as state/],
    [
      'another role than its own',
      { ...report, as: 'recruiters' as const },
      /registered as employers/,
    ],
    [
      'what is for states to count',
      { ...report, contract: 'migrant-stock' as const, only: [] },
      /./,
    ],
    ['about a state that is no party', { ...report, areas: ['NO'] }, /NO is not a party/],
  ])('cannot be given a right to report by terms: %s', async (_, wrong, why) => {
    const { only, ...clause } = wrong
    const changed = only.length === 0 ? clause : wrong
    const enforced = terms.enforced.map((one) => (one.kind === 'report' ? changed : one))
    const tried = await proposeAgreement(who(dk), { ...terms, enforced: [...enforced] })
    expect(tried).toMatchObject({ refusal: { detail: expect.stringMatching(why) as string } })
  })

  it('publish what a clause names, and a state receives it marked as theirs', async () => {
    must(await proposeAgreement(who(dk), terms), 'propose')
    for (const one of [dk, employers, se, researcher])
      must(await signAgreement(who(one), terms), 'sign')
    expect(await publish(employers, posts())).toMatch(/accepted|delivered/)
    const deliveries = await eventually(
      async () => {
        await take(who(se))
        return deliveriesOf(who(se))
      },
      (all) => all.length === 1,
    )
    expect(deliveries).toMatchObject([
      {
        figures: { sender: 'EMPDK', reportedAs: 'employers', dataset: { reporter: 'DK', rows: 2 } },
      },
    ])
  })

  it('stay apart from what the state itself publishes about the same cells', async () => {
    expect(await publish(dk, posts({ value: [1800, 1750] }))).toMatch(/accepted|delivered/)
    const deliveries = await eventually(
      async () => {
        await take(who(se))
        return deliveriesOf(who(se))
      },
      (all) => all.length === 2,
    )
    const [own] = deliveries.slice(-1)
    expect(own).toMatchObject({ figures: { sender: 'DK', dataset: { value: [1800, 1750] } } })
    expect(own?.['figures']).not.toHaveProperty('reportedAs')
    const read = await eventually(
      () => corridor(hub.home, ['data', 'labour-market', '--format', 'json', '--profile', 'DK']),
      ({ out }) => out.includes('1800'),
    )
    expect(read.out).not.toContain('1730')
    const kept = await hub.query(
      'select participant, reported_as from intake.dataset_v1 order by position',
    )
    expect(kept).toEqual([
      { participant: 'EMPDK', reported_as: 'employers' },
      { participant: 'DK', reported_as: null },
    ])
  })

  it.each<[string, Partial<LabourMarket>, string?]>([
    ['about another state', { reporter: 'SE' }],
    ['about themselves', { reporter: 'EMPDK' }, 'CODE_UNKNOWN'],
    ['of another sector', { sector: 'A' }],
    ['of all sectors', { sector: '_T' }],
    ['of another period', { period: ['2023-Q4', '2024-Q1'] }],
    [
      'that only states count',
      { indicator: 'EMP', unit: { measure: 'PS', multiplier: 0, decimals: 0 } },
    ],
  ])('are refused figures %s', async (_, change, code = 'REPORT_NOT_AGREED') => {
    expect(await publish(employers, posts(change))).toBe(code)
  })

  it('see what a clause grants them and no more, and researchers publish nothing', async () => {
    await eventually(
      async () => {
        await take(who(researcher))
        return deliveriesOf(who(researcher))
      },
      (all) => all.length === 1,
    )
    const [only] = await deliveriesOf(who(researcher))
    expect(only).toMatchObject({
      figures: {
        sender: 'EMPDK',
        reportedAs: 'employers',
        dataset: { rows: 1, period: '2024-Q4' },
      },
    })
    expect(await publish(researcher, posts())).toBe('NOT_ALLOWED')
    const connection = must(await connectParticipant(who(researcher)), 'connect')
    const met = connection.nats.status()
    connection.nats.publish('corridor.submit.UNI.labour-market', '{}')
    for await (const told of met) {
      expect(told).toMatchObject({ data: 'PERMISSIONS_VIOLATION' })
      break
    }
    await connection.close()
  })

  it('have a ledger of their own with the mark, which the audit proves', async () => {
    const lines = await ledgerOf(who(employers))
    expect(
      lines.map(({ recipient, clause, reportedAs }) => [recipient, clause, reportedAs]),
    ).toEqual(
      expect.arrayContaining([
        ['SE', '1', 'employers'],
        ['UNI', '2', 'employers'],
      ]),
    )
    expect(await ledgerOf(who(dk))).toMatchObject([{ recipient: 'SE', reportedAs: null }])
    expect(await findingsOf(who(employers))).toEqual([])
    const mark = `update delivery.release set reported_as = $1 where recipient = 'UNI'`
    await hub.query(mark, [null])
    expect(await findingsOf(who(employers))).toEqual(['DIFFERENT_FROM_LEDGER outbox UNI'])
    await hub.query(mark, ['employers'])
    const said = await corridor(hub.home, ['ledger', '--profile', 'EMPDK'])
    expect(said.out).toContain('labour-market 1.0.0 (as employers)')
  })

  it('publish nothing from the moment on that a party suspends the agreement', async () => {
    const shown = must(await showAgreement(who(dk), terms.id), 'show')
    must(await actOnAgreement(who(dk), shown, { act: 'suspend', reason: 'a journey' }), 'suspend')
    expect(await publish(employers, posts({ value: [1, 2] }))).toBe('NOT_ALLOWED')
    expect(
      codeOf(
        await proposeAgreement(who(researcher), { ...terms, id: 'OTHER-1', enforced: [report] }),
      ),
    ).toBe('AGREEMENT_TERM_NOT_ENFORCEABLE')
  })
})
