// SPDX-License-Identifier: Apache-2.0
import { alphabetOf, charsOf, type CodePoints } from './code-points'
import { machineOf, walkOf, type Machine, type Walk } from './machine'
import { Undecided } from './undecided'

/** All texts that follow every pattern and have between `min` and `max` characters. */
export interface Words {
  readonly patterns: readonly string[]
  readonly min: number
  readonly max: number
}

const mostStates = 200_000

/** The shortest text that `of` has and `other` has not; undefined only where there is none. */
export function shortestOutside(of: Words, other: Words): string | undefined {
  const walker = walkerOf(of, other)
  const states = [walker.first]
  const cameFrom: Arrival[] = [{ from: -1, symbol: -1 }]
  const numbers = new Set([walker.keyOf(walker.first)])
  for (const [at, state] of states.entries()) {
    if (walker.inOf(state) && !walker.inOther(state)) return wordTo(at, cameFrom, walker.alphabet)
    for (const { symbol, to } of walker.stepsFrom(state)) {
      const key = walker.keyOf(to)
      if (numbers.has(key)) continue
      if (states.length >= mostStates) throw tooLarge(of)
      numbers.add(key)
      states.push(to)
      cameFrom.push({ from: at, symbol })
    }
  }
  return undefined
}

interface Arrival {
  readonly from: number
  readonly symbol: number
}

function wordTo(at: number, cameFrom: readonly Arrival[], alphabet: readonly CodePoints[]): string {
  const chars: string[] = []
  for (let arrival = cameFrom[at]; arrival !== undefined; arrival = cameFrom[arrival.from])
    if (arrival.symbol >= 0) chars.unshift(charsOf(alphabet[arrival.symbol] ?? [], 1)[0] ?? '')
  return chars.join('')
}

/** Up to `most` texts, shortest first; fewer only where there are no more. */
export function someWords(words: Words, most: number): readonly string[] {
  const nothing = { patterns: [], min: 1, max: 0 }
  if (most <= 1) {
    const word = shortestOutside(words, nothing)
    return word === undefined ? [] : [word].slice(0, most)
  }
  const graph = graphOf(words, most)
  const found: string[] = []
  let level: readonly Prefix[] = graph.distance[0] === undefined ? [] : [{ text: '', state: 0 }]
  while (level.length > 0 && found.length < most) {
    for (const { text, state } of level) if (graph.distance[state] === 0) found.push(text)
    level = nextLevel(level, graph, most)
  }
  return found.slice(0, most)
}

interface Prefix {
  readonly text: string
  readonly state: number
}

// Each prefix leads to a text of its own, so `most` of them are enough; the nearest to an end come first. Those that stand
// in the same state are as good as each other.
function nextLevel(level: readonly Prefix[], graph: Graph, most: number): readonly Prefix[] {
  const byState = new Map<number, Prefix[]>()
  for (const { text, state } of level) {
    for (const { symbol, to } of graph.steps[state] ?? []) {
      if (graph.distance[to] === undefined) continue
      const own = byState.get(to) ?? []
      byState.set(to, own)
      const room = Math.max(0, most - own.length)
      const chars = (graph.symbols[symbol] ?? []).slice(0, room)
      own.push(...chars.map((char) => ({ text: text + char, state: to })))
    }
  }
  const far = (state: number): number => graph.distance[state] ?? 0
  const nearest = [...byState].sort(([a], [b]) => far(a) - far(b))
  return nearest.flatMap(([, own]) => own).slice(0, most)
}

/** Every state that can be met, its steps, and how many characters an accepted text still needs; state 0 is the start. */
interface Graph {
  /** Up to `most` characters of each class. */
  readonly symbols: readonly (readonly string[])[]
  readonly steps: readonly (readonly { readonly symbol: number; readonly to: number }[])[]
  readonly distance: readonly (number | undefined)[]
}

