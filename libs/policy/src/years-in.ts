// SPDX-License-Identifier: Apache-2.0

/** The ages that a code of CL_AGE stands for. */
export interface Years {
  readonly from: number
  /** Null where the band has no upper end. */
  readonly until: number | null
  /** True when it is made of whole bands of so many years, such as 15 to 19 or 65 and more of five. */
  readonly isOfBands: (years: number) => boolean
}

/**
 * The ages of a code, undefined for what is no age (not known, not applicable).
 * @example yearsIn('Y15T19')?.isOfBands(5) // true
 */
export function yearsIn(code: string): Years | undefined {
  const [, open, first, last] = /^Y(_GE|_LT)?(\d{1,3})(?:T(\d{1,3}))?$/.exec(code) ?? []
  if (first === undefined || (open !== undefined && last !== undefined)) return undefined
  const age = Number(first)
  if (open === '_GE') return ages(age, null)
  return open === '_LT' ? ages(0, age) : ages(age, Number(last ?? first) + 1)
}

function ages(from: number, until: number | null): Years {
  return {
    from,
    until,
    isOfBands: (years) =>
      from % years === 0 && (until === null || (until > from && until % years === 0)),
  }
}

/** The bands of five and of ten years that an age lies in, the nearest first: `agesAround('Y17') // ['Y15T19', 'Y10T19']`. */
export function agesAround(code: string): readonly string[] {
  const years = yearsIn(code)
  if (years === undefined) return []
  return [5, 10].flatMap((width) => {
    const from = Math.floor(years.from / width) * width
    const fits = years.until !== null && years.until <= from + width
    const isOne = years.from === from && years.until === from + width
    return fits && !isOne ? [bandCode(from, width)] : []
  })
}

function bandCode(from: number, width: number): string {
  return from === 0 ? `Y_LT${String(width)}` : `Y${String(from)}T${String(from + width - 1)}`
}
