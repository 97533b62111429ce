// SPDX-License-Identifier: Apache-2.0
import { everyCodePoint, hasCodePoint, type CodePoints } from './code-points'
import { parsePattern, type PatternTree } from './parse-pattern'
import { Undecided } from './undecided'

/** A nondeterministic automaton. An empty step may need the start or the end of the text. */
export interface Machine {
  readonly steps: readonly (readonly { readonly on: CodePoints; readonly to: number }[])[]
  readonly empties: readonly (readonly Empty[])[]
  readonly first: number
  readonly accepting: number
}

interface Empty {
  readonly to: number
  readonly only?: 'start' | 'end'
}

const mostStates = 20_000

/** The automaton that accepts every text in which the pattern is found: anchors are honoured wherever they stand. */
export function machineOf(pattern: string): Machine {
  const making: Making = { steps: [], empties: [], pattern }
  const first = newState(making)
  const accepting = newState(making)
  // A pattern is searched for: anything may stand before it and after it.
  making.steps[first]?.push({ on: everyCodePoint, to: first })
  making.steps[accepting]?.push({ on: everyCodePoint, to: accepting })
  const end = build(making, parsePattern(pattern), first)
  making.empties[end]?.push({ to: accepting })
  return { ...making, first, accepting }
}

interface Making {
  readonly steps: { on: CodePoints; to: number }[][]
  readonly empties: Empty[][]
  readonly pattern: string
}

function newState(making: Making): number {
  if (making.steps.length >= mostStates) throw new Undecided(`${making.pattern} is too large`)
  making.steps.push([])
  return making.empties.push([]) - 1
}

// Adds what the tree accepts behind the state `from`, and gives the state after it.
function build(making: Making, tree: PatternTree, from: number): number {
  switch (tree.kind) {
    case 'set':
      return buildStep(making, tree.points, from)
    case 'sequence':
      return tree.parts.reduce((at, part) => build(making, part, at), from)
    case 'choice': {
      const end = newState(making)
      for (const part of tree.parts)
        making.empties[build(making, part, behind(making, from))]?.push({ to: end })
      return end
    }
    case 'repeat':
      return buildRepeat(making, tree, from)
    case 'start':
    case 'end': {
      const end = newState(making)
      making.empties[from]?.push({ to: end, only: tree.kind })
      return end
    }
  }
}

function buildStep(making: Making, on: CodePoints, from: number): number {
  const to = newState(making)
  making.steps[from]?.push({ on, to })
  return to
}

function behind(making: Making, from: number): number {
  const state = newState(making)
  making.empties[from]?.push({ to: state })
  return state
}

function buildRepeat(
  making: Making,
  tree: Extract<PatternTree, { readonly kind: 'repeat' }>,
  from: number,
): number {
  let at = from
  for (let times = 0; times < tree.min; times++) at = build(making, tree.of, at)
  const end = newState(making)
  if (tree.max === Infinity) {
    const again = behind(making, at)
    making.empties[build(making, tree.of, again)]?.push({ to: again })
    making.empties[again]?.push({ to: end })
    return end
  }
  making.empties[at]?.push({ to: end })
  for (let times = tree.min; times < tree.max; times++) {
    at = build(making, tree.of, at)
    making.empties[at]?.push({ to: end })
  }
  return end
}

/** A machine made deterministic as far as it is walked, over an alphabet of classes. */
export interface Walk {
  readonly step: (state: number, symbol: number) => number
  readonly accepts: (state: number) => boolean
  /** Nothing that follows can be accepted. */
  readonly isDead: (state: number) => boolean
}

/** Walks start in state 0. */
export function walkOf(machine: Machine, alphabet: readonly CodePoints[]): Walk {
  const sets: (readonly number[])[] = []
  const numbers = new Map<string, number>()
  const next: (number | undefined)[][] = []
  const numberOf = (set: readonly number[]): number => {
    const key = set.join()
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, sets.length)
    next.push([])
    return sets.push(set) - 1
  }
  // The start has no key: the same set met again further on is another state, as `^` holds no longer.
  next.push([])
  sets.push(closure(machine, [machine.first], ['start']))
  const stepAnew = (state: number, symbol: number): number => {
    const point = alphabet[symbol]?.[0]?.[0] ?? 0
    const reached = (sets[state] ?? []).flatMap((from) =>
      (machine.steps[from] ?? []).filter(({ on }) => hasCodePoint(on, point)).map(({ to }) => to),
    )
    return numberOf(closure(machine, reached, []))
  }
  return {
    step: (state, symbol) => {
      const row = next[state] ?? []
      return (row[symbol] ??= stepAnew(state, symbol))
    },
    accepts: (state) => isAccepting(machine, sets[state] ?? [], state === 0),
    isDead: (state) => sets[state]?.length === 0,
  }
}

function isAccepting(machine: Machine, set: readonly number[], atStart: boolean): boolean {
  return closure(machine, set, atStart ? ['start', 'end'] : ['end']).includes(machine.accepting)
}

function closure(
  machine: Machine,
  from: readonly number[],
  at: readonly ('start' | 'end')[],
): readonly number[] {
  const reached = new Set(from)
  const waiting = [...reached]
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    for (const { to, only } of machine.empties[state] ?? []) {
      if (reached.has(to) || (only !== undefined && !at.includes(only))) continue
      reached.add(to)
      waiting.push(to)
    }
  }
  return [...reached].sort((a, b) => a - b)
}
