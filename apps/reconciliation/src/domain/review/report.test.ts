// SPDX-License-Identifier: Apache-2.0
import { afterReport, on, signerOf, type ReportStep } from './given'
import { because, begin, compare, giveBack, settle, sign, withdraw } from './given-report'
import type { ReviewReport } from './report-state'

const renew = (who: string): ReportStep => [on(6), who, { do: 'renew', ...because }]
const release: ReportStep = [on(5), '', { do: 'release' }]
const revise: ReportStep = [on(5), '', { do: 'revise' }]

/** The acts that lead to each state of console.md 4A. Belgium's Ann is the one signatory of "signed by one". */
const ways: Readonly<Record<string, readonly ReportStep[]>> = {
  none: [],
  compared: [compare],
  'in-review': [compare, begin],
  'ready-to-sign': [compare, begin, settle(0)],
  'signed-by-one': [compare, begin, settle(0), sign('BE/ann')],
  'signed-by-both': [compare, begin, settle(0), sign('BE/ann'), sign('DK/bo')],
  released: [compare, begin, settle(0), sign('BE/ann'), sign('DK/bo'), release],
  superseded: [compare, begin, revise],
}

/** Every act in every form that decides: who does it, and on which condition. */
const acts: Readonly<Record<string, ReportStep>> = {
  compare,
  begin,
  'settle with all settled': settle(0),
  'settle with one open': settle(1),
  'sign by the first': sign('BE/ann'),
  'sign by the other side': sign('DK/bo'),
  'sign by who proposed last': sign('DK/bo', { proposer: signerOf('DK/bo') }),
  'sign another text': sign('DK/bo', { digest: 'another' }),
  'sign as a stranger': sign('SE/cay'),
  'withdraw by who signed': withdraw('BE/ann'),
  'withdraw by a colleague': withdraw('BE/abe'),
  'withdraw by the other side': withdraw('DK/bo'),
  'return by the first': giveBack('BE/ann'),
  'return by the other side': giveBack('DK/bo'),
  'return as a stranger': giveBack('SE/cay'),
  'renew by one': renew('BE/ann'),
  release,
  revise,
}

const no = 'REVIEW_NOT_NOW'
const stranger = 'REVIEW_NOT_SIDE'
/** What each act comes to from each state: the state after it, or the code of its refusal. What the hub has no reason to do changes nothing. */
const table: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  none: {
    compare: 'compared',
    ...everything('REPORT_UNKNOWN'),
  },
  compared: {
    ...everything(no),
    ...hub('compared'),
    begin: 'in-review',
    revise: 'superseded',
  },
  'in-review': {
    ...everything(no),
    ...hub('in-review'),
    'settle with all settled': 'ready-to-sign',
    'sign by the first': 'REPORT_NOT_READY',
    'sign by the other side': 'REPORT_NOT_READY',
    'sign by who proposed last': 'REPORT_NOT_READY',
    'sign another text': 'REPORT_NOT_READY',
    revise: 'superseded',
  },
  'ready-to-sign': {
    ...everything(no),
    ...hub('ready-to-sign'),
    'settle with one open': 'in-review',
    'sign by the first': 'signed-by-one',
    'sign by the other side': 'signed-by-one',
    'sign by who proposed last': 'REVIEW_SAME_PERSON',
    'sign another text': 'REPORT_DIFFERENT',
    'return by the first': 'in-review',
    'return by the other side': 'in-review',
    revise: 'superseded',
  },
  'signed-by-one': {
    ...everything(no),
    ...hub('signed-by-one'),
    'sign by the first': 'REPORT_ALREADY_SIGNED',
    'sign by the other side': 'signed-by-both',
    'sign by who proposed last': 'REVIEW_SAME_PERSON',
    'sign another text': 'REPORT_DIFFERENT',
    'withdraw by who signed': 'ready-to-sign',
    'return by the first': 'in-review',
    'return by the other side': 'in-review',
    revise: 'superseded',
  },
  'signed-by-both': {
    ...everything(no),
    ...hub('signed-by-both'),
    ...signing('REPORT_ALREADY_SIGNED'),
    'renew by one': 'signed-by-both',
    release: 'released',
  },
  released: {
    ...everything(no),
    ...hub('released'),
    ...signing('REPORT_ALREADY_SIGNED'),
    'renew by one': 'released',
  },
  superseded: { ...everything(no), ...hub('superseded') },
}

