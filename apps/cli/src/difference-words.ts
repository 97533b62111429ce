// SPDX-License-Identifier: Apache-2.0
import type { Difference } from '@corridor/policy'
import { clean } from './output/clean'

const signs = { added: '+', removed: '-', changed: '~', renumbered: '=' } as const

/** What differs between two drafts, a difference a line or two. */
export function differencesInWords(differences: readonly Difference[]): string {
  if (differences.length === 0) return '  Nothing differs.'
  return differences.flatMap(linesOf).join('\n')
}

function linesOf({ part, of, change, members, before, after }: Difference): readonly string[] {
  const where = part === 'head' ? of : `clause ${of}`
  const recorded = part === 'recorded' ? ' (recorded)' : ''
  const what = members.length === 0 ? '' : `: ${members.join(', ')}`
  const side = (mark: string, words: string | null): readonly string[] =>
    words === null ? [] : [`      ${mark} ${clean(words, 4_500)}`]
  return [
    `  ${signs[change]} ${where}${recorded} ${change}${what}`,
    ...side('was', before),
    ...side('is ', after),
  ]
}
