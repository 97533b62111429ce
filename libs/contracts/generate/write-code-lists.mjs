// SPDX-License-Identifier: Apache-2.0

/** Code lists as values: each code is its code, its label, and what else is known of it. */
export function writeCodeLists(codeLists) {
  const entries = codeLists.map((list) => {
    const { codes, ...head } = list
    const members = Object.entries(head).map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    return `  ${list.id}: { ${[...members, `codes: [${codes.map(writeCode).join(', ')}]`].join(', ')} },`
  })
  const ids = codeLists.map(({ id }) => `'${id}'`).join(' | ')
  return `${shape}
/** The code lists that contracts name. */
export type CodeListId = ${ids}

/** Every code list, by its id. */
export const codeListValues: Readonly<Record<CodeListId, CodeListValue>> = {\n${entries.join('\n')}\n}
`
}

function writeCode({ code, label, ...more }) {
  const parts = [JSON.stringify(code), JSON.stringify(label)]
  if (Object.keys(more).length > 0) parts.push(JSON.stringify(more))
  return `[${parts.join(', ')}]`
}

const shape = `/** What else is known of a code. Days are ISO days; the code holds no longer on \`validUntil\`. */
export interface CodeDetail {
  readonly parent?: string
  /** What an aggregate is made of, where its parts have parents of their own. */
  readonly members?: readonly string[]
  /** Other English labels, as files have them. */
  readonly also?: readonly string[]
  readonly validFrom?: string
  readonly validUntil?: string
}

/** A code list as data: codes with their English labels, in the order of the list. */
export interface CodeListValue {
  readonly id: string
  readonly version: string
  readonly source: string
  /** What has to be known to use it. */
  readonly about?: string
  /** Schemas list these codes, so that they grow with a new version of a contract only. */
  readonly closed?: boolean
  /** How a code finds its parent: a shorter code, the one that is listed, or the wider band of ages. */
  readonly hierarchy?: 'prefix' | 'listed' | 'age'
  /** Codes that are built by a rule rather than listed. */
  readonly pattern?: string
  /** Other spellings of codes: the alias, then the code; each group with where it comes from. */
  readonly aliases?: readonly {
    readonly source: string
    readonly codes: Readonly<Record<string, string>>
  }[]
  readonly codes: readonly (readonly [code: string, label: string, more?: CodeDetail])[]
}
`
