// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extendCodeLists, type CodeListExtension } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import type { Call } from '../command'
import { clean } from '../output/clean'

/** Where the codes are kept that the hub has added to the released lists. */
export function addedCodesFile(home: string): string {
  return join(home, 'codelists', 'extensions.json')
}

/** Puts the codes that `corridor codes update` fetched into the code lists of this process. */
export function useAddedCodes({ home, screen }: Call): void {
  const file = addedCodesFile(home)
  if (!existsSync(file)) return
  const taken = takeCodes(readText(file))
  if (!taken.ok)
    screen.note(
      `LOOK  The added codes in ${clean(file)} are not used: ${clean(taken.refusal.detail, 200)}. Fetch them again: corridor codes update`,
    )
}

/** Judges extensions of code lists and puts them in place of those before. */
export function takeCodes(text: string): Outcome<readonly CodeListExtension[]> {
  const body = parsed(text)
  if (!Array.isArray(body)) return refuse('CONTENT_WRONG', 'it is no list of extensions')
  // `extendCodeLists` judges each of them by its contract.
  const extensions = body as readonly CodeListExtension[]
  const extended = extendCodeLists(extensions)
  return extended.ok ? accept(extensions) : extended
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}
