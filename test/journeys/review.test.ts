// SPDX-License-Identifier: Apache-2.0
// From a difference to a signed report: a case is opened, answered by both sides, settled; a revision voids a half-given signature; both
// sign; the file verifies off line, and not once a byte was changed. Silence settles nothing, and to a stranger nothing of it exists.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Outcome } from '@corridor/kernel'
import {
  actOnCase,
  actOnReport,
  fetchSignedReport,
  listCases,
  listReviews,
  readInbox,
  showCase,
  type Profile,
} from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { codeOf, must } from './cast'
import { corridor } from './corridor-command'
import { take } from './delivered-figures'
import type { Hub } from './raise-hub'
import { because, figureOf, noDigest, raiseReview, terms, type ReviewTable } from './review-table'

let table: ReviewTable
let hub: Hub
const as = (name: string): Profile => table.as(name)
const caseOf: ReviewTable['caseOf'] = (period) => table.caseOf(period)
const act: ReviewTable['act'] = (...words) => table.act(...words)
const review: ReviewTable['review'] = (...words) => table.review(...words)
const onReport: ReviewTable['onReport'] = (...words) => table.onReport(...words)

beforeAll(async () => {
  table = await raiseReview()
  hub = table.hub
})

afterAll(() => hub.close())

const stateOf = async (doing: Promise<Outcome<{ state: string }>>): Promise<string> =>
  must(await doing, 'act').state

describe('a difference that matters', () => {
  it('opens a case that both sides are told of, with both vintages', async () => {
    const shown = await caseOf('2016')
    expect(shown).toMatchObject({
      ...{ status: 'notified', version: 1, sides: ['BE', 'DK'], unsettled: 1 },
      about: { kind: 'corridor', origin: 'BE', destination: 'DK' },
    })
    const figure = shown.cells[figureOf(shown)]
    expect(figure).toMatchObject({ origin: { value: 44_701 }, destination: { value: 50_903 } })
    expect(figure?.origin.position).not.toBe(figure?.destination.position)
    expect(await review()).toMatchObject({ version: 1, status: 'in-review', digest: null })
    expect(JSON.stringify(shown)).not.toContain('stated')
  })

  it('says what the figures suggest, with the evidence, to those who may read it', async () => {
    const shown = await caseOf('2016')
    const [proposed] = shown.cells[figureOf(shown)]?.proposedCauses ?? []
    expect(proposed).toMatchObject({ cause: 'UNEXPLAINED', side: 'both', persons: null })
    const { out } = await corridor(hub.home, ['cases', 'show', shown.id, '--profile', 'BEDK'])
    expect(out).toContain('What the figures suggest; people decide:')
    expect(out).toContain('nothing in the pattern of the figures suggests a cause')
  })

  it('is nobody else’s: a stranger and the operator get the same answer as for what is not there', async () => {
    const { id } = await caseOf('2016')
    for (const who of ['SE', 'OPERATOR']) {
      expect(must(await listCases(as(who)), 'list')).toEqual([])
      expect(must(await listReviews(as(who)), 'list')).toEqual([])
      const [strange, none] = [await showCase(as(who), id), await showCase(as(who), 'NO.2016.1')]
      expect([codeOf(strange), codeOf(none)]).toEqual(['CASE_UNKNOWN', 'CASE_UNKNOWN'])
    }
    const explain = { act: 'explain', text: 'let me in' } as const
    expect(codeOf(await actOnCase(as('SE'), await caseOf('2016'), explain))).toBe('CASE_UNKNOWN')
    const signable = { ...(await review()), digest: noDigest }
    expect(codeOf(await actOnReport(as('SE'), signable, { act: 'sign' }))).toBe('REPORT_UNKNOWN')
    for (const who of ['BEDK', 'REGION'])
      expect(must(await showCase(as(who), id), 'show').id).toBe(id)
  })

  it('the committee and the secretariat read, and settle nothing', async () => {
    const explain = { act: 'explain', text: 'we know better' } as const
    for (const who of ['BEDK', 'REGION'])
      expect(codeOf(await actOnCase(as(who), await caseOf('2016'), explain))).toBe(
        'REVIEW_NOT_SIDE',
      )
  })

  it('a signatory does not review, as a reviewer without that role does not sign', async () => {
    expect(codeOf(await act('Ann', { act: 'agree' }))).toBe('NOT_ALLOWED')
  })
})

