// SPDX-License-Identifier: Apache-2.0
import { ageBand, ageCode, ageLabel, ageOfLabel, isWiderAge } from './age-band'
import type { CodeDetail, CodeListValue } from './generated/code-lists'

type Listed = CodeListValue['codes'][number]

/** A code list made ready to be looked up. Nothing in it changes. */
export interface CodeTable {
  readonly value: CodeListValue
  readonly codes: readonly string[]
  readonly labels: ReadonlyMap<string, string>
  readonly details: ReadonlyMap<string, CodeDetail>
  /** The alias, then its code and where the alias comes from. */
  readonly aliases: ReadonlyMap<string, { readonly code: string; readonly source: string }>
  readonly parents: ReadonlyMap<string, string>
  readonly children: ReadonlyMap<string, readonly string[]>
  readonly codesOfLabel: ReadonlyMap<string, readonly string[]>
}

/** The table of a code list, with the codes that extensions add to it. */
export function makeTable(value: CodeListValue, added: readonly Listed[] = []): CodeTable {
  const listed = [...value.codes, ...added]
  const labels = new Map(listed.map(([code, label]) => [code, label]))
  const details = new Map(listed.flatMap(([code, , more]) => (more ? [[code, more] as const] : [])))
  const parents = new Map(
    listed.flatMap(([code, , more]) => {
      const parent = parentOf(code, more, { value, labels })
      return parent === undefined ? [] : [[code, parent] as const]
    }),
  )
  return {
    value,
    codes: [...labels.keys()],
    labels,
    details,
    aliases: aliasesOf(value),
    parents,
    children: grouped([...parents].map(([code, parent]) => [parent, code])),
    codesOfLabel: grouped(
      listed.flatMap(([code, label, more]) =>
        [label, ...(more?.also ?? [])].map((one) => [plain(one), code] as const),
      ),
    ),
  }
}

function parentOf(
  code: string,
  more: CodeDetail | undefined,
  { value, labels }: Pick<CodeTable, 'value' | 'labels'>,
): string | undefined {
  if (value.hierarchy === 'listed') return more?.parent
  const total = value.hierarchy !== undefined && labels.has('_T') ? '_T' : undefined
  if (code.startsWith('_')) return code === '_U' ? total : undefined
  if (value.hierarchy !== 'prefix') return undefined
  for (let end = code.length - 1; end > 0; end--) {
    if (labels.has(code.slice(0, end))) return code.slice(0, end)
  }
  return total
}

function aliasesOf({ aliases = [] }: CodeListValue): CodeTable['aliases'] {
  return new Map(
    aliases.flatMap(({ source, codes }) =>
      Object.entries(codes).map(([alias, code]) => [alias, { code, source }] as const),
    ),
  )
}

function grouped(pairs: readonly (readonly [string, string])[]): Map<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const [key, entry] of pairs) {
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [entry])
    else if (!group.includes(entry)) group.push(entry)
  }
  return groups
}

/** A label as it is compared: case, blanks and the form of an apostrophe do not tell two apart. */
export function plain(label: string): string {
  return label.normalize('NFKC').replaceAll('’', "'").replace(/\s+/gu, ' ').trim().toLowerCase()
}

/** The code that a code, an alias or another spelling of an age stands for. */
export function normalised(table: CodeTable, code: string): string | undefined {
  if (table.labels.has(code)) return code
  const alias = table.aliases.get(code)
  if (alias !== undefined || table.value.hierarchy !== 'age') return alias?.code
  const band = ageBand(code)
  return band === undefined ? undefined : ageCode(band)
}

/** The English label of a code that the list has, undefined for others. */
export function labelOf(table: CodeTable, code: string): string | undefined {
  const known = normalised(table, code)
  if (known === undefined) return undefined
  return table.labels.get(known) ?? ageLabel(known)
}

/** The one code that a label speaks of. Of codes with the same label, the one that all others lie in. */
export function codeOfLabel(table: CodeTable, label: string): string | undefined {
  const codes = table.codesOfLabel.get(plain(label)) ?? []
  if (codes.length === 0 && table.value.hierarchy === 'age') return ageOfLabel(plain(label))
  return codes.find((code) => codes.every((other) => other === code || lies(table, other, code)))
}

/** True where a code lies in another: below it, or in one of the members that make it up. */
export function lies(table: CodeTable, code: string, within: string): boolean {
  if (table.value.hierarchy === 'age' && within !== '_T') {
    const [wide, narrow] = [ageBand(within), ageBand(code)]
    return wide !== undefined && narrow !== undefined && isWiderAge(wide, narrow)
  }
  if (table.value.hierarchy === 'age') return code !== '_T' && code !== '_Z'
  const members = table.details.get(within)?.members ?? []
  for (
    let above: string | undefined = code;
    above !== undefined;
    above = table.parents.get(above)
  ) {
    if ((above === within && above !== code) || members.includes(above)) return true
  }
  return false
}
