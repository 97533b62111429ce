// SPDX-License-Identifier: Apache-2.0
import { codeList, type CodeListId, type CopiedColumn } from '@corridor/contracts'

/** Characters of a text that patterns are held against; codes and labels are shorter. */
const mostCharacters = 300

/** How a text becomes a code: by a table, by patterns, by the label in a code list; what none of them turn is refused or kept. */
export type CodeRules = Pick<CopiedColumn, 'codes' | 'patterns' | 'labels' | 'others'>

/** What a text of the file is in the contract, undefined where the rules refuse it. */
export type TranslateCode = (text: string) => string | undefined

/** Makes the translation that rules describe. Each different text is worked out once. */
export function translateCode(rules: CodeRules): TranslateCode {
  const codes = new Map((rules.codes ?? []).map(({ from, to }) => [from, to]))
  const patterns = (rules.patterns ?? []).map(({ from, to }) => ({ from: expressionOf(from), to }))
  const hasRules = codes.size > 0 || patterns.length > 0 || rules.labels !== undefined
  const others = rules.others ?? (hasRules ? 'refuse' : 'keep')
  const known = new Map<string, string | undefined>()
  const translate = (text: string): string | undefined => {
    const code = codes.get(text) ?? byPattern(patterns, text) ?? byLabel(rules.labels, text)
    return code ?? (others === 'keep' ? text : undefined)
  }
  return (text) => {
    if (known.has(text)) return known.get(text)
    const code = translate(text)
    known.set(text, code)
    return code
  }
}

interface Pattern {
  readonly from: RegExp
  readonly to: string
}

function byPattern(patterns: readonly Pattern[], text: string): string | undefined {
  if (text.length > mostCharacters) return undefined
  for (const { from, to } of patterns) {
    const groups = from.exec(text)?.groups
    if (groups !== undefined)
      return to.replace(/\{(\w+)\}/g, (_, name: string) => groups[name] ?? '')
  }
  return undefined
}

// Whoever wrote the mapping writes no expressions of his own: an evil one would keep the hub busy for ever.
function expressionOf(pattern: string): RegExp {
  const parts = pattern.split(/\{(\w+)\}/)
  const source = parts.map((part, index) =>
    index % 2 === 1 ? `(?<${part}>[\\p{L}\\p{N}]+)` : part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'),
  )
  return new RegExp(`^${source.join('')}(?<all_>)$`, 'u')
}

function byLabel(list: string | undefined, text: string): string | undefined {
  // The contract of mappings names the code lists that there are.
  return list === undefined ? undefined : codeList(list as CodeListId).codeOfLabel(text)
}
