// SPDX-License-Identifier: Apache-2.0

/** Numbers: named ones, or all doubles (or all whole ones) from `min` to `max`. */
export type NumberSet =
  | { readonly kind: 'named'; readonly values: readonly number[] }
  | { readonly kind: 'ruled'; readonly whole: boolean; readonly min: number; readonly max: number }

type RuledNumbers = Extract<NumberSet, { readonly kind: 'ruled' }>

/** Where no bound is set: JSON knows no infinity. */
export const everyNumber: RuledNumbers = {
  kind: 'ruled',
  whole: false,
  min: -Number.MAX_VALUE,
  max: Number.MAX_VALUE,
}

/** True where the set has the number. */
export function hasNumber(set: NumberSet, value: number): boolean {
  if (set.kind === 'named') return set.values.includes(value)
  return set.min <= value && value <= set.max && (!set.whole || Number.isInteger(value))
}

/** Up to `most` numbers of the set, the plainest first; fewer only where it has no more. */
export function someNumbers(set: NumberSet, most: number): readonly number[] {
  if (set.kind === 'named') return set.values.slice(0, most)
  const whole = wholeNumbers(set, most)
  if (set.whole || whole.length >= most) return whole
  const found = new Set(whole)
  for (let value = set.min; value <= set.max && found.size < most; value = nextUp(value))
    found.add(value)
  return [...found]
}

function wholeNumbers({ min, max }: RuledNumbers, most: number): readonly number[] {
  const least = Math.ceil(min)
  // Adding 0 makes no zero negative.
  const start = Math.max(least, Math.min(0, Math.floor(max))) + 0
  const found: number[] = []
  for (
    let value = start;
    value <= max && value >= min && found.length < most;
    value = wholeUp(value)
  )
    found.push(value)
  for (
    let value = -wholeUp(-start);
    value >= least && found.length < most;
    value = -wholeUp(-value)
  )
    found.push(value)
  return found
}

/** Numbers that `of` has and `other` has not: all where `of` names its numbers, else one; none only where there is none. */
export function numbersOutside(of: NumberSet, other: NumberSet): readonly number[] {
  if (of.kind === 'named') return of.values.filter((value) => !hasNumber(other, value))
  const candidates =
    other.kind === 'named' ? someNumbers(of, other.values.length + 1) : telling(of, other)
  return candidates.filter((value) => hasNumber(of, value) && !hasNumber(other, value)).slice(0, 1)
}

// If a number of `of` is not in `other`, one of these is: the ends of `of`, and what lies just beyond the ends of
// `other`, tell the ranges apart; the rest is the nearest number that is not whole.
function telling(of: RuledNumbers, other: RuledNumbers): readonly number[] {
  const least = Math.ceil(of.min)
  const most = Math.floor(of.max)
  const ends = of.whole ? [least, most] : [of.min, of.max, least, most]
  const beyond = [wholeUp(Math.floor(other.max)), -wholeUp(-Math.ceil(other.min))]
  const broken = [0.5, -0.5, least + 0.5, of.min, of.max, nextUp(of.min), -nextUp(-of.max)]
  return [...beyond, ...ends, ...(other.whole ? broken : [])]
}

function wholeUp(value: number): number {
  return value + 1 > value ? value + 1 : nextUp(value)
}

/** The next double. */
function nextUp(value: number): number {
  if (value === 0) return Number.MIN_VALUE
  const bits = new BigInt64Array(new Float64Array([value]).buffer)
  bits[0] = (bits[0] ?? 0n) + (value > 0 ? 1n : -1n)
  return new Float64Array(bits.buffer)[0] ?? Infinity
}

/** What a number has to be, in words. */
export function numberRule(set: NumberSet): string {
  if (set.kind === 'named') return `it is one of ${set.values.join(', ')}`
  const parts = [
    ...(set.whole ? ['it is whole'] : []),
    ...(set.min > everyNumber.min ? [`it is at least ${set.min}`] : []),
    ...(set.max < everyNumber.max ? [`it is at most ${set.max}`] : []),
  ]
  return parts.join(' and ')
}
