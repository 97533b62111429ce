// SPDX-License-Identifier: Apache-2.0
import { between, place, type Drawing, type Position } from './drawing'
import { blocksAtHand, type BlockAtHand } from './blocks-at-hand'
import { circularDimensions } from './dimension-order'
import type { TableDimension } from './table'

/** So many figures, with those that are implied, are reckoned with at most. */
const mostNodes = 120_000

/** A table with so few figures is filled up with all crossings of its codes. */
const mostFilledUp = 3_000

/**
 * Draws the sums of a table: over each dimension a whole is the sum of its parts.
 *
 * - A whole that nobody released is added as an implied figure, so that cells are bound together across it.
 * - Where parts fall short of their whole, or some are missing, the rest is an implied figure: it is a group of people too, and small
 *   groups are protected though no cell tells them. The codes that are missing there are presumed to make it up. Where it is
 *   nothing, nothing is missing.
 * - Where figures are unknown to the beholder, full blocks add up; blocks of all codes at hand are presumed to.
 *
 * Each presumption makes the attacker stronger: a figure that is safe under it is safe without. False where the table is so
 * irregular that the implied figures are more than can be reckoned with.
 */
export function drawLines(
  drawing: Drawing,
  dimensions: readonly TableDimension[],
  presume: boolean,
): boolean {
  const open = dimensions.flatMap(({ blocks }, dimension): readonly Over[] =>
    blocks.length === 0
      ? []
      : [{ dimension, presume, blocks: blocksAtHand(seenIn(drawing, dimension), blocks) }],
  )
  const each = (step: (over: Over) => void): boolean =>
    open.every((over) => {
      step(over)
      return drawing.nodes.length <= mostNodes
    })
  // Complete sums first, twice: those over one dimension complete others over another.
  for (const complete of [true, true, false])
    if (!each((over) => implyWholes(drawing, over, complete))) return false
  const filling = fillingOf(drawing, open)
  if (!each((over) => implyMissing(drawing, over, filling))) return false
  return each((over) => relate(drawing, over))
}

/** Where all parts of a whole are missing, they are implied in these dimensions, or in all; some missing ones always. */
type Filling = ReadonlySet<number> | 'everywhere'

function fillingOf({ positions, nodes }: Drawing, open: readonly Over[]): Filling {
  if (nodes.length > mostFilledUp) return circularDimensions(positions, open)
  const crossings = open.reduce(
    (product, { dimension }) =>
      product * new Set(positions.map(({ codes }) => codes[dimension])).size,
    1,
  )
  return crossings > mostFilledUp ? circularDimensions(positions, open) : 'everywhere'
}

/** A dimension to add up over, with the blocks of which codes are at hand. */
interface Over {
  readonly dimension: number
  readonly presume: boolean
  readonly blocks: readonly BlockAtHand[]
}

function seenIn({ positions }: Drawing, dimension: number): ReadonlySet<string> {
  return new Set(positions.map(({ codes }) => codes[dimension] ?? ''))
}

/** The places that differ in one dimension only, by their code in it. */
type Line = Map<string, Position>

function linesOver(drawing: Drawing, dimension: number): readonly Line[] {
  const lines = new Map<string, Line>()
  for (const position of drawing.positions) {
    const { codes, vintage } = position
    let key = vintage
    for (let i = 0; i < codes.length; i++) if (i !== dimension) key += between + (codes[i] ?? '')
    const line = lines.get(key) ?? new Map<string, Position>()
    line.set(codes[dimension] ?? '', position)
    lines.set(key, line)
  }
  return [...lines.values()]
}

function isComplete(
  { parts, full }: BlockAtHand,
  present: readonly Position[],
  over: Over,
): boolean {
  return present.length === parts.length && (full || (over.presume && parts.length > 1))
}

function implyWholes(drawing: Drawing, over: Over, onlyComplete: boolean): void {
  const { dimension, blocks } = over
  if (blocks.length === 0) return
  for (const line of linesOver(drawing, dimension))
    for (const block of blocks) {
      if (line.has(block.whole)) continue
      const present = presentIn(line, block.parts)
      const complete = isComplete(block, present, over)
      if (present.length === 0 || (onlyComplete && !complete)) continue
      const truth = complete ? truthOf(drawing, present) : undefined
      line.set(block.whole, imply(drawing, present[0], { dimension, code: block.whole, truth }))
    }
}

