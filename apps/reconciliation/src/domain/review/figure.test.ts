// SPDX-License-Identifier: Apache-2.0
import {
  moveFigure,
  type CaseFigure,
  type FigureAct,
  type FigureState,
  type Proposal,
} from './figure'
import { figure, on } from './given'

const proposal: Proposal = {
  ...{ value: 900, causes: [], adjustment: null, reason: 'as counted', by: 'BE', at: on(1) },
}
const bothStand: Proposal = { ...proposal, value: null }
const agreement = { agreedBy: 'DK', agreedAt: on(2) }

/** Where a figure can stand; Belgium made each proposal. */
const states: Readonly<Record<string, FigureState>> = {
  'within tolerance': { status: 'within-tolerance' },
  open: { status: 'open' },
  proposed: { status: 'proposed', proposal },
  'proposed to differ': { status: 'proposed', proposal: bothStand },
  countered: { status: 'countered', proposal },
  agreed: { status: 'agreed', proposal, ...agreement },
  'agreed to differ': { status: 'agreed-to-differ', proposal: bothStand, ...agreement },
}

const say = { adjustment: null, reason: 'as counted', at: on(3) } as const
const timing = [{ cause: 'TIMING', persons: null }] as const
const acts: Readonly<Record<string, (by: string) => FigureAct>> = {
  propose: (by) => ({ do: 'propose', by, value: 850, causes: [], ...say }),
  counter: (by) => ({ do: 'counter', by, value: 850, causes: [], ...say }),
  differ: (by) => ({ do: 'differ', by, value: null, causes: timing, ...say }),
  agree: (by) => ({ do: 'agree', by, at: on(3) }),
}

const no = 'REVIEW_NOT_NOW'
const own = 'REVIEW_OWN_PROPOSAL'
/** From each state: what each act comes to, by Belgium, who made the proposal, and by Denmark. */
const table: Readonly<Record<string, Readonly<Record<string, readonly [string, string]>>>> = {
  'within tolerance': { propose: [no, no], counter: [no, no], differ: [no, no], agree: [no, no] },
  open: {
    propose: ['proposed', 'proposed'],
    counter: [no, no],
    differ: ['proposed', 'proposed'],
    agree: [no, no],
  },
  proposed: {
    propose: ['proposed', no],
    counter: [own, 'countered'],
    differ: ['proposed', 'countered'],
    agree: [own, 'agreed'],
  },
  'proposed to differ': {
    propose: ['proposed', no],
    counter: [own, 'countered'],
    differ: ['proposed', 'countered'],
    agree: [own, 'agreed-to-differ'],
  },
  countered: {
    propose: ['countered', no],
    counter: [own, 'countered'],
    differ: ['countered', 'countered'],
    agree: [own, 'agreed'],
  },
  agreed: {
    propose: [no, no],
    counter: ['countered', 'countered'],
    differ: ['countered', 'countered'],
    agree: [no, no],
  },
  'agreed to differ': {
    propose: [no, no],
    counter: ['countered', 'countered'],
    differ: ['countered', 'countered'],
    agree: [no, no],
  },
}

const rows = Object.entries(table).flatMap(([from, moves]) =>
  Object.entries(moves).flatMap(([act, outcomes]) =>
    (['BE', 'DK'] as const).map((by, at) => ({ from, act, by, expected: outcomes[at] })),
  ),
)

describe('a figure, from every state by every act', () => {
  it.each(rows)('$from, $act by $by: $expected', ({ from, act, by, expected }) => {
    const state = states[from]
    const made = acts[act]?.(by)
    if (state === undefined || made === undefined) throw new Error(`no ${from} or ${act}`)
    expect(stepTo({ ...figure, state }, made)).toBe(expected)
  })

  it('nobody but the two that report it moves it', () => {
    for (const made of Object.values(acts))
      expect(stepTo(figure, made('SE'))).toBe('REVIEW_NOT_SIDE')
  })
})

describe('the causes of a figure', () => {
  const differ = (causes: Proposal['causes'], difference: number | null = 300): unknown => {
    const act = { do: 'differ', by: 'BE', value: null, causes, ...say } as const
    const moved = moveFigure(act, { ...figure, difference })
    if (!moved.ok) return moved.refusal.code
    return 'proposal' in moved.value ? moved.value.proposal.causes : moved.value.status
  }

  it('sum to the difference; what none takes is not yet explained', () => {
    expect(differ([{ cause: 'TIMING', persons: 120 }])).toEqual([
      { cause: 'TIMING', persons: 120 },
      { cause: 'UNEXPLAINED', persons: 180 },
    ])
    expect(
      differ([
        { cause: 'TIMING', persons: 120 },
        { cause: 'DEF_DURATION', persons: null },
      ]),
    ).toEqual([
      { cause: 'TIMING', persons: 120 },
      { cause: 'DEF_DURATION', persons: 180 },
    ])
    expect(
      differ([
        { cause: 'TIMING', persons: -50 },
        { cause: 'DUPLICATE', persons: 350 },
      ]),
    ).toEqual([
      { cause: 'TIMING', persons: -50 },
      { cause: 'DUPLICATE', persons: 350 },
    ])
  })

  it('have no amounts where the difference is hidden from one side', () => {
    expect(differ([{ cause: 'SDC', persons: null }], null)).toEqual([
      { cause: 'SDC', persons: null },
    ])
    expect(differ([{ cause: 'SDC', persons: 12 }], null)).toBe('CAUSE_AMOUNTS_WRONG')
  })

  it.each([
    ['none', [], 'CAUSE_REQUIRED'],
    [
      'one twice',
      [
        { cause: 'TIMING', persons: 1 },
        { cause: 'TIMING', persons: 2 },
      ],
      'CAUSE_AMOUNTS_WRONG',
    ],
    [
      'two that take the rest',
      [
        { cause: 'TIMING', persons: null },
        { cause: 'SDC', persons: null },
      ],
      'CAUSE_AMOUNTS_WRONG',
    ],
    ['half a person', [{ cause: 'TIMING', persons: 0.5 }], 'CAUSE_AMOUNTS_WRONG'],
  ] as const)('are refused: %s', (_, causes, code) => {
    expect(differ(causes)).toBe(code)
  })
})

function stepTo(from: CaseFigure, act: FigureAct): string {
  const moved = moveFigure(act, from)
  return moved.ok ? moved.value.status : moved.refusal.code
}
