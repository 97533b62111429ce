// SPDX-License-Identifier: Apache-2.0

/** How the command can end; the numbers are a promise to scripts. */
export const exitCodes = {
  done: 0,
  fault: 1,
  typedWrongly: 2,
  figuresWrong: 3,
  refused: 4,
  notEntitled: 5,
  unreachable: 6,
  notGenuine: 7,
  partly: 8,
  stopped: 130,
} as const

/** The words of help for each. */
export const exitWords: readonly (readonly [code: number, words: string])[] = [
  [exitCodes.done, 'done'],
  [exitCodes.fault, 'something that nobody expected (with a reference)'],
  [exitCodes.typedWrongly, 'the command or a setting was typed wrongly'],
  [exitCodes.figuresWrong, 'figures need correction; nothing was sent'],
  [exitCodes.refused, 'refused by the hub or by an agreement'],
  [exitCodes.notEntitled, 'not enrolled, no permission, or a problem with a key or the clock'],
  [exitCodes.unreachable, 'the hub cannot be reached; what was to be sent waits in the outbox'],
  [exitCodes.notGenuine, 'a signature, a digest or the chain did not match'],
  [exitCodes.partly, 'partly done'],
  [exitCodes.stopped, 'stopped by you'],
]

// Codes that end otherwise than the rest of their family.
const exceptions: Readonly<Record<string, number>> = {
  TIME_IN_FUTURE: exitCodes.notEntitled,
  SOURCE_NOT_SUBJECT: exitCodes.notEntitled,
  ID_TAKEN: exitCodes.refused,
  REVIEW_NOT_SIDE: exitCodes.notEntitled,
  REVIEW_SAME_PERSON: exitCodes.notEntitled,
  NOT_ENROLLED: exitCodes.notEntitled,
  NOT_ALLOWED: exitCodes.notEntitled,
  ACCOUNT_SHUT_OUT: exitCodes.notEntitled,
  REQUEST_STALE: exitCodes.notEntitled,
  PROFILE_MISSING: exitCodes.notEntitled,
  HOME_NOT_WRITABLE: exitCodes.notEntitled,
  COMMAND_WRONG: exitCodes.typedWrongly,
  SETTING_REFUSED: exitCodes.typedWrongly,
  HUB_BUSY: exitCodes.unreachable,
}

// The first letter of a problem's number is its family.
const families: Readonly<Record<string, number>> = {
  S: exitCodes.notGenuine,
  K: exitCodes.notEntitled,
  E: exitCodes.figuresWrong,
  W: exitCodes.figuresWrong,
  M: exitCodes.figuresWrong,
  A: exitCodes.refused,
  R: exitCodes.refused,
  N: exitCodes.unreachable,
  V: exitCodes.notGenuine,
  C: exitCodes.fault,
  H: exitCodes.fault,
}

/** How the command ends on a problem of the catalogue. */
export function exitCodeOf(problem: { readonly code: string; readonly number: string }): number {
  return exceptions[problem.code] ?? families[problem.number.slice(0, 1)] ?? exitCodes.fault
}