// What a whole has and its parts do not is in the codes that are missing there, and they are a group together.
// Of a full block that is certain, and nothing is presumed by it.
function implyMissing(drawing: Drawing, over: Over, filling: Filling): void {
  const { dimension, presume } = over
  const blocks = presume ? over.blocks : over.blocks.filter(({ full }) => full)
  if (blocks.length === 0) return
  const evenAll = filling === 'everywhere' || filling.has(dimension)
  for (const line of linesOver(drawing, dimension))
    for (const { whole, parts } of blocks) {
      const top = line.get(whole)
      const present = presentIn(line, parts)
      if (top === undefined || present.length === parts.length || parts.length < 2) continue
      if (top.impliedOver !== undefined && filling !== 'everywhere') continue
      const rest = restOf(drawing, top, present)
      if ((present.length === 0 && !evenAll) || (rest ?? 1) <= 0) continue
      const missing = parts
        .filter((part) => !line.has(part))
        .map((code) => imply(drawing, top, { dimension, code, truth: undefined }))
      for (const one of missing) line.set(one.codes[dimension] ?? '', one)
      if (present.length === 0 || !presume) continue
      const code = groupCode(top, present, dimension)
      addUp(drawing, imply(drawing, top, { dimension, code, truth: rest }).node, {
        parts: missing,
        guessed: true,
      })
    }
}

function relate(drawing: Drawing, over: Over): void {
  const { dimension, blocks } = over
  if (blocks.length === 0) return
  for (const line of linesOver(drawing, dimension))
    for (const block of blocks) {
      const top = line.get(block.whole)
      const present = presentIn(line, block.parts)
      if (top === undefined || present.length === 0) continue
      const rest = restOf(drawing, top, present)
      const whole = rest === 0 || (rest === undefined && isComplete(block, present, over))
      if (whole)
        addUp(drawing, top.node, {
          parts: present,
          guessed: !block.full || present.length < block.parts.length,
        })
      else if (rest !== undefined && rest < 0) {
        // Parts that are more than their whole, by rounding or mistake: the attacker is presumed to know by how much.
        drawing.inconsistent++
        if (over.presume) addUp(drawing, top.node, { parts: present, more: -rest, guessed: true })
      } else {
        const code = groupCode(top, present, dimension)
        const group = imply(drawing, top, { dimension, code, truth: rest })
        addUp(drawing, top.node, { parts: [...present, group] })
      }
    }
}

function restOf(
  drawing: Drawing,
  whole: Position | undefined,
  parts: readonly Position[],
): number | undefined {
  const truth = whole && drawing.nodes[whole.node]?.truth
  const sum = truthOf(drawing, parts)
  return truth === undefined || sum === undefined ? undefined : truth - sum
}

// Groups that lack the same codes are of one kind, and are added up over other dimensions like any other code.
function groupCode(whole: Position, present: readonly Position[], dimension: number): string {
  return `~${[whole, ...present].map(({ codes }) => codes[dimension]).join('~')}`
}

function imply(
  drawing: Drawing,
  beside: Position | undefined,
  { dimension, code, truth }: { dimension: number; code: string; truth: number | undefined },
): Position {
  const { vintage, codes } = beside ?? nowhere
  const at = { vintage, codes: codes.with(dimension, code), impliedOver: dimension }
  return { ...at, node: place(drawing, at, { kind: 'implied', truth }) }
}

const nowhere: Pick<Position, 'vintage' | 'codes'> = { vintage: '', codes: [] }

/** What a whole is the sum of: parts, which are more than it by so much, for certain or as a guess. */
interface Sum {
  readonly parts: readonly Position[]
  readonly more?: number
  readonly guessed?: boolean
}

function addUp({ rows }: Drawing, whole: number, { parts, more = 0, guessed = false }: Sum): void {
  rows.push({
    nodes: [whole, ...parts.map(({ node }) => node)],
    signs: [-1, ...parts.map(() => 1)],
    lower: more,
    upper: more,
    guessed,
  })
}

function truthOf({ nodes }: Drawing, parts: readonly Position[]): number | undefined {
  let sum = 0
  for (const { node } of parts) {
    const truth = nodes[node]?.truth
    if (truth === undefined) return undefined
    sum += truth
  }
  return sum
}

function presentIn(line: Line, parts: readonly string[]): readonly Position[] {
  return parts.flatMap((part) => line.get(part) ?? [])
}
