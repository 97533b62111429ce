// SPDX-License-Identifier: Apache-2.0

/** Numbers from 0 up to and without 1, the same for the same seed: what a run found can be found again. */
export type Random = () => number

/** A small generator (mulberry32): good enough to choose mutations, and repeatable. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Bytes with one to four changes: flipped, cut, doubled, moved, or with something strange put in. Never the same bytes. */
export function mutatedBytes(random: Random, bytes: Uint8Array): Uint8Array {
  let changed = Buffer.from(bytes)
  const times = 1 + below(random, 4)
  for (let i = 0; i < times; i++) changed = mutateOnce(random, changed)
  return Buffer.from(bytes).equals(changed) ? Buffer.concat([changed, Buffer.from(' ')]) : changed
}

const strangeBytes: readonly Buffer[] = [
  Buffer.from([0]),
  Buffer.from([0xff, 0xfe]),
  Buffer.from([0xc0, 0x80]),
  Buffer.from('\u202e'),
  Buffer.from('"'),
  Buffer.from('\\u0000'),
  Buffer.from('\\ud800'),
  Buffer.from('[[[[[[[['),
  Buffer.from('{"__proto__":{"rows":1}}'),
  Buffer.from('1e999'),
  Buffer.from('\r\n'),
  Buffer.from(',;\t|'),
  Buffer.from('=cmd()'),
]

function mutateOnce(random: Random, bytes: Buffer): Buffer<ArrayBuffer> {
  const at = below(random, Math.max(1, bytes.length))
  const until = Math.min(bytes.length, at + 1 + below(random, 64))
  switch (below(random, 6)) {
    case 0: {
      const flipped = Buffer.from(bytes)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << below(random, 8))
      return flipped
    }
    case 1:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(until)])
    case 2:
      return Buffer.concat([bytes.subarray(0, until), bytes.subarray(at)])
    case 3:
      return Buffer.from(bytes.subarray(0, at))
    case 4: {
      const strange = strangeBytes[below(random, strangeBytes.length)] ?? Buffer.alloc(0)
      return Buffer.concat([bytes.subarray(0, at), strange, bytes.subarray(at)])
    }
    default: {
      const replaced = Buffer.from(bytes)
      replaced[at] = below(random, 256)
      return replaced
    }
  }
}

/** A JSON value with one member or entry removed, added, or replaced by something strange. */
export function mutatedJson(random: Random, value: unknown): unknown {
  const changed: unknown = structuredClone(value)
  const places = placesIn(changed)
  const place = places[below(random, Math.max(1, places.length))]
  if (place === undefined) return strangeValue(random)
  const { parent, key } = place
  switch (below(random, 4)) {
    case 0:
      if (Array.isArray(parent)) parent.splice(Number(key), 1)
      else Reflect.deleteProperty(parent, key)
      break
    case 1:
      if (Array.isArray(parent)) parent.push(strangeValue(random))
      else Reflect.set(parent, 'added', strangeValue(random))
      break
    default:
      Reflect.set(parent, key, strangeValue(random))
  }
  return changed
}

function placesIn(parent: unknown): readonly { readonly parent: object; readonly key: string }[] {
  if (typeof parent !== 'object' || parent === null) return []
  return Object.entries(parent).flatMap(([key, member]) => [{ parent, key }, ...placesIn(member)])
}

const strangeValues: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  0.5,
  1e300,
  2 ** 53,
  '',
  '_T',
  'BE',
  'EL',
  'QQ',
  '2016',
  '2016-Q5',
  '9999-99',
  'value',
  'retracted',
  'suppressed',
  'x'.repeat(5_000),
  '\u202e',
  '\0',
  [],
  {},
  [null],
  [[[[]]]],
  { constructor: 1 },
  new Array<number>(6_000).fill(1),
]

function strangeValue(random: Random): unknown {
  return structuredClone(strangeValues[below(random, strangeValues.length)])
}

function below(random: Random, limit: number): number {
  return Math.floor(random() * limit)
}
