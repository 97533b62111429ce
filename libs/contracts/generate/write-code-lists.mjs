// SPDX-License-Identifier: Apache-2.0

/** Code lists as values, each code a pair of code and label. */
export function writeCodeLists(codeLists) {
  const entries = codeLists.map((list) => {
    const { codes, ...head } = list
    const known = codes.map(
      ({ code, label }) => `[${JSON.stringify(code)}, ${JSON.stringify(label)}]`,
    )
    const members = Object.entries(head).map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    return `  ${list.id}: { ${[...members, `codes: [${known.join(', ')}]`].join(', ')} },`
  })
  const ids = codeLists.map(({ id }) => `'${id}'`).join(' | ')
  return `${shape}
/** The code lists that contracts name. */
export type CodeListId = ${ids}

/** Every code list, by its id. */
export const codeListValues: Readonly<Record<CodeListId, CodeListValue>> = {\n${entries.join('\n')}\n}
`
}

const shape = `/** A code list as data: codes with their English labels, in the order of the list. */
export interface CodeListValue {
  readonly id: string
  readonly version: string
  readonly source: string
  /** Codes that are built by a rule rather than listed. */
  readonly pattern?: string
  /** Other spellings of a code: the alias, then the code. */
  readonly aliases?: Readonly<Record<string, string>>
  readonly codes: readonly (readonly [code: string, label: string])[]
}
`
