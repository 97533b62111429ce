// SPDX-License-Identifier: Apache-2.0
import type { Refusal } from '@corridor/kernel'
import { parseJson } from '@corridor/message'

/** As the contract of the envelope lets ids be. */
const anId = /^[A-Za-z0-9._:-]{1,128}$/

/**
 * The sender's id of a message that was refused, so that the sender can ask by it. Null where the signature is what was refused:
 * then nobody knows whose id it is.
 */
export function refusedId({ code }: Refusal, bytes: Uint8Array): string | null {
  if (/^(SIGNATURE|KEY)_/.test(code)) return null
  const envelope = parseJson(bytes)
  if (!envelope.ok || typeof envelope.value !== 'object' || envelope.value === null) return null
  const id: unknown = Reflect.get(envelope.value, 'id')
  return typeof id === 'string' && anId.test(id) ? id : null
}
