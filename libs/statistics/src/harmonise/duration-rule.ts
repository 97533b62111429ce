// SPDX-License-Identifier: Apache-2.0

/** A declared rule that carries a count under one minimum stay to the 12-month concept, and where it holds. */
export interface DurationRule {
  readonly id: string
  readonly version: string
  readonly source: string
  /** Minimum stay in months, then the factor; in rising order. Between two, the straight line. */
  readonly factors: readonly (readonly [months: number, factor: number])[]
  readonly valid: {
    readonly months: readonly [least: number, most: number]
    readonly populations: readonly string[]
    readonly areas: readonly string[]
  }
}

// EU and EFTA states and the United Kingdom: the figures that the factors were estimated on.
const europe =
  'AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(
    ' ',
  )

const source =
  'UndercountMigScores (M. Danko 2024), table 1; QuantMig and Willekens 2019, JOS 35:231-277'
const published = (id: string, factors: DurationRule['factors']): DurationRule => ({
  id,
  version: '1.0.0',
  source,
  factors,
  valid: { months: [0, 12], populations: ['all'], areas: europe },
})

/**
 * R(d) by four models. None has a factor for permanent moves that can be relied on (1.6 to 2.6 published, 5.7 to 13 fitted), so
 * those are not carried. European, of all migrants: not for workers on a contract.
 */
export const durationRules: readonly DurationRule[] = [
  published('duration-imem', [
    [0, 0.53],
    [3, 0.63],
    [6, 0.73],
    [12, 1],
  ]),
  published('duration-willekens-expert', [
    [0, 0.51],
    [3, 0.61],
    [6, 0.81],
    [12, 1],
  ]),
  published('duration-willekens-poisson', [
    [0, 0.79],
    [3, 0.84],
    [6, 0.89],
    [12, 1],
  ]),
  published('duration-willekens-mixture', [
    [0, 0.51],
    [3, 0.64],
    [6, 0.71],
    [12, 1],
  ]),
]

/** The rule of an id; undefined where there is none. */
export function durationRule(id: string): DurationRule | undefined {
  return durationRules.find((rule) => rule.id === id)
}

/** A minimum stay in months; undefined for permanent and not applicable: `monthsOfStay('P3M') // 3`. */
export function monthsOfStay(minimumStay: string): number | undefined {
  const [, months] = /^P(\d{1,3})M$/.exec(minimumStay) ?? []
  return months === undefined ? undefined : Number(months)
}

/**
 * R(d): what a count with a minimum stay of d months is multiplied by, on the straight line between the rule's points; undefined
 * outside the months for which the rule holds.
 * @example durationFactor(durationRules[0], 1.5) // 0.58
 */
export function durationFactor(rule: DurationRule, months: number): number | undefined {
  const [least, most] = rule.valid.months
  if (months < least || months > most) return undefined
  const above = rule.factors.findIndex(([at]) => at >= months)
  const [upper, lower] = [rule.factors[above], rule.factors[Math.max(0, above - 1)]]
  if (upper === undefined || lower === undefined) return undefined
  if (upper[0] === lower[0]) return upper[1]
  return lower[1] + ((upper[1] - lower[1]) * (months - lower[0])) / (upper[0] - lower[0])
}
