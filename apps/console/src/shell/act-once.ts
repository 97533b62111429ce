// SPDX-License-Identifier: Apache-2.0
import { refuse, type Outcome } from '@corridor/kernel'
import { decideAct, requestHeaders, requestWindowSeconds, type Act } from '@corridor/message'
import { command, Refused } from '@corridor/platform'
import type { Edge } from './edge'
import type { SignedHttp } from './signed-request.guard'

/**
 * Lets a verified request do something whose owner proves no request itself: the roles of its key allow the act, and it is done once.
 * Whoever reads a request on its way could do the same again otherwise, for as long as its date is good.
 */
export async function actOnce(edge: Edge, request: SignedHttp, act: Act): Promise<void> {
  const allowed = request.actor === undefined ? unsigned : decideAct(request.actor, act)
  if (!allowed.ok) throw new Refused(allowed.refusal)
  const nonce = request.get(requestHeaders.nonce) ?? ''
  const expires = new Date(edge.clock().getTime() + 2 * requestWindowSeconds * 1_000)
  const first: Outcome<boolean> = await command(edge.bus, 'access.command.redeem-link.v1', {
    ...{ nonce, expires: expires.toISOString() },
  })
  if (!first.ok) throw new Refused(first.refusal)
  if (!first.value)
    throw new Refused(refuse('REQUEST_REPLAYED', 'this request was served already').refusal)
}

const unsigned = refuse('NOT_ALLOWED', 'nobody has signed the request')
