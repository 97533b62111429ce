// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import type { Sealed } from './seal'

/** Where a message of the broker holds several statements: the bytes of each, in decimals, between commas. */
export const lengthsHeader = 'Corridor-Lengths'

/** Several statements as they travel together: one behind the other, and a signature for each in the same order. */
export interface SealedRun {
  readonly bytes: Uint8Array
  readonly signatures: readonly string[]
  /** What `lengthsHeader` says; empty where there is one statement. */
  readonly lengths: string
}

/**
 * The statements of a message of the broker, each to be opened like any other. Neither header is signed: whoever cuts the bytes
 * elsewhere gets statements that no signature fits.
 * @example
 * partsOfRun({ bytes: Buffer.from('onethree'), signatures: ['a..b', 'a..c'], lengths: '3,5' })
 */
export function partsOfRun(run: SealedRun): Outcome<readonly Sealed[], 'SIGNATURE_MALFORMED'> {
  const { bytes, signatures, lengths } = run
  if (lengths === '') return accept([{ bytes, signature: signatures[0] ?? '' }])
  const each = /^[1-9]\d{0,9}(,[1-9]\d{0,9})*$/.test(lengths) ? lengths.split(',').map(Number) : []
  const sum = each.reduce((total, length) => total + length, 0)
  if (sum !== bytes.length || each.length !== signatures.length)
    return refuse('SIGNATURE_MALFORMED', 'the lengths are not those of the statements')
  let start = 0
  return accept(
    each.map((length, i) => {
      const part = bytes.subarray(start, (start += length))
      return { bytes: part, signature: signatures[i] ?? '' }
    }),
  )
}
