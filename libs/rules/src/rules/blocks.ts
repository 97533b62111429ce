// SPDX-License-Identifier: Apache-2.0
import { agePartition, codeList, type CodeList, type CodeListId } from '@corridor/contracts'

/** A whole and what makes it up, of codes at hand; what is not known or not applicable stands in `rest`. */
export interface Block {
  readonly whole: string
  readonly parts: readonly string[]
  readonly rest: readonly string[]
}

/** Which blocks can be asked for. */
export interface BlockSource {
  readonly list: CodeListId | undefined
  /** Wholes and parts in place of the list's hierarchy. */
  readonly blocks?: readonly { readonly whole: string; readonly parts: readonly string[] }[]
  /** A code that aggregates do without: a reporter is not its own partner. */
  readonly without?: string
}

/** All wholes among the codes at hand whose parts are all at hand too, each by its finest parts. */
export function completeBlocks(
  codes: readonly string[],
  { list: id, blocks, without }: BlockSource,
): readonly Block[] {
  if (blocks !== undefined) {
    const atHand = new Set(codes)
    return blocks
      .filter(({ whole, parts }) => [whole, ...parts].every((code) => atHand.has(code)))
      .map((block) => ({ ...block, rest: [] }))
  }
  return id === undefined ? [] : remembered(id, codes, without)
}

// Emptied when it is full: an office sends the same codes month after month, and ages take long to piece together.
const mostRemembered = 512
const memory = new Map<string, readonly Block[]>()

function remembered(
  id: CodeListId,
  codes: readonly string[],
  without: string | undefined,
): readonly Block[] {
  const key = `${id} ${codeList(id).version} ${without ?? ''} ${codes.join()}`
  const known = memory.get(key)
  if (known !== undefined) return known
  if (memory.size >= mostRemembered) memory.clear()
  const blocks = blocksOfList(id, codes, without)
  memory.set(key, blocks)
  return blocks
}

function blocksOfList(
  id: CodeListId,
  codes: readonly string[],
  without: string | undefined,
): readonly Block[] {
  const atHand = new Set(codes)
  const list = codeList(id)
  return codes.flatMap((whole): readonly Block[] => {
    const parts =
      id === 'CL_AGE' ? agePartition(whole, codes) : childrenOf(whole, { list, atHand, without })
    if (parts === undefined || parts.length === 0) return []
    const rest = whole === '_T' ? codes.filter((code) => code.startsWith('_') && code !== '_T') : []
    return [{ whole, parts, rest }]
  })
}

interface Search {
  readonly list: CodeList
  readonly atHand: ReadonlySet<string>
  readonly without: string | undefined
}

// A child that is not at hand may be there in its own children, to the bottom of the hierarchy.
function childrenOf(whole: string, search: Search): readonly string[] | undefined {
  const found: string[] = []
  for (const child of search.list.children(whole)) {
    if (child === search.without || child.startsWith('_')) continue
    const parts = search.atHand.has(child) ? [child] : childrenOf(child, search)
    if (parts === undefined || parts.length === 0) return undefined
    found.push(...parts)
  }
  return found
}