describe('comments', () => {
  it('for the own office are seen by it alone', async () => {
    must(
      await act('BE', { act: 'comment', audience: 'office', text: 'our register was moved' }),
      'comment',
    )
    must(await act('BE', { act: 'comment', audience: 'both', text: 'we look into it' }), 'comment')
    const textsFor = async (who: string): Promise<readonly unknown[]> => {
      const shown = must(await showCase(as(who), (await caseOf('2016')).id), 'show')
      return shown.events.flatMap(({ fact, detail }) =>
        fact === 'commented' ? [detail['text']] : [],
      )
    }
    expect(await textsFor('BE')).toEqual(['our register was moved', 'we look into it'])
    for (const who of ['DK', 'BEDK', 'REGION'])
      expect(await textsFor(who)).toEqual(['we look into it'])
    const call = {
      act: 'comment',
      audience: 'both',
      text: '@DK-STAT and @SE: which register?',
    } as const
    must(await act('BE', call), 'comment')
    await take(as('DK'))
    const notices = (await readInbox(as('DK'), 'report')).map(({ event }) => event.data)
    const told = notices.filter(({ happened }) => happened === 'commented')
    expect(told.map(({ mentions }) => mentions)).toEqual([undefined, ['DK-STAT']])
    const dk = must(await showCase(as('DK'), (await caseOf('2016')).id), 'show')
    expect(JSON.stringify(dk)).not.toContain('STAT-1')
    expect(dk.events.map(({ number }) => number)).toEqual(dk.events.map((_, at) => at + 1))
  })
})

describe('both sides settle it', () => {
  it('one proposes and the other counters; nobody agrees to the own proposal', async () => {
    const propose = { act: 'propose', value: 50_000, ...because } as const
    expect(await stateOf(act('BE', propose))).toBe('under-review')
    expect(codeOf(await act('BE', { act: 'agree' }))).toBe('REVIEW_OWN_PROPOSAL')
    const counter = { act: 'counter', value: 49_500, ...because } as const
    const causes = [{ cause: 'TIMING', persons: -4_000 }] as const
    must(await act('DK', { ...counter, causes }), 'counter')
    const figure = Object.values((await caseOf('2016')).cells)[0]
    expect(figure?.state.proposal?.causes).toEqual([
      { cause: 'TIMING', persons: -4_000 },
      { cause: 'UNEXPLAINED', persons: -2_202 },
    ])
  })

  it('an answer to an earlier version of the case is refused', async () => {
    const shown = await caseOf('2016')
    const old = { ...shown, version: shown.version - 1 }
    const agree = { act: 'agree', figure: figureOf(shown) } as const
    expect(codeOf(await actOnCase(as('BE'), old, agree))).toBe('REVIEW_VERSION_STALE')
  })

  it('with the agreement of the other the report can be signed, not before', async () => {
    const early = { ...(await review()), digest: noDigest }
    expect(codeOf(await actOnReport(as('Ann'), early, { act: 'sign' }))).toBe('REPORT_NOT_READY')
    expect(await stateOf(act('BE', { act: 'agree' }))).toBe('adjustment-agreed')
    expect(await review()).toMatchObject({ status: 'ready-to-sign', version: 1 })
  })

  it('whoever proposed does not sign as well, and what is signed by one stands still', async () => {
    expect(codeOf(await onReport('BE', { act: 'sign' }))).toBe('REVIEW_SAME_PERSON')
    expect(await stateOf(onReport('Ann', { act: 'sign' }))).toBe('signed-by-one')
    const counter = { act: 'counter', value: 49_000, ...because } as const
    expect(codeOf(await act('DK', counter))).toBe('REVIEW_NOT_NOW')
  })

  it('who signed can take it back, and the other side can return it', async () => {
    expect(await stateOf(onReport('Ann', { act: 'withdraw', ...because }))).toBe('ready-to-sign')
    expect(await stateOf(onReport('Ann', { act: 'sign' }))).toBe('signed-by-one')
    expect(await stateOf(onReport('Bo', { act: 'return', ...because }))).toBe('in-review')
    expect((await caseOf('2016')).unsettled).toBe(1)
    must(await act('DK', { act: 'propose', value: 49_500, ...because }), 'propose')
    must(await act('BE', { act: 'agree' }), 'agree')
    expect(await stateOf(onReport('Ann', { act: 'sign' }))).toBe('signed-by-one')
  })
})

describe('a revision', () => {
  it('voids what is half signed, and opens again what it touches', async () => {
    await table.says('BE', 45_000)
    expect(await table.reachesVersion(2)).toMatchObject({
      version: 2,
      status: 'in-review',
      signatures: [],
    })
    expect(await review(1)).toMatchObject({ status: 'superseded', signatures: [] })
    expect(await caseOf('2016')).toMatchObject({ status: 'reopened', unsettled: 1 })
  })
})

