// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'
import { accept, canonicalJson, refuse, type Outcome } from '@corridor/kernel'
import { addCodes, codeList, type AddedToList } from './code-list'
import { codeOfLabel, makeTable, normalised, type CodeTable } from './code-table'
import { codeListValues, type CodeListId } from './generated/code-lists'
import type { AddedCode, CodeListExtension } from './generated/types'
import { validate } from './validate'

/** Why extensions of code lists are refused. */
export type ExtensionRefusal =
  'CONTENT_WRONG' | 'CODE_LIST_UNKNOWN' | 'CODE_LIST_CLOSED' | 'CODE_TAKEN' | 'CODE_PARENT_WRONG'

type Refused = Outcome<never, ExtensionRefusal>

const version = '1.0.0'

/**
 * Puts a set of extensions in place of the one that this process had before; an empty one leaves the released lists. All of them
 * are taken, or none and the set before stays. Tells the lists that are longer than released.
 */
export function extendCodeLists(
  extensions: readonly CodeListExtension[],
): Outcome<readonly CodeListId[], ExtensionRefusal> {
  const codes = new Map<CodeListId, readonly AddedCode[]>()
  for (const extension of extensions) {
    const list = listOf(extension)
    if (!list.ok) return list
    codes.set(list.value, [...(codes.get(list.value) ?? []), ...extension.codes])
  }
  for (const [id, added] of codes) {
    const wrong = wrongCodes(id, added)
    if (wrong !== undefined) return wrong
  }
  addCodes(new Map([...codes].map(([id, added]) => [id, entryOf(added)])))
  return accept([...codes.keys()])
}

/** The version of a code list as this process has it: the released one, with `+` and a short digest where codes are added. */
export function codeListVersion(id: CodeListId): string {
  return codeList(id).version
}

function listOf(extension: CodeListExtension): Outcome<CodeListId, ExtensionRefusal> {
  const judged = validate('codelist-extension', version, extension)
  if (!judged.ok) return refuse('CONTENT_WRONG', judged.refusal.detail)
  const { list } = extension
  const id = (Object.keys(codeListValues) as CodeListId[]).find((known) => known === list)
  if (id === undefined) return refuse('CODE_LIST_UNKNOWN', `there is no code list ${list}`)
  return codeListValues[id].closed === true
    ? refuse('CODE_LIST_CLOSED', `the codes of ${list} are listed by the schemas of contracts`)
    : accept(id)
}

function wrongCodes(id: CodeListId, added: readonly AddedCode[]): Refused | undefined {
  const released = makeTable(codeListValues[id])
  const whole = makeTable(codeListValues[id], added.map(listedForm))
  const before = new Set(released.codes)
  for (const one of added) {
    if (before.has(one.code) || normalised(released, one.code) !== undefined)
      return refuse('CODE_TAKEN', `${id} has ${one.code} already`)
    const wrong = wrongParent(one, whole, before) ?? wrongDays(one)
    if (wrong !== undefined) return wrong
    before.add(one.code)
  }
  return wrongWhole(released, whole)
}

// What is released has to be found as before: by its label, and with the same parent.
function wrongWhole(released: CodeTable, whole: CodeTable): Refused | undefined {
  for (const [code, label] of released.labels) {
    const parent = released.parents.get(code)
    if (whole.parents.get(code) !== parent)
      return refuse(
        'CODE_PARENT_WRONG',
        `${whole.parents.get(code) ?? ''} would come between ${code} and ${parent ?? 'none'}`,
      )
    if (codeOfLabel(released, label) !== codeOfLabel(whole, label))
      return refuse('CODE_TAKEN', `the label "${label}" is that of ${code}`)
  }
  return undefined
}

// A parent stands before its children, so that no code can come to stand above itself.
function wrongParent(
  { code, parent }: AddedCode,
  whole: CodeTable,
  before: ReadonlySet<string>,
): Refused | undefined {
  const found = whole.parents.get(code)
  if (parent !== undefined && parent !== found)
    return refuse(
      'CODE_PARENT_WRONG',
      `${code} cannot have the parent ${parent} in ${whole.value.id}; it has ${found ?? 'none'}`,
    )
  return found === undefined || before.has(found)
    ? undefined
    : refuse('CODE_PARENT_WRONG', `the parent of ${code}, ${found}, is not there before it`)
}

function wrongDays({ code, validFrom, validUntil }: AddedCode): Refused | undefined {
  return validUntil === undefined || validFrom < validUntil
    ? undefined
    : refuse('CONTENT_WRONG', `${code} would end on ${validUntil}, not after ${validFrom}`)
}

function listedForm({ code, label, ...more }: AddedCode): readonly [string, string, typeof more] {
  return [code, label, more]
}

// The digest does not depend on how the codes are spread over extensions, nor on their order.
function entryOf(added: readonly AddedCode[]): AddedToList {
  const sorted = [...added].sort((a, b) => (a.code < b.code ? -1 : 1))
  const digest = createHash('sha256').update(canonicalJson(sorted)).digest('hex').slice(0, 12)
  return { codes: added.map(listedForm), digest }
}
