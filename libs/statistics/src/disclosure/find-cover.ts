// SPDX-License-Identifier: Apache-2.0
import { coverProgramme, type Cover, type CoverProgramme } from './cover-programme'
import type { Hiding } from './hiding'
import type { Asked } from './met'
import { neighbourhood, nodesByCodes } from './neighbourhood'

/** So many programmes over a whole system are asked at most for one release: in a large one each takes a tenth of a second. */
const mostOfAll = 60

/** So many codes beside a figure's own are looked at in each sum that it stands in: few first. */
const reaches = [1, 3]

/** Finds covers: around a figure first, and where nothing is found there, or nothing more, in the whole system. */
export interface CoverFinder {
  readonly coverFor: (node: number, asked: Asked) => Cover | undefined
  readonly close: () => void
}

/** Makes what finds covers for the figures of one release. */
export function coverFinder(hiding: Hiding): CoverFinder {
  const byCodes = nodesByCodes(hiding)
  // Written here alone.
  let whole: CoverProgramme | undefined
  let left = mostOfAll
  return {
    coverFor: (node, asked) => {
      for (const reach of reaches) {
        const among = neighbourhood(hiding, node, { byCodes, reach })
        const near = nearby(hiding, among, { node, asked })
        if (near !== undefined && near.cells.length > 0) return near
      }
      if (left-- <= 0) return undefined
      whole ??= coverProgramme(hiding, [...hiding.knowledge.system.nodes.keys()])
      return whole.coverFor(node, asked)
    },
    close: () => whole?.close(),
  }
}

function nearby(
  hiding: Hiding,
  among: readonly number[],
  { node, asked }: { readonly node: number; readonly asked: Asked },
): Cover | undefined {
  if (among.length === 0) return undefined
  const programme = coverProgramme(hiding, among)
  try {
    return programme.coverFor(node, asked)
  } finally {
    programme.close()
  }
}
