// SPDX-License-Identifier: Apache-2.0

/** Cells that were met: what it does not know was never met; what it knows was, save for about one in a hundred. */
export interface CellFilter {
  /** Adds every key of four words. */
  readonly add: (keys: Uint32Array) => void
  /** False where the key at a row was never added. */
  readonly mayHave: (keys: Uint32Array, row: number) => boolean
  readonly bytes: () => number
}

const firstCells = 8_192
const bitsACell = 12
const probes = 6

/** One layer of bits; layers double, so that nothing is ever hashed again. */
interface Layer {
  readonly bits: Uint32Array
  readonly mask: number
  room: number
}

/**
 * A Bloom filter in layers. Keys are digests already, so their own words say where their bits are. Written by `add` alone.
 */
export function cellFilter(): CellFilter {
  const layers: Layer[] = []
  const top = (): Layer => {
    const last = layers.at(-1)
    if (last !== undefined && last.room > 0) return last
    const made = layerFor(firstCells << layers.length)
    layers.push(made)
    return made
  }
  return {
    add: (keys) => {
      for (let at = 0; at < keys.length; at += 4) {
        const layer = top()
        layer.room -= 1
        mark(layer, keys, at)
      }
    },
    mayHave: (keys, row) => layers.some((layer) => isMarked(layer, keys, row * 4)),
    bytes: () => layers.reduce((sum, { bits }) => sum + bits.byteLength, 0),
  }
}

function layerFor(cells: number): Layer {
  const bits = 2 ** Math.ceil(Math.log2(cells * bitsACell))
  return { bits: new Uint32Array(bits / 32), mask: bits - 1, room: cells }
}

// Double hashing (Kirsch and Mitzenmacher 2006): two words of a digest make as many places as are wanted.
function mark({ bits, mask }: Layer, keys: Uint32Array, at: number): void {
  const step = (keys[at + 1] ?? 0) | 1
  let place = keys[at] ?? 0
  for (let probe = 0; probe < probes; probe++) {
    const bit = place & mask
    bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31))
    place = (place + step) | 0
  }
}

function isMarked({ bits, mask }: Layer, keys: Uint32Array, at: number): boolean {
  const step = (keys[at + 1] ?? 0) | 1
  let place = keys[at] ?? 0
  for (let probe = 0; probe < probes; probe++) {
    const bit = place & mask
    if (((bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return false
    place = (place + step) | 0
  }
  return true
}
