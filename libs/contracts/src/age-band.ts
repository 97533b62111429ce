// SPDX-License-Identifier: Apache-2.0
// Ages are the one list whose codes are built: Y15T19, Y_GE65, Y_LT15, Y15. An age is counted in whole years.

/** The ages from `from` to just before `until`; an open band has no end. */
export interface AgeBand {
  readonly from: number
  readonly until: number
}

/** The ages that a code stands for, in any of its spellings; undefined for a band of no ages and for what is no age. */
export function ageBand(code: string): AgeBand | undefined {
  if (code === '_T') return { from: 0, until: Infinity }
  const [, open, first, last] = /^Y(_GE|_LT)?(\d{1,3})(?:T(\d{1,3}))?$/.exec(code) ?? []
  if (first === undefined || (open !== undefined && last !== undefined)) return undefined
  const age = Number(first)
  if (open === '_GE') return { from: age, until: Infinity }
  const band =
    open === '_LT' ? { from: 0, until: age } : { from: age, until: Number(last ?? first) + 1 }
  return band.from < band.until ? band : undefined
}

/** The one spelling of a band: `ageCode({ from: 0, until: 15 }) // 'Y_LT15'`. */
export function ageCode({ from, until }: AgeBand): string {
  if (until === Infinity) return from === 0 ? '_T' : `Y_GE${from}`
  if (until === from + 1) return `Y${from}`
  return from === 0 ? `Y_LT${until}` : `Y${from}T${until - 1}`
}

/** The English label of an age; the code itself where it is none. */
export function ageLabel(code: string): string {
  const band = ageBand(code)
  if (band === undefined) return code
  const { from, until } = band
  if (until === Infinity) return `${from} years or more`
  if (until === from + 1) return `${from} years`
  return from === 0 ? `under ${until} years` : `${from} to ${until - 1} years`
}

const spoken: readonly (readonly [RegExp, (first: string, last: string) => string])[] = [
  [/^(?:from )?(\d{1,3}) to (\d{1,3}) years$/, (first, last) => `Y${first}T${last}`],
  [/^(?:less than|under) (\d{1,3}) years?$/, (first) => `Y_LT${first}`],
  [/^(?:from )?(\d{1,3}) years (?:or|and) (?:over|more|older)$/, (first) => `Y_GE${first}`],
  [/^(\d{1,3}) years?$/, (first) => `Y${first}`],
]

/** The age that a label in lower case speaks of: `ageOfLabel('from 15 to 64 years') // 'Y15T64'`. */
export function ageOfLabel(label: string): string | undefined {
  for (const [pattern, codeOf] of spoken) {
    const [, first, last = ''] = pattern.exec(label) ?? []
    const band = first === undefined ? undefined : ageBand(codeOf(first, last))
    if (band !== undefined) return ageCode(band)
  }
  return undefined
}

/** True where all ages of one band lie in the other, and that one is wider. */
export function isWiderAge(wide: AgeBand, narrow: AgeBand): boolean {
  const inside = wide.from <= narrow.from && narrow.until <= wide.until
  return inside && (wide.from < narrow.from || narrow.until < wide.until)
}

/**
 * The bands among those at hand that make up a wider one, none twice and none left out, as many of them as there can be;
 * undefined where they leave a gap. Bands that overlap are no trouble: `agePartition('Y15T64', ['Y15T24', 'Y20T24', 'Y25T64'])`.
 */
export function agePartition(
  wide: string,
  atHand: readonly string[],
): readonly string[] | undefined {
  const whole = ageBand(wide)
  if (whole === undefined) return undefined
  const parts = atHand.flatMap((code) => {
    const band = ageBand(code)
    return band !== undefined && isWiderAge(whole, band) ? [{ code, band }] : []
  })
  // From the oldest down: the longest way from each age to the end, kept by the age at which it begins.
  const ways = new Map<number, readonly string[]>([[whole.until, []]])
  for (const { code, band } of parts.sort((a, b) => b.band.from - a.band.from)) {
    const rest = ways.get(band.until)
    const known = ways.get(band.from)
    if (rest === undefined || (known !== undefined && known.length > rest.length)) continue
    ways.set(band.from, [code, ...rest])
  }
  return ways.get(whole.from)
}