function everything(code: string): Readonly<Record<string, string>> {
  const others = Object.keys(acts).filter((name) => name !== 'compare')
  const same = Object.fromEntries(others.map((name) => [name, code]))
  if (code === 'REPORT_UNKNOWN') return same
  return { ...same, 'sign as a stranger': stranger, 'return as a stranger': stranger }
}

function hub(status: string): Readonly<Record<string, string>> {
  const names = [
    'compare',
    'begin',
    'settle with all settled',
    'settle with one open',
    'release',
    'revise',
  ]
  return Object.fromEntries(names.map((name) => [name, status]))
}

function signing(code: string): Readonly<Record<string, string>> {
  const names = ['by the first', 'by the other side', 'by who proposed last', 'another text']
  return Object.fromEntries(names.map((name) => [`sign ${name}`, code]))
}

const rows = Object.keys(ways).flatMap((from) =>
  Object.keys(acts).map((act) => [from, act, table[from]?.[act] ?? 'not in the table'] as const),
)

describe('a report, from every state by every act', () => {
  it.each(rows)('%s, %s: %s', (from, act, expected) => {
    const step = acts[act]
    if (step === undefined) throw new Error(`no act ${act}`)
    const { then, state } = afterReport(...(ways[from] ?? []), step)
    expect(typeof then === 'string' ? then : state.status).toBe(expected)
  })

  it('there are the rows of console.md 4A and no others', () => {
    const moves = rows.flatMap(([from, act, to]) =>
      to !== from && to in ways ? [`${from} → ${to}: ${act}`] : [],
    )
    expect(moves).toEqual([
      'none → compared: compare',
      'compared → in-review: begin',
      'compared → superseded: revise',
      'in-review → ready-to-sign: settle with all settled',
      'in-review → superseded: revise',
      'ready-to-sign → in-review: settle with one open',
      'ready-to-sign → signed-by-one: sign by the first',
      'ready-to-sign → signed-by-one: sign by the other side',
      'ready-to-sign → in-review: return by the first',
      'ready-to-sign → in-review: return by the other side',
      'ready-to-sign → superseded: revise',
      'signed-by-one → signed-by-both: sign by the other side',
      'signed-by-one → ready-to-sign: withdraw by who signed',
      'signed-by-one → in-review: return by the first',
      'signed-by-one → in-review: return by the other side',
      'signed-by-one → superseded: revise',
      'signed-by-both → released: release',
    ])
  })
})

const after = (...steps: readonly ReportStep[]): ReviewReport => {
  const { state } = afterReport(...steps)
  if (state.status === 'none') throw new Error('there is no report')
  return state
}

