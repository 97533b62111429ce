// SPDX-License-Identifier: Apache-2.0
import type { Refusal } from '@corridor/kernel'
import { parseJson } from '@corridor/message'

/** As the contract of the envelope lets ids be. */
const anId = /^[A-Za-z0-9._:-]{1,128}$/

/**
 * The sender's id of a message that was refused, so that the sender can ask by it. Null where the signature is what was refused:
 * then nobody knows whose id it is.
 */
export function refusedId(refusal: Refusal, bytes: Uint8Array): string | null {
  const id = refusedMembers(refusal, bytes)?.id
  return typeof id === 'string' && anId.test(id) ? id : null
}

/** The id of a refused message that says it is a rehearsal; null for any other. */
export function refusedTestId(refusal: Refusal, bytes: Uint8Array): string | null {
  return refusedMembers(refusal, bytes)?.mode === 'test' ? refusedId(refusal, bytes) : null
}

function refusedMembers(
  { code }: Refusal,
  bytes: Uint8Array,
): { readonly id?: unknown; readonly mode?: unknown } | null {
  if (/^(SIGNATURE|KEY)_/.test(code)) return null
  const envelope = parseJson(bytes)
  return envelope.ok && typeof envelope.value === 'object' ? envelope.value : null
}
