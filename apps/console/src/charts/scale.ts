// SPDX-License-Identifier: Apache-2.0

/** Where a chart's plot lies within its picture, in units of its viewBox. */
export interface Place {
  readonly start: number
  readonly end: number
  readonly top: number
  readonly bottom: number
}

interface Point {
  readonly x: number
  readonly y: number
}

/** A value axis from nought: its top and its round ticks, about four of them. */
export function axis(values: readonly (number | null)[]): {
  top: number
  ticks: readonly number[]
} {
  const largest = Math.max(1, ...values.flatMap((value) => value ?? []))
  const rough = largest / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(
    1,
    ([1, 2, 2.5, 5, 10].find((factor) => rough <= factor * power) ?? 10) * power,
  )
  const whole = Number.isInteger(step) ? step : Math.ceil(step)
  const steps = Math.ceil(largest / whole)
  return {
    top: steps * whole,
    ticks: Array.from({ length: steps + 1 }, (_, index) => index * whole),
  }
}

/** Values as points; null stays null. One lone period stands in the middle. */
export function pointsOf(
  values: readonly (number | null)[],
  at: { readonly place: Place; readonly top: number; readonly periods: number },
): readonly (Point | null)[] {
  const { place, top, periods } = at
  const inner = place.end - place.start - 24
  return values.map((value, index) => {
    if (value === null) return null
    const share = periods < 2 ? 0.5 : index / (periods - 1)
    const y = place.bottom - (value / top) * (place.bottom - place.top)
    return { x: round(place.start + 12 + share * inner), y: round(y) }
  })
}

/** The line through points, broken where one is missing. */
export function pathOf(points: readonly (Point | null)[]): string {
  return points
    .map((point, index) => {
      if (point === null) return ''
      const joined = index > 0 && points[index - 1] !== null
      return `${joined ? 'L' : 'M'}${String(point.x)} ${String(point.y)}`
    })
    .join('')
}

const lineHeight = 16

/** Heights for two names at the ends of their lines, moved apart where they would cover each other. */
export function spread(
  first: number | null,
  second: number | null,
): { first: number | null; second: number | null } {
  if (first === null || second === null) return { first, second }
  const room = Math.abs(first - second)
  if (room >= lineHeight) return { first, second }
  const push = (lineHeight - room) / 2
  const firstBelow = first > second
  return {
    first: first + (firstBelow ? push : -push),
    second: second + (firstBelow ? -push : push),
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
