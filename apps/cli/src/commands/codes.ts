// SPDX-License-Identifier: Apache-2.0
import { codeList, type CodeList, type CodeListId } from '@corridor/contracts'
import { accept, type Outcome } from '@corridor/kernel'
import type { Answer, Call } from '../command'
import { useAddedCodes } from '../figures/added-codes'
import { codeListNamed } from '../figures/code-list-named'
import { clean } from '../output/clean'
import { table } from '../output/table'
import { count } from '../output/words'

/** A code as it is shown. */
interface ShownCode {
  readonly code: string
  readonly label: string
  readonly parent: string | null
}

/** Looks codes up: a whole list, or those whose code or label has a text in it. */
export function lookUpCodes(call: Call): Promise<Outcome<Answer>> {
  useAddedCodes(call)
  const id = codeListNamed(call.operand(0) ?? '')
  return Promise.resolve(id.ok ? answerOf(id.value, call.operand(1)) : id)
}

function answerOf(id: CodeListId, search: string | undefined): Outcome<Answer> {
  const list = codeList(id)
  const found = codesOf(list).filter((one) => search === undefined || matches(list, one, search))
  const columns = [
    { name: 'Code', of: ({ code }: ShownCode) => code },
    { name: 'Parent', of: ({ parent }: ShownCode) => parent ?? '' },
    { name: 'Label', of: ({ label }: ShownCode) => label, most: 120 },
  ] as const
  const head = `${id} ${list.version}: ${count(found.length, 'code')}${search === undefined ? '' : ` with "${clean(search, 60)}"`}. ${list.source}`
  return accept({
    text: found.length === 0 ? head : `${table<ShownCode>(columns, found)}\n${head}`,
    json: { list: id, version: list.version, source: list.source, codes: found },
  })
}

function codesOf(list: CodeList): readonly ShownCode[] {
  return list.codes.map((code) => ({
    code,
    label: list.label(code),
    parent: list.parent(code) ?? null,
  }))
}

function matches(list: CodeList, { code, label }: ShownCode, search: string): boolean {
  const wanted = search.toLowerCase()
  return (
    code.toLowerCase().includes(wanted) ||
    label.toLowerCase().includes(wanted) ||
    // An alias does too: EL finds GR.
    list.normalise(search) === code ||
    list.normalise(search.toUpperCase()) === code
  )
}
