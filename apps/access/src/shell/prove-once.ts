// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { parseJson, type Act } from '@corridor/message'
import type { Tx } from '@corridor/platform'
import { serveOnce, type Judge } from './proof'
import { proveAct, type ActProved, type ActStatement } from './prove-act'

/**
 * Verifies a signed act that says in `at` when it was signed, and lets it take effect once: whoever can read it, the other side of
 * an agreement say, must not be able to repeat it.
 */
export async function proveOnce(
  tx: Tx,
  statement: ActStatement,
  judge: Judge & { readonly act: Act },
): Promise<Outcome<ActProved>> {
  const proved = await proveAct(tx, statement, judge)
  if (!proved.ok) return proved
  const date = signedAt(statement.bytes)
  if (!date.ok) return date
  const nonce = `act ${proved.value.once}`
  const served = await serveOnce(tx, { date: date.value, nonce }, judge.at)
  return served.ok ? proved : served
}

function signedAt(bytes: Uint8Array): Outcome<string> {
  const body = parseJson(bytes)
  const at: unknown =
    body.ok && typeof body.value === 'object' && body.value !== null
      ? Reflect.get(body.value, 'at')
      : undefined
  return typeof at === 'string' ? accept(at) : refuse('CONTENT_WRONG', 'the act has no instant')
}
