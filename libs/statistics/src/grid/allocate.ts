// SPDX-License-Identifier: Apache-2.0
import { groupBy } from '../group-by'
import { between, exactly, sumOf, type Amount } from './amount'

/** A link of a correspondence between two vintages of a classification: some of `from` is some of `to`. */
export interface Link {
  readonly from: string
  readonly to: string
  /**
   * The share of `from` that is known to go there. Equal shares with all their doubt where a code's links have none; where they say
   * `unknown` nothing is guessed: a split code leaves bounds, and no value.
   */
  readonly share?: number | 'unknown'
  /** So many persons of `from` were coded by both vintages to know the share; undefined where it is known for certain. */
  readonly sample?: number
}

/** The share of a code that goes to a group of codes, and what that is worth: how many observations it is as good as. */
interface Share {
  readonly share: number
  /** Null where the share is no guess at all, unless it is everything. */
  readonly worth: number | null
}

/**
 * Figures of one vintage of a classification (ISCO-88) carried to another (ISCO-08), to the level that `groupOf` names. A code
 * that is split over several gives each its share; a figure v with the share w gives v·w persons, and as a Dirichlet-multinomial
 * count with worth m the variance v·w·(1 − w)·(v + m)/(1 + m). Shares that are known are worth Infinity (binomial: v·w·(1 − w)),
 * those of a double-coded sample its persons, equal shares for want of better as much as there are links: a flat prior. Bounds are certain: none or all of a split code.
 * `groupOf` joins what need not be told apart before shares are taken, so that no doubt is carried that does not matter.
 * Limits: codes of the detail that the links have, or wider by prefix (then a link counts by its code's number of links).
 * An exact roll-up is no choice: 202 blocks at four digits, 2 at one. Persons; a RangeError where a code has no link.
 * @example allocate(new Map([['1110', exactly(9)]]), [{ from: '1110', to: '1111' }], (code) => code.slice(0, 1)).get('1')
 */
export function allocate(
  figures: ReadonlyMap<string, Amount>,
  links: readonly Link[],
  groupOf: (code: string) => string,
): ReadonlyMap<string, Amount> {
  const found = new Map<string, Amount>()
  for (const [code, amount] of figures) {
    for (const [group, share] of sharesOf(code, links, groupOf)) {
      const known = found.get(group) ?? exactly(0)
      found.set(group, sumOf([known, portion(amount, share)]))
    }
  }
  return found
}

function sharesOf(
  code: string,
  links: readonly Link[],
  groupOf: (code: string) => string,
): ReadonlyMap<string, Share> {
  const own = links.filter(({ from }) => from.startsWith(code))
  if (own.length === 0) throw new RangeError(`could not allocate code ${code}: it has no link`)
  const sources = groupBy(own, ({ from }) => from)
  const worth = worthOf(own, sources.size)
  const shares = new Map<string, Share>()
  for (const { from, to, share } of own) {
    const group = groupOf(to)
    const guess = typeof share === 'number' ? share : 1 / (sources.get(from)?.length ?? 1)
    const sum = (shares.get(group)?.share ?? 0) + guess / sources.size
    shares.set(group, { share: Math.min(1, sum), worth })
  }
  return shares
}

function worthOf(own: readonly Link[], sources: number): number | null {
  if (own.some(({ share }) => share === 'unknown')) return null
  const known = own.every(({ share }) => share !== undefined) && sources === 1
  return known
    ? Math.min(...own.map(({ sample = Infinity }) => sample))
    : new Set(own.map(({ to }) => to)).size
}

// What is within rounding of everything is everything: its bounds are those of the code itself.
function portion(amount: Amount, { share, worth }: Share): Amount {
  if (share > 1 - 1e-12) return amount
  const { value, upper } = amount
  if (worth === null) return between(0, upper)
  const counted = value ?? upper
  const doubt = worth === Infinity ? 1 : (counted + worth) / (1 + worth)
  return {
    value: value === null ? null : value * share,
    lower: 0,
    upper,
    variance: amount.variance * share ** 2 + counted * share * (1 - share) * doubt,
  }
}
