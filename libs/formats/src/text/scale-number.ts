// SPDX-License-Identifier: Apache-2.0

/** Digits that a figure may have at most: more than this a program cannot count exactly. */
const mostDigits = 15

/**
 * A plain number of thousands or millions as a whole number of units, exactly: `122.55` with multiplier 3 is 122550.
 * Undefined where it is no whole number of units or too large.
 */
export function toUnits(plain: string, multiplier: number): number | undefined {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain) ?? []
  const shifted = fraction.padEnd(multiplier, '0')
  if (!/^0*$/.test(shifted.slice(multiplier))) return undefined
  const digits = (whole + shifted.slice(0, multiplier)).replace(/^0+(?=\d)/, '')
  if (digits.length === 0 || digits.length > mostDigits) return undefined
  const value = Number(sign + digits)
  return value === 0 ? 0 : value
}

/** A whole number of units as a number of thousands or millions: 122550 with multiplier 3 and 2 decimals is `122.55`. */
export function fromUnits(value: number, multiplier: number, decimals = 0): string {
  const sign = value < 0 ? '-' : ''
  const digits = String(Math.abs(value)).padStart(multiplier + 1, '0')
  const whole = digits.slice(0, digits.length - multiplier)
  const exact = digits.slice(digits.length - multiplier).replace(/0+$/, '')
  const fraction = exact.padEnd(decimals, '0')
  return fraction === '' ? sign + whole : `${sign}${whole}.${fraction}`
}

/** How many decimals a plain number is written with. */
export function decimalsOf(plain: string): number {
  const point = plain.indexOf('.')
  return point === -1 ? 0 : plain.length - point - 1
}

/** A plain number with its point moved to the right (or, by a negative number of places, to the left), exactly. */
export function shiftPoint(plain: string, places: number): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain) ?? []
  const digits = whole.padStart(whole.length + Math.max(0, -places), '0') + fraction
  const point = whole.length + Math.max(0, -places) + places
  const padded = digits.padEnd(point, '0')
  const left = padded.slice(0, point).replace(/^0+(?=\d)/, '')
  const right = padded.slice(point).replace(/0+$/, '')
  return sign + (left === '' ? '0' : left) + (right === '' ? '' : `.${right}`)
}