describe('signatures', () => {
  const [half, both] = [ways['signed-by-one'] ?? [], ways['signed-by-both'] ?? []]

  it('that are withdrawn, returned or overtaken by a revision are void, and stay in the history', () => {
    const gone = (step: ReportStep): unknown => {
      const { signatures, void: old } = after(...half, step)
      return [signatures.length, old.map(({ participant, why }) => `${participant} ${why}`)]
    }
    expect(gone(withdraw('BE/ann'))).toEqual([0, ['BE withdrawn']])
    expect(gone(giveBack('DK/bo'))).toEqual([0, ['BE returned']])
    expect(gone(revise)).toEqual([0, ['BE superseded']])
  })

  it('of both stay valid after a revision, which is marked on them', () => {
    const { status, signatures, mark } = after(...both, revise)
    expect([status, signatures.length, mark]).toEqual([
      'signed-by-both',
      2,
      'figures-revised-since',
    ])
    expect(afterReport(...both, release, revise).state).toMatchObject({
      status: 'released',
      mark: 'figures-revised-since',
    })
    expect(afterReport(...both, revise, revise).then).toEqual([])
  })

  it('of both are replaced when both want it', () => {
    expect(afterReport(...both, renew('BE/ann')).then).toEqual(['renewal-asked'])
    expect(afterReport(...both, renew('BE/ann'), renew('BE/abe')).then).toEqual([])
    expect(afterReport(...both, renew('BE/ann'), renew('DK/bo')).then).toEqual([
      'renewal-asked',
      'replaced',
    ])
    expect(after(...both, renew('BE/ann'), renew('DK/bo'))).toMatchObject({
      ...{ status: 'signed-by-both', mark: 'replaced' },
    })
  })

  it('only who has signed withdraws', () => {
    expect(afterReport(...half, withdraw('BE/abe')).detail).toContain('return it instead')
  })
})

describe('a report that was returned', () => {
  const returned = [...(ways['signed-by-one'] ?? []), giveBack('DK/bo')]

  it('is offered for signature again only after somebody has worked on it', () => {
    expect(afterReport(...returned, settle(0, false)).then).toEqual([])
    expect(afterReport(...returned, settle(0, true)).then).toEqual(['ready'])
    expect(afterReport(...returned, sign('BE/ann')).detail).toContain('returned for more work')
  })
})

describe('when the due date has passed', () => {
  const pass = (day: number): ReportStep => [on(day), '', { do: 'pass' }]

  it('there is a mark, then an escalation, and nothing is agreed or signed', () => {
    for (const from of ['in-review', 'ready-to-sign', 'signed-by-one'] as const) {
      const way = ways[from] ?? []
      expect(afterReport(...way, pass(12)).then).toEqual([])
      expect(afterReport(...way, pass(21)).then).toEqual(['overdue'])
      expect(afterReport(...way, pass(28)).then).toEqual(['overdue', 'escalated'])
      expect(afterReport(...way, pass(21), pass(28)).then).toEqual(['escalated'])
      expect(after(...way, pass(28))).toMatchObject({
        ...{ status: from, overdue: true, escalated: true },
        signatures: after(...way).signatures,
      })
      expect(afterReport(...way, pass(28), pass(29)).then).toEqual([])
    }
  })

  it('a week before it, who has not signed is reminded, once', () => {
    const half = ways['signed-by-one'] ?? []
    const { facts, then } = afterReport(...half, pass(14))
    expect([then, facts[0]]).toEqual([
      ['reminded'],
      { fact: 'reminded', by: null, at: on(13), silent: ['DK'] },
    ])
    expect(afterReport(...half, pass(14), pass(19)).then).toEqual([])
    expect(afterReport(...half, pass(14), pass(21)).then).toEqual(['overdue'])
  })

  it('what all have signed, or a newer version took over, waits for nobody', () => {
    for (const from of ['signed-by-both', 'released', 'superseded'] as const)
      expect(afterReport(...(ways[from] ?? []), pass(28)).then).toEqual([])
  })
})

describe('a report that is ready', () => {
  it('says how many figures are open where one came to be meanwhile', () => {
    const ready = ways['ready-to-sign'] ?? []
    const { then, detail } = afterReport(...ready, sign('BE/ann', { outstanding: 16 }))
    expect([then, detail.includes('16 figures are still open')]).toEqual(['REPORT_NOT_READY', true])
  })

  it('is offered anew where its text has changed', () => {
    const other: ReportStep = [
      on(2),
      '',
      { do: 'settle', outstanding: 0, digest: 'new', worked: true },
    ]
    expect(afterReport(...(ways['ready-to-sign'] ?? []), other).then).toEqual(['ready'])
  })
})
