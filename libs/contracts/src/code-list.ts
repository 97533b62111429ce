// SPDX-License-Identifier: Apache-2.0
import { codeListValues, type CodeListId, type CodeListValue } from './generated/code-lists'

/** A code list to look things up in. */
export interface CodeList {
  readonly id: CodeListId
  readonly version: string
  readonly source: string
  /** The listed codes in their order; codes that are built by a rule (ages) are not among them. */
  readonly codes: readonly string[]
  /** The code that a code or its alias stands for, or undefined: EL gives GR. */
  readonly normalise: (code: string) => string | undefined
  /** The English label of a code or its alias; the code itself where the list does not have it. */
  readonly label: (code: string) => string
}

// Filled on first use and never emptied: there are as many entries as code lists.
const opened = new Map<CodeListId, CodeList>()

/** A code list by its id: `codeList('CL_AREA').normalise('EL') // 'GR'`. */
export function codeList(id: CodeListId): CodeList {
  const found = opened.get(id)
  if (found !== undefined) return found
  const made = openList(id, codeListValues[id])
  opened.set(id, made)
  return made
}

/** The English label of a code: `label('CL_AREA', 'BE') // 'Belgium'`. */
export function label(id: CodeListId, code: string): string {
  return codeList(id).label(code)
}

function openList(id: CodeListId, value: CodeListValue): CodeList {
  const labels = new Map(value.codes)
  const aliases = new Map(Object.entries(value.aliases ?? {}))
  const built = value.pattern === undefined ? undefined : new RegExp(value.pattern, 'u')
  const normalise = (code: string): string | undefined => {
    if (labels.has(code) || built?.test(code) === true) return code
    return aliases.get(code)
  }
  return {
    id,
    version: value.version,
    source: value.source,
    codes: [...labels.keys()],
    normalise,
    label: (code) =>
      labels.get(normalise(code) ?? code) ?? (built?.test(code) === true ? ageLabel(code) : code),
  }
}

// Ages are the one list whose codes are built: Y15T19, Y_GE65, Y_LT15, Y15.
function ageLabel(code: string): string {
  const [first = '', last] = code.replace(/^Y(_GE|_LT)?/, '').split('T')
  if (code.startsWith('Y_GE')) return `${first} years or more`
  if (code.startsWith('Y_LT')) return `under ${first} years`
  return last === undefined ? `${first} years` : `${first} to ${last} years`
}
