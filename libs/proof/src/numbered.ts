// SPDX-License-Identifier: Apache-2.0

/** What a numbered statement says of its place among those that one recipient was handed. */
export interface Numbered {
  readonly number: number
  /** The digest of the statement before it; null for the first, and where it is not known. */
  readonly previous: string | null
  readonly digest: string
  /** Statements that this one withdraws: they stay in the chain by their digest. */
  readonly withdrawn: readonly { readonly number: number; readonly digest: string }[]
}

/** Numbers that follow each other, each naming the one before. */
export interface NumberedRun {
  readonly first: number
  readonly previous: string | null
  readonly last: number
  readonly digest: string
}

/** What was followed: the runs that are known, in order, and whether the statement fits to them. */
export interface Followed {
  readonly runs: readonly NumberedRun[]
  /** The number whose `previous` is not the digest of the statement before it; null where all fits. */
  readonly brokenAt: number | null
}

/** Numbers that a recipient does not have. */
export interface NumberGap {
  readonly first: number
  readonly last: number
}

/**
 * Takes one more statement into the runs that are known, in whichever order they come: a statement that was seen before changes
 * nothing, one that does not name its neighbour's digest is told.
 */
export function followNumbers(runs: readonly NumberedRun[], statement: Numbered): Followed {
  const { number, previous, digest, withdrawn } = statement
  const named = withdrawn.map((one) => ({ ...one, previous: null }))
  return [...named, { number, previous, digest }].reduce<Followed>(
    (followed, one) => {
      const next = insert(followed.runs, one)
      return { runs: next.runs, brokenAt: followed.brokenAt ?? next.brokenAt }
    },
    { runs, brokenAt: null },
  )
}

/** The numbers that are missing between 1 and the highest that is known. */
export function numberGaps(runs: readonly NumberedRun[]): readonly NumberGap[] {
  return runs.flatMap((run, i) => {
    const first = (runs[i - 1]?.last ?? 0) + 1
    return run.first > first ? [{ first, last: run.first - 1 }] : []
  })
}

function insert(runs: readonly NumberedRun[], one: Omit<Numbered, 'withdrawn'>): Followed {
  const { number, previous, digest } = one
  const holder = runs.find(({ first, last }) => first <= number && number <= last)
  if (holder !== undefined) {
    const other = holder.last === number && holder.digest !== digest
    return { runs, brokenAt: other ? number : null }
  }
  const before = runs.filter(({ last }) => last < number)
  const after = runs.filter(({ first }) => first > number)
  const own: NumberedRun = { first: number, previous, last: number, digest }
  const left = joined([...before, own])
  const whole = joinedFirst(left.runs, after)
  return { runs: whole.runs, brokenAt: left.brokenAt ?? whole.brokenAt }
}

// The last two runs become one where their numbers follow each other and the later names the earlier.
function joined(runs: readonly NumberedRun[]): Followed {
  const [earlier, later] = runs.slice(-2)
  if (earlier === undefined || later === undefined || earlier.last + 1 !== later.first)
    return { runs, brokenAt: null }
  const fits = later.previous === null || later.previous === earlier.digest
  if (!fits) return { runs, brokenAt: later.first }
  const one = { ...earlier, last: later.last, digest: later.digest }
  return { runs: [...runs.slice(0, -2), one], brokenAt: null }
}

function joinedFirst(runs: readonly NumberedRun[], after: readonly NumberedRun[]): Followed {
  const [next, ...rest] = after
  if (next === undefined) return { runs, brokenAt: null }
  const both = joined([...runs, next])
  return { runs: [...both.runs, ...rest], brokenAt: both.brokenAt }
}
