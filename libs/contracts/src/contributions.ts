// SPDX-License-Identifier: Apache-2.0

/** Who is behind a figure about employers (jobs, vacancies), in the unit of the figure. */
export interface Contributions {
  /** How many contribute to it, at least. */
  readonly contributors: number
  /** The largest contribution, at most. */
  readonly largest: number
  /** The second largest, at most; 0 where there is none. */
  readonly second: number
}

/** The contributions that a row states; undefined where it does not state all three. */
export function contributionsOf(row: Readonly<Record<string, unknown>>): Contributions | undefined {
  const { contributors, largestContribution: largest, secondContribution: second } = row
  if (typeof contributors !== 'number' || typeof largest !== 'number') return undefined
  return typeof second === 'number' ? { contributors, largest, second } : undefined
}

/**
 * What can be known of the contributions to a sum, as columns; none where no part has them. One employer may be in several parts, so the
 * worst is reckoned with: that the largest of each part is one and the same, and so the second; and that the parts have no other
 * contributors than the part that has most. The n largest of the sum have no more than that, whoever they are. Null where a part that
 * counts something states none.
 * @example addContributions([{ value: 9, contributors: 3, largestContribution: 5, secondContribution: 2 }, …])
 */
export function addContributions(
  parts: readonly Readonly<Record<string, unknown>>[],
): Readonly<Record<string, number | null>> {
  if (!parts.some((part) => columns.some((name) => part[name] !== undefined))) return {}
  let [contributors, largest, second] = [0, 0, 0]
  for (const part of parts) {
    const isEmpty = part['value'] === 0 || part['valueStatus'] === 'not-applicable'
    const stated = contributionsOf(part) ?? (isEmpty ? none : undefined)
    if (stated === undefined) return asColumns(null, null, null)
    contributors = Math.max(contributors, stated.contributors)
    largest += stated.largest
    second += stated.second
  }
  return asColumns(contributors, largest, second)
}

const columns = ['contributors', 'largestContribution', 'secondContribution']
const none: Contributions = { contributors: 0, largest: 0, second: 0 }

function asColumns(
  contributors: number | null,
  largestContribution: number | null,
  secondContribution: number | null,
): Readonly<Record<string, number | null>> {
  return { contributors, largestContribution, secondContribution }
}
