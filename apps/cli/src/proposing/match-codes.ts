// SPDX-License-Identifier: Apache-2.0
import { codeList } from '@corridor/contracts'
import type { ContractColumn } from '@corridor/formats'

/** The texts of a column with their codes, and those that have none. */
export interface CodeMatch {
  readonly codes: readonly { readonly from: string; readonly to: string }[]
  readonly missing: readonly string[]
}

/** Different texts that are looked at; a mapping may have as many codes in a column. */
const mostTexts = 5_000

/** Finds the code that each text of a column stands for: the code itself, an alias, or the label of one. */
export function matchCodes(column: ContractColumn, cells: readonly string[]): CodeMatch {
  const find = codeFinder(column)
  if (find === undefined) return { codes: [], missing: [] }
  const codes: { from: string; to: string }[] = []
  const missing: string[] = []
  for (const from of differentTexts(cells).slice(0, mostTexts)) {
    const to = find(from)
    if (to === undefined) missing.push(from)
    else codes.push({ from, to })
  }
  return { codes, missing }
}

/** The part of different texts, between 0 and 1, that have a code in a column; undefined where it takes none from a list. */
export function shareOfCodes(column: ContractColumn, cells: readonly string[]): number | undefined {
  const find = codeFinder(column)
  if (find === undefined) return undefined
  const texts = differentTexts(cells).slice(0, 200)
  return texts.length === 0
    ? undefined
    : texts.filter((text) => find(text) !== undefined).length / texts.length
}

/** What stands in a column, each text once, without what is empty. */
export function differentTexts(cells: readonly string[]): readonly string[] {
  return [...new Set(cells.map((cell) => cell.trim()))].filter((text) => text !== '')
}

function codeFinder({
  codelist,
  classification,
  kind,
}: ContractColumn): ((text: string) => string | undefined) | undefined {
  const ids = codelist === undefined ? Object.values(classification ?? {}) : [codelist]
  if (kind !== 'code' || ids.length === 0) return undefined
  const lists = ids.map((id) => codeList(id))
  return (text) => {
    for (const list of lists) {
      const code =
        list.normalise(text) ?? list.normalise(text.toUpperCase()) ?? list.codeOfLabel(text)
      if (code !== undefined) return code
    }
    return commonWord(text, (code) => lists.some((list) => list.normalise(code) === code))
  }
}

// Words that statistics offices write for what every list has.
const commonWords: Readonly<Record<string, string>> = {
  total: '_T',
  all: '_T',
  both: '_T',
  unknown: '_U',
  'not known': '_U',
  male: 'M',
  males: 'M',
  men: 'M',
  man: 'M',
  female: 'F',
  females: 'F',
  women: 'F',
  woman: 'F',
}

function commonWord(text: string, known: (code: string) => boolean): string | undefined {
  const word = text.toLowerCase()
  const code = Object.hasOwn(commonWords, word) ? commonWords[word] : undefined
  return code !== undefined && known(code) ? code : undefined
}
