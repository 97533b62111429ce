// SPDX-License-Identifier: Apache-2.0
import type { Node, Row } from './system'

/** A place in a table of one vintage, and the figure that stands there. Two vintages may have one figure in common. */
export interface Position {
  readonly vintage: string
  readonly codes: readonly string[]
  readonly node: number
  /** Nobody released this place: others imply it, over the dimension of this number. */
  readonly impliedOver?: number
}

/** A system while it is drawn. The lists grow; only the functions of this file and of `lines` write them. */
export interface Drawing {
  readonly nodes: Node[]
  readonly rows: Row[]
  readonly positions: Position[]
  readonly byPlace: Map<string, Position>
  /** How many wholes are less than their parts: what nobody can reckon with. */
  inconsistent: number
}

/** An empty drawing. */
export function emptyDrawing(): Drawing {
  return { nodes: [], rows: [], positions: [], byPlace: new Map(), inconsistent: 0 }
}

/** What stands at a place, undefined where nothing does. */
export function placed(
  drawing: Drawing,
  vintage: string,
  codes: readonly string[],
): Position | undefined {
  return drawing.byPlace.get(placeKey(vintage, codes))
}

/** Puts a figure of its own at a place, and gives the number of its node. */
export function place(
  drawing: Drawing,
  { vintage, codes, impliedOver }: Omit<Position, 'node'>,
  node: Omit<Node, 'codes'>,
): number {
  const number = drawing.nodes.push({ ...node, codes }) - 1
  alias(drawing, {
    vintage,
    codes,
    node: number,
    ...(impliedOver !== undefined && { impliedOver }),
  })
  return number
}

/** Puts a figure that stands elsewhere at a place too. */
export function alias(drawing: Drawing, position: Position): void {
  drawing.positions.push(position)
  drawing.byPlace.set(placeKey(position.vintage, position.codes), position)
}

/** What is between codes in a key: no code has it. */
export const between = '\u0000'

function placeKey(vintage: string, codes: readonly string[]): string {
  return `${vintage}${between}${codes.join(between)}`
}