describe('both sign', () => {
  it('by their officials at the command line, who are shown what they sign', async () => {
    const differ = { act: 'differ', causes: [{ cause: 'DEF_DURATION' }], ...because } as const
    must(await act('BE', differ), 'differ')
    expect(await stateOf(act('DK', { act: 'agree' }))).toBe('explained')
    for (const [who, says] of [
      ['Ann', 'signed by one'],
      ['Bo', 'released'],
    ] as const) {
      const words = ['reports', 'sign', terms.id, '2016', '--profile', who, '--yes']
      const { exit, out, err } = await corridor(hub.home, words)
      expect([exit, out]).toEqual([0, expect.stringContaining(says)])
      expect(err).toContain('1 agreed to differ')
    }
  })

  it('the file says who has signed, off line, and a changed byte ends with 7', async () => {
    const [file, changed] = ['signed.json', 'changed.json'].map((name) => join(hub.home, name))
    const keep = [
      'reports',
      'review',
      terms.id,
      '2016',
      '--profile',
      'REGION',
      '--out',
      'signed.json',
    ]
    expect((await corridor(hub.home, keep)).exit).toBe(0)
    const good = await corridor(hub.home, ['verify', 'signed.json', '--profile', 'DK'])
    expect([good.exit, good.out]).toEqual([0, expect.stringContaining('signed by BE (')])
    const text = readFileSync(file ?? '', 'utf8')
    expect(text).toContain('45000')
    writeFileSync(changed ?? '', text.replace('45000', '45001'))
    const bad = await corridor(hub.home, ['verify', 'changed.json', '--profile', 'DK'])
    expect(bad.exit).toBe(7)
  })

  it('the parties, their committee and the secretariat that the agreement names have it, nobody else', async () => {
    const named = { agreement: terms.id, period: '2016' }
    for (const who of ['BE', 'DK', 'BEDK', 'REGION'])
      expect(must(await fetchSignedReport(as(who), named), 'fetch').payload).toContain(
        'signed-report',
      )
    expect(codeOf(await fetchSignedReport(as('SE'), named))).toBe('REPORT_UNKNOWN')
    const told = await hub.query<{ subject: string }>(
      `select o.subject from reconciliation.outbox o join reconciliation.review_report r on o.body = r.signed order by 1`,
    )
    expect(told.map(({ subject }) => subject.split('.')[2])).toEqual(['BE', 'BEDK', 'DK', 'REGION'])
  })

  it('stays valid after a revision, and says that one came', async () => {
    await table.says('DK', 51_500)
    expect(await table.reachesVersion(3)).toMatchObject({ version: 3, status: 'in-review' })
    expect(await review(2)).toMatchObject({ status: 'released', mark: 'figures-revised-since' })
    expect((await review(2)).signatures.map(({ participant }) => participant)).toEqual(['BE', 'DK'])
  })

  it('a revision that puts the figure right corrects the case, and the report can be signed', async () => {
    await table.says('DK', 45_010)
    expect(await table.reachesVersion(4)).toMatchObject({ version: 4, status: 'ready-to-sign' })
    const shown = await caseOf('2016')
    const [last] = shown.events.filter(({ fact }) => fact === 'figure-corrected')
    expect(shown.status).toBe('corrected')
    expect(last?.detail['position']).toBe(shown.cells[figureOf(shown)]?.destination.position)
  })
})

describe('silence', () => {
  const reaches = (id: string, instant: 'remindAt' | 'dueAt'): Promise<unknown> =>
    hub.query(
      `update reconciliation.review_case set due_at = '2020-01-01', state = state || jsonb_build_object($2::text, '2020-01-01T00:00:00.000Z')
       where id = $1`,
      [id, instant],
    )

  it('is marked when the term has passed, and nothing is agreed by it', async () => {
    await table.says('BE', 1_000, '2015')
    await table.says('DK', 3_000, '2015')
    const { id } = await caseOf('2015')
    must(await act('BE', { act: 'propose', value: 2_000, ...because }, '2015'), 'propose')
    await reaches(id, 'remindAt')
    const reminded = await eventually(
      () => caseOf('2015'),
      ({ events }) => events.some(({ fact }) => fact === 'reminded'),
      25_000,
    )
    expect(reminded.events.at(-1)).toMatchObject({ by: null, detail: { silent: ['DK'] } })
    await reaches(id, 'dueAt')
    const late = await eventually(
      () => caseOf('2015'),
      ({ status }) => status === 'no-response',
      25_000,
    )
    expect(late).toMatchObject({ silent: ['DK'], unsettled: 1 })
    expect(Object.values(late.cells)[0]?.state.status).toBe('proposed')
    expect(await review(undefined, '2015')).toMatchObject({ status: 'in-review', digest: null })
  })
})

describe('what is told', () => {
  it('every move is a fact without figures', async () => {
    const rows = await hub.query<{ body: string }>(
      `select convert_from(body, 'UTF8') as body from reconciliation.outbox where typ is null and subject like 'reconciliation.%'`,
    )
    const facts = rows.map(({ body }) => body).join('\n')
    const told = ['notified', 'figure-countered', 'reminded', 'no-response', 'signed-by-all']
    for (const fact of [...told, 'superseded']) expect(facts).toContain(`"act":"${fact}"`)
    for (const figure of ['44701', '50903', '49500', 'our register was moved'])
      expect(facts).not.toContain(figure)
  })
})
