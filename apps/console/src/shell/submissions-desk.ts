// SPDX-License-Identifier: Apache-2.0
import { validate } from '@corridor/contracts'
import { parseJson } from '@corridor/message'
import { Refused } from '@corridor/platform'
import { Inject, Injectable } from '@nestjs/common'
import type { Response } from 'express'
import { edgeToken, type Edge } from './edge'
import { handOver, statedWithin } from './hand-over'
import { InWork } from './request-bounds'
import type { SignedMessage } from './sender-of-message'
import type { SubmissionShown } from './submission-statements'

/** Where messages over HTTP are handed over, whole or in pieces, and answered. */
@Injectable()
export class SubmissionsDesk {
  readonly inWork = new InWork({ mostOfOne: 32, mostTogether: 256 })

  constructor(@Inject(edgeToken) private readonly edge: Edge) {}

  /** Hands a message over, unless it was answered before; gives what is stated within so many seconds. */
  async send(message: SignedMessage, seconds: number): Promise<SubmissionShown | null> {
    return this.inWork.within(message.participant, async () => {
      const before = await statedWithin(this.edge, message, 0)
      if (before !== null) return before
      const handed = await handOver(this.edge, message)
      if (!handed.ok) throw new Refused(handed.refusal, { headers: { 'Retry-After': '2' } })
      return seconds === 0 ? null : statedWithin(this.edge, message, seconds)
    })
  }

  /**
   * Answers with what is stated: 200 and the newest statement; 422 and the signed refusal with its report; 202 where the hub has the
   * message and has stated nothing yet.
   */
  tell(message: SignedMessage, stated: SubmissionShown | null, response: Response): object {
    const { id, digest } = message
    if (stated?.state === 'refused') throw refusedBy(stated)
    response.status(stated === null ? 202 : 200)
    if (id !== null) response.set('Location', `/api/submissions/${encodeURIComponent(id)}`)
    return stated ?? { id, state: 'pending', digest, position: null, statements: [] }
  }
}

function refusedBy({ id, state, payload = '', signature, statements }: SubmissionShown): Refused {
  const event = parseJson(Buffer.from(payload))
  const said: unknown =
    event.ok && typeof event.value === 'object' && event.value !== null
      ? Reflect.get(event.value, 'data')
      : undefined
  const receipt = validate('receipt', '1.0.0', said)
  const { problem, report } = receipt.ok ? receipt.value : {}
  const refusal = problem ?? { code: 'UNEXPECTED', detail: 'the refusal cannot be read' }
  const members = { id, state, report, signature, payload, statements }
  return new Refused(refusal, { status: 422, members })
}
