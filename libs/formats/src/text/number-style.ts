// SPDX-License-Identifier: Apache-2.0

/** What a sign between digits means in a column: `.` and `,` each part a decimal fraction or thousands, or nothing shows which. */
export interface NumberStyle {
  readonly point: SeparatorMeaning
  readonly comma: SeparatorMeaning
  /** A cell that shows it, where the column is written with anything but a decimal point. */
  readonly example?: string
}
export type SeparatorMeaning = 'fraction' | 'thousands' | 'unknown' | 'both'

/** SDMX and programs write a decimal point and no thousands. */
export const pointStyle: NumberStyle = { point: 'fraction', comma: 'unknown' }

/** A number in its plain form (`-1204.5`), why it is none, or that it could be two. */
export type ReadNumber =
  | { readonly kind: 'number'; readonly plain: string }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'ambiguous'; readonly either: readonly [string, string] }

/** How the numbers of a column are written, from those cells that can be read in one way only. */
export function recogniseNumbers(cells: Iterable<string>): NumberStyle {
  const found = { point: new Set<SeparatorMeaning>(), comma: new Set<SeparatorMeaning>() }
  let example: string | undefined
  for (const cell of new Set(cells)) {
    const text = withoutSpaces(cell)
    if (text === undefined || !/[.,]/.test(text)) {
      if (text !== undefined && text !== cell.trim()) example ??= cell
      continue
    }
    const shape = shapeOf(text)
    if (shape === undefined) continue
    if (shape.point !== undefined) found.point.add(shape.point)
    if (shape.comma !== undefined) found.comma.add(shape.comma)
    if (shape.comma !== undefined || shape.point === 'thousands') example = cell
  }
  return { ...settled(found), ...(example === undefined ? {} : { example }) }
}

function settled(found: {
  readonly point: ReadonlySet<SeparatorMeaning>
  readonly comma: ReadonlySet<SeparatorMeaning>
}): Pick<NumberStyle, 'point' | 'comma'> {
  const one = (meanings: ReadonlySet<SeparatorMeaning>): SeparatorMeaning =>
    meanings.size > 1 ? 'both' : ([...meanings][0] ?? 'unknown')
  const point = one(found.point)
  const comma = one(found.comma)
  // Nobody writes a fraction with two signs: where one of them does it, the other parts thousands.
  return {
    point: point === 'unknown' ? other(comma) : point,
    comma: comma === 'unknown' ? other(point) : comma,
  }
}

function other(meaning: SeparatorMeaning): SeparatorMeaning {
  if (meaning === 'fraction') return 'thousands'
  return meaning === 'thousands' ? 'fraction' : meaning
}

interface Shape {
  readonly point?: SeparatorMeaning
  readonly comma?: SeparatorMeaning
}

// What a text says by itself: `1.204,5` and `12,5` say something, `1,204` says nothing.
function shapeOf(text: string): Shape | undefined {
  if (/^-?\d{1,3}(\.\d{3})+,\d+$/.test(text)) return { point: 'thousands', comma: 'fraction' }
  if (/^-?\d{1,3}(,\d{3})+\.\d+$/.test(text)) return { point: 'fraction', comma: 'thousands' }
  if (/^-?\d{1,3}(\.\d{3}){2,}$/.test(text)) return { point: 'thousands' }
  if (/^-?\d{1,3}(,\d{3}){2,}$/.test(text)) return { comma: 'thousands' }
  if (/^-?\d+\.\d+$/.test(text)) return isOpen(text) ? {} : { point: 'fraction' }
  if (/^-?\d+,\d+$/.test(text)) return isOpen(text) ? {} : { comma: 'fraction' }
  return undefined
}

/** True for `1,204` and `1.204`, which are a fraction to some and thousands to others; `0,204` is a fraction to all. */
function isOpen(text: string): boolean {
  return /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(text)
}

const spaces = /[\s\u00a0\u2007\u2009\u202f'’]/

// Spaces and apostrophes part thousands and nothing else: `1 204`, `1'204`.
function withoutSpaces(cell: string): string | undefined {
  const text = cell.trim()
  if (!spaces.test(text)) return text
  return /^-?\d{1,3}([\s\u00a0\u2007\u2009\u202f'’]\d{3})+([.,]\d+)?$/.test(text)
    ? text.replace(/[\s\u00a0\u2007\u2009\u202f'’]/g, '')
    : undefined
}

/** Reads a number as its column writes it. */
export function readNumber(cell: string, style: NumberStyle): ReadNumber {
  const text = withoutSpaces(cell)
  if (text === undefined) return { kind: 'wrong' }
  if (/^-?\d+$/.test(text)) return { kind: 'number', plain: text }
  const grouped = text.length !== cell.trim().length
  const shape = grouped ? fractionOnly(text) : shapeOf(text)
  if (shape === undefined) return { kind: 'wrong' }
  const point = shape.point ?? (text.includes('.') ? style.point : undefined)
  const comma = shape.comma ?? (text.includes(',') ? style.comma : undefined)
  if ([point, comma].some((meaning) => meaning === 'unknown' || meaning === 'both')) {
    return { kind: 'ambiguous', either: [text.replace(/[.,]/, ''), text.replace(',', '.')] }
  }
  return contradicts(style, { point, comma })
    ? { kind: 'wrong' }
    : { kind: 'number', plain: plainOf(text, point, comma) }
}

function fractionOnly(text: string): Shape | undefined {
  if (/^-?\d+\.\d+$/.test(text)) return { point: 'fraction' }
  return /^-?\d+,\d+$/.test(text) ? { comma: 'fraction' } : undefined
}

// Only a column whose style was given (SDMX's) can be contradicted: `12,5` is no number there.
function contradicts(style: NumberStyle, met: Shape): boolean {
  return style === pointStyle && (met.comma !== undefined || met.point === 'thousands')
}

function plainOf(
  text: string,
  point: SeparatorMeaning | undefined,
  comma: SeparatorMeaning | undefined,
): string {
  const withoutThousands = text
    .replaceAll('.', point === 'thousands' ? '' : '.')
    .replaceAll(',', comma === 'thousands' ? '' : ',')
  return withoutThousands.replace(',', '.')
}
