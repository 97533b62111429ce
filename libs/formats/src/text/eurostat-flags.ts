// SPDX-License-Identifier: Apache-2.0

/** What letters of Eurostat's flags say of a figure. */
export interface MeaningOfFlags {
  /** A set of CL_OBS_STATUS, empty where no letter is about it. */
  readonly obsStatus: readonly string[]
  readonly isConfidential: boolean
  readonly isNotApplicable: boolean
  /** It was revised, which vintages say. */
  readonly isRevised: boolean
}

// e is the reporter's estimate and s is Eurostat's; both are estimates, made before the figure comes here.
const statusOfFlag: Readonly<Record<string, string>> = {
  b: 'B',
  d: 'D',
  e: 'E',
  f: 'F',
  n: 'N',
  p: 'P',
  s: 'E',
  u: 'U',
}

/** Reads letters such as `bd`, `:c` or `b d`. Undefined where one of them is no flag of Eurostat's. */
export function readFlags(flags: string): MeaningOfFlags | undefined {
  const letters: readonly string[] = flags.replace(/[\s:,;]/g, '').match(/./gu) ?? []
  const obsStatus = new Set<string>()
  for (const letter of letters) {
    const status = statusOfFlag[letter]
    if (status !== undefined) obsStatus.add(status)
    else if (!['c', 'r', 'z'].includes(letter)) return undefined
  }
  return {
    obsStatus: [...obsStatus],
    isConfidential: letters.includes('c'),
    isNotApplicable: letters.includes('z'),
    isRevised: letters.includes('r'),
  }
}

/** The letters for a set of status, or undefined where one of them has none. */
export function writeFlags(obsStatus: string): string | undefined {
  const letters = obsStatus.split(' ').map((status) => {
    if (status === 'A') return ''
    return Object.keys(statusOfFlag).find((letter) => statusOfFlag[letter] === status)
  })
  return letters.includes(undefined) ? undefined : letters.join('')
}
