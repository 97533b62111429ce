// SPDX-License-Identifier: Apache-2.0

/** A comment names so many at most; the others are words like any. */
const mostMentions = 20

/**
 * Whom a comment calls on: participants of a case, or offices of them, each once. Nobody else is told of a case, so nobody else is
 * called on.
 * @example mentionsIn('@DK-STAT, was the register moved?', ['BE', 'DK']) // ['DK-STAT']
 */
export function mentionsIn(text: string, sides: readonly string[]): readonly string[] {
  const named = [...text.matchAll(/(?<![\w@.])@([A-Z0-9]{2,16})(-[A-Z0-9]{2,16})?(?![\w-])/g)]
  const found = named.flatMap(([, side = '', office = '']) =>
    sides.includes(side) ? [`${side}${office}`] : [],
  )
  return [...new Set(found)].slice(0, mostMentions)
}
