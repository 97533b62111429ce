// SPDX-License-Identifier: Apache-2.0
import { ageBand, ageCode, agePartition, codeList, type CodeListId } from '@corridor/contracts'

/**
 * A classification as a grid needs it: for each code the smallest pieces (atoms) that it is made of, and the finest codes at hand
 * that make up a wider one, none twice and none left out.
 */
export interface Classification {
  readonly atoms: ReadonlyMap<string, ReadonlySet<string>>
  /** The atoms of the total, whether anybody gives it or not; empty where the list has none. */
  readonly everything: ReadonlySet<string>
  readonly partition: (wide: string, atHand: readonly string[]) => readonly string[] | undefined
  /** The code for all that some codes cover together, where the classification builds codes; undefined where it lists them. */
  readonly built: (codes: readonly string[]) => string | undefined
}

/**
 * Ages, exactly: an atom is the stretch between two neighbouring ages at which any band begins or ends. Codes that are no ages
 * (`_Z`) have no atoms.
 * @example ages(['Y15T24', 'Y20T24']).atoms.get('Y20T24') // Set { 'from 20' }
 */
export function ages(codes: readonly string[]): Classification {
  const bands = codes.flatMap((code) => {
    const band = ageBand(code)
    return band === undefined ? [] : [{ code, ...band }]
  })
  const ends = bands.flatMap(({ from, until }) => [from, until])
  const cuts = [...new Set([0, ...ends])].sort((a, b) => a - b)
  const inside = (from: number, until: number) =>
    cuts.filter((cut) => from <= cut && cut < until).map((cut) => `from ${cut}`)
  return {
    atoms: new Map(bands.map(({ code, from, until }) => [code, new Set(inside(from, until))])),
    everything: new Set(inside(0, Infinity)),
    partition: agePartition,
    built: (some) => bandAround(some.flatMap((code) => ageBand(code) ?? [])),
  }
}

function bandAround(
  bands: readonly { readonly from: number; readonly until: number }[],
): string | undefined {
  if (bands.length === 0) return undefined
  const from = Math.min(...bands.map((band) => band.from))
  return ageCode({ from, until: Math.max(...bands.map(({ until }) => until)) })
}

/**
 * The codes of a list with a hierarchy (ISIC Rev. 4, areas, one vintage of ISCO), exactly: an atom is a code with no code below
 * it. Not for two vintages or versions of a classification: see `allocate`.
 * @example listed('CL_ACTIVITY_ISIC4', ['A', '_T']).atoms.get('A') // the classes of section A
 */
export function listed(id: CodeListId, codes: readonly string[]): Classification {
  const list = codeList(id)
  const parts = codes.filter((code) => !isRest(code))
  const atoms = new Map(parts.map((code) => [code, new Set(leavesUnder(id, code))]))
  const partition = (wide: string, atHand: readonly string[]) => {
    const inside = list.children(wide, new Set(atHand)).filter((code) => atoms.has(code))
    return madeUp(atoms, wide, inside) ? inside : undefined
  }
  const everything = list.codes.includes('_T') ? leavesUnder(id, '_T') : []
  return { atoms, everything: new Set(everything), partition, built: () => undefined }
}

/** Not known, no response, other, not applicable: no part of a breakdown, see `blockAmount`. */
export function isRest(code: string): boolean {
  return code !== '_T' && code.startsWith('_')
}

function leavesUnder(id: CodeListId, code: string): readonly string[] {
  const below = codeList(id)
    .children(code)
    .filter((child) => !isRest(child))
  return below.length === 0 ? [code] : below.flatMap((child) => leavesUnder(id, child))
}

function madeUp(atoms: Classification['atoms'], wide: string, parts: readonly string[]): boolean {
  const pieces = parts.flatMap((part) => [...(atoms.get(part) ?? [])])
  const whole = atoms.get(wide)
  return (
    parts.length > 0 &&
    new Set(pieces).size === pieces.length &&
    pieces.length === whole?.size &&
    pieces.every((piece) => whole.has(piece))
  )
}
