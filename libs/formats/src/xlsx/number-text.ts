// SPDX-License-Identifier: Apache-2.0

// A spreadsheet shows 15 digits and stores 17: the rest is noise of binary fractions (0.1 + 0.2).
const digits = 15

/**
 * A number as somebody entered it, from what a spreadsheet stored: `1.2E+5` gives `120000`, `0.30000000000000004`
 * gives `0.3`. Text that is no number comes back as it is.
 */
export function numberText(stored: string): string {
  const trimmed = stored.trim()
  if (/^-?(0|[1-9]\d{0,14})$/.test(trimmed)) return trimmed
  const value = Number(trimmed)
  if (trimmed === '' || !Number.isFinite(value)) return stored
  return withoutExponent(Number(value.toPrecision(digits)).toString())
}

/** A number without exponent: `1.2e-7` gives `0.00000012`. */
export function withoutExponent(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (match === null) return text === '-0' ? '0' : text
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match
  const point = whole.length + Number(exponent)
  const all = whole + fraction
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${all}`
  if (point >= all.length) return `${sign}${all}${'0'.repeat(point - all.length)}`
  return `${sign}${all.slice(0, point)}.${all.slice(point)}`
}