function graphOf(words: Words, most: number): Graph {
  const walker = walkerOf(words, { patterns: [], min: 0, max: Infinity })
  const states = [walker.first]
  const numbers = new Map([[walker.keyOf(walker.first), 0]])
  const steps: { symbol: number; to: number }[][] = []
  for (const state of states) {
    const own: { symbol: number; to: number }[] = []
    for (const { symbol, to } of walker.stepsFrom(state)) {
      const key = walker.keyOf(to)
      const number = numbers.get(key) ?? states.push(to) - 1
      if (number >= mostStates) throw tooLarge(words)
      numbers.set(key, number)
      own.push({ symbol, to: number })
    }
    steps.push(own)
  }
  const accepted = states.flatMap((state, number) => (walker.inOf(state) ? [number] : []))
  const symbols = walker.alphabet.map((points) => charsOf(points, most))
  return { symbols, steps, distance: distances(steps, accepted) }
}

function distances(
  steps: readonly (readonly { readonly to: number }[])[],
  accepted: readonly number[],
): readonly (number | undefined)[] {
  const back: number[][] = steps.map(() => [])
  steps.forEach((own, from) => own.forEach(({ to }) => back[to]?.push(from)))
  const distance: (number | undefined)[] = steps.map(() => undefined)
  for (const number of accepted) distance[number] = 0
  const waiting = [...accepted]
  for (const state of waiting) {
    for (const from of back[state] ?? []) {
      if (distance[from] !== undefined) continue
      distance[from] = (distance[state] ?? 0) + 1
      waiting.push(from)
    }
  }
  return distance
}

/** Where a text stands in all machines of both sides at once, and how long it is (as far as a length matters). */
interface Standing {
  readonly of: readonly number[]
  readonly other: readonly number[]
  readonly length: number
}

interface Walker {
  readonly alphabet: readonly CodePoints[]
  readonly first: Standing
  readonly keyOf: (standing: Standing) => string
  readonly stepsFrom: (standing: Standing) => readonly { symbol: number; to: Standing }[]
  readonly inOf: (standing: Standing) => boolean
  readonly inOther: (standing: Standing) => boolean
}

function walkerOf(of: Words, other: Words): Walker {
  const machines = [of, other].map(({ patterns }) => patterns.map(machineOf))
  const alphabet = alphabetOf(setsOf(machines.flat()))
  const [walks = [], otherWalks = []] = machines.map((own) => own.map((m) => walkOf(m, alphabet)))
  const longest = lastLengthThatMatters([of, other])
  return {
    alphabet,
    first: { of: walks.map(() => 0), other: otherWalks.map(() => 0), length: 0 },
    keyOf: (standing) => `${standing.of.join()} ${standing.other.join()} ${standing.length}`,
    stepsFrom: (standing) => {
      if (standing.length >= of.max) return []
      const length = Math.min(standing.length + 1, longest)
      return alphabet.flatMap((_, symbol) => {
        const next = stepAll(walks, standing.of, symbol)
        if (next.some((state, index) => walks[index]?.isDead(state))) return []
        return [
          { symbol, to: { of: next, other: stepAll(otherWalks, standing.other, symbol), length } },
        ]
      })
    },
    inOf: ({ of: own, length }) => isIn(walks, own, of.min <= length && length <= of.max),
    inOther: ({ other: own, length }) =>
      isIn(otherWalks, own, other.min <= length && length <= other.max),
  }
}

function setsOf(machines: readonly Machine[]): readonly CodePoints[] {
  const sets = machines.flatMap(({ steps }) => steps.flat().map(({ on }) => on))
  return [...new Map(sets.map((set) => [set.join(';'), set])).values()]
}

// One more than the largest bound: longer texts all behave alike.
function lastLengthThatMatters(both: readonly Words[]): number {
  const bounds = both.flatMap(({ min, max }) => [min, max === Infinity ? 0 : max + 1])
  return Math.max(...bounds)
}

function stepAll(
  walks: readonly Walk[],
  from: readonly number[],
  symbol: number,
): readonly number[] {
  return walks.map((walk, index) => walk.step(from[index] ?? 0, symbol))
}

function isIn(walks: readonly Walk[], at: readonly number[], lengthFits: boolean): boolean {
  return lengthFits && walks.every((walk, index) => walk.accepts(at[index] ?? 0))
}

function tooLarge({ patterns }: Words): Undecided {
  return new Undecided(`${patterns.join(' with ')} has too many states`)
}
