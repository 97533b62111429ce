// SPDX-License-Identifier: Apache-2.0

/** What JSON can hold. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/**
 * RFC 8785 (JSON Canonicalization Scheme) text of a value.
 * ECMAScript's own number and string forms are the scheme's; only member order is ours to fix.
 * Throws a TypeError on what JSON cannot hold (NaN, infinities, lone surrogates, functions, undefined).
 * @example canonicalJson({ b: 1, a: [true] }) // '{"a":[true],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) return canonicalObject(value)
  if (typeof value === 'number' && !Number.isFinite(value)) throw notJson(value)
  if (typeof value === 'string' && hasLoneSurrogate(value)) throw notJson('a lone surrogate')
  // Functions, symbols and undefined have no JSON text, whatever the library's types say.
  const text: unknown = JSON.stringify(value)
  if (typeof text !== 'string') throw notJson(value)
  return text
}

function canonicalObject(value: object): string {
  // RFC 8785 section 3.2.3: order by UTF-16 code units, which is what plain comparison does.
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${canonicalJson(key)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}

function hasLoneSurrogate(text: string): boolean {
  return /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text)
}

function notJson(value: unknown): TypeError {
  return new TypeError(`could not write canonical JSON: ${String(value)} is not JSON`)
}
