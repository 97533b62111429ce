// SPDX-License-Identifier: Apache-2.0
import { codeListIds, statisticalContracts, structure, type CodeListId } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { didYouMean } from '../nearest'
import { clean } from '../output/clean'

/** A code list as somebody typed it: `CL_AREA`, `area`, or the classification that it is, `ISCO-08`. */
export function codeListNamed(typed: string): Outcome<CodeListId, 'CODE_LIST_UNKNOWN'> {
  const wanted = typed.toUpperCase().replaceAll('-', '_')
  const found =
    codeListIds.find((id) => id === wanted || id === `CL_${wanted}`) ?? byClassification(typed)
  // The ids of the contracts are the code lists.
  if (found !== undefined) return accept(found as CodeListId)
  const names = [...codeListIds, ...classifications().keys()]
  return refuse(
    'CODE_LIST_UNKNOWN',
    `there is no code list "${clean(typed, 60)}".${didYouMean(typed, names)}`,
  )
}

function byClassification(typed: string): string | undefined {
  return classifications().get(typed.toUpperCase())
}

function classifications(): ReadonlyMap<string, string> {
  const all = statisticalContracts.flatMap((name) => structure(name)?.dimensions ?? [])
  return new Map(all.flatMap(({ classification }) => Object.entries(classification ?? {})))
}
