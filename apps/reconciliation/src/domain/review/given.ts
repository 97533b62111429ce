// SPDX-License-Identifier: Apache-2.0
// What the tests of the review start from: one figure between Belgium and Denmark, a case of it, and its report.
import type { ActSigner } from '@corridor/message'
import type { CaseCommand, CaseFact, Opening, RevisedFigure } from './case-acts'
import type { CaseState, ReviewCase } from './case-state'
import { caseDecider } from './decide-case'
import { reportDecider } from './decide-report'
import type { CaseFigure } from './figure'
import type { ReportCommand, ReportFact } from './report-acts'
import type { ReportState } from './report-state'

/** 09:00 UTC on a day of December 2026, or a later minute of it. */
export function on(day: number, minute = 0): string {
  return `2026-12-${String(day).padStart(2, '0')}T09:${String(minute).padStart(2, '0')}:00.000Z`
}

/** Belgium says 1000 left, Denmark says 700 came: 300 apart. */
export const figure: CaseFigure = {
  key: 'F',
  origin: { value: 1_000, position: 3, stated: 'a register' },
  destination: { value: 700, position: 5, stated: 'a register' },
  difference: 300,
  sides: ['BE', 'DK'],
  state: { status: 'open' },
}

/** A case of that figure, to be answered by the 20th. */
export const opening: Opening = {
  id: 'BE-DK-2026.2016.1',
  agreement: 'BE-DK-2026',
  period: '2016',
  about: { kind: 'corridor', origin: 'BE', destination: 'DK', contract: 'migration-flow' },
  basis: { expectation: 4, rules: ['R2 1.0.0'] },
  proposed: [],
  sides: ['BE', 'DK'],
  dueAt: on(20),
  figures: [figure],
}

/** The figure after Belgium has sent another one, save for what a test changes. */
export function revised(change: Partial<RevisedFigure> = {}): RevisedFigure {
  const { key, destination, sides } = figure
  const origin = { value: 720, position: 9, stated: 'a register' }
  return { key, origin, destination, difference: 20, sides, matters: false, ...change }
}

type Act<Command> = Command extends infer Each
  ? Each extends { readonly at: string }
    ? Omit<Each, 'at' | 'by' | 'office' | 'person' | 'answers'> & { readonly answers?: number }
    : never
  : never

/** The instant, who (a participant, or one of its people: BE/ann), and what. */
export type CaseStep = readonly [at: string, who: string, act: Act<CaseCommand>]
/** The same about a report. */
export type ReportStep = readonly [at: string, who: string, act: Act<ReportCommand>]

/** What the hub does at once: opens a case and tells both sides. */
export const notified: readonly CaseStep[] = [
  [on(1), '', { do: 'open', opening }],
  [on(1), '', { do: 'notify' }],
]

export const offer = { causes: [], adjustment: null, reason: 'as counted' } as const

/** A proposal of so many persons. */
export function propose(value: number): CaseStep[2] {
  return { do: 'propose', figure: 'F', value, ...offer }
}

/** A counter-proposal of so many persons. */
export function counter(value: number): CaseStep[2] {
  return { do: 'counter', figure: 'F', value, ...offer }
}

export const agree: CaseStep[2] = { do: 'agree', figure: 'F' }

/** Both figures stand, because the two count other stays. */
export const differ: CaseStep[2] = {
  ...{ do: 'differ', figure: 'F', value: null, ...offer },
  causes: [{ cause: 'DEF_DURATION', persons: null }],
}

interface After<State, Fact> {
  /** The facts of the last act, or the code of its refusal. */
  readonly then: readonly string[] | string
  readonly detail: string
  readonly facts: readonly Fact[]
  readonly state: State
}

/** What acts on a case come to. Each answers the version that stands, unless it says another one. */
export function afterCase(...steps: readonly CaseStep[]): After<CaseState, CaseFact> {
  let state = caseDecider.initial
  let last: Omit<After<CaseState, CaseFact>, 'state'> = { then: [], detail: '', facts: [] }
  for (const [at, who, act] of steps) {
    const version = state.status === 'none' ? 0 : state.version
    // The members that all commands of people have, beside those of the act.
    const command = { answers: version, ...act, ...personOf(who), at } as CaseCommand
    const decided = caseDecider.decide(command, state)
    last = outcomeOf(decided)
    state = last.facts.reduce(caseDecider.evolve, state)
  }
  return { ...last, state }
}

/** The case after acts that all have to be possible. */
export function caseAfter(...steps: readonly CaseStep[]): ReviewCase {
  const { state } = afterCase(...notified, ...steps)
  // It was opened, so there is one.
  return state as ReviewCase
}

/** What acts on a report come to. */
export function afterReport(...steps: readonly ReportStep[]): After<ReportState, ReportFact> {
  let state = reportDecider.initial
  let last: Omit<After<ReportState, ReportFact>, 'state'> = { then: [], detail: '', facts: [] }
  for (const [at, who, act] of steps) {
    const command = { ...act, ...personOf(who), at } as ReportCommand
    last = outcomeOf(reportDecider.decide(command, state))
    state = last.facts.reduce(reportDecider.evolve, state)
  }
  return { ...last, state }
}

function personOf(who: string): {
  readonly by: string
  readonly office: string
  readonly person: ActSigner
} {
  const [by = '', name] = who.split('/')
  return { by, office: 'STAT', person: signerOf(name === undefined ? `${by}/a reviewer` : who) }
}

/** The person of a name, with an office key. */
export function signerOf(name: string): ActSigner {
  return { kid: `${name}'s key`, with: 'office-key', person: name, name }
}

function outcomeOf<Fact extends { readonly fact: string }>(
  decided:
    { ok: true; value: readonly Fact[] } | { ok: false; refusal: { code: string; detail: string } },
): Omit<After<unknown, Fact>, 'state'> {
  return decided.ok
    ? { then: decided.value.map(({ fact }) => fact), detail: '', facts: decided.value }
    : { then: decided.refusal.code, detail: decided.refusal.detail, facts: [] }
}
