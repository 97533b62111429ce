// SPDX-License-Identifier: Apache-2.0
import type { IncomingMessage } from 'node:http'
import { refuse } from '@corridor/kernel'
import { claimOf, signatureHeader } from '@corridor/message'
import { Refused } from '@corridor/platform'
import type { NextFunction, Request, Response } from 'express'
import { findActor } from './actor'
import type { Edge } from './edge'

/** Large bodies that are read at a time. */
const mostTogether = 4

/** True for a request whose body may be a large file. */
export function carriesFile({ url = '' }: IncomingMessage): boolean {
  return /^\/api\/validations(\?|\/|$)/.test(url)
}

/**
 * Before a large body is read: somebody has to be known who could have signed it, and few are read at a time. The signature covers
 * the body, so it is verified only afterwards; a stranger must not fill the memory until then.
 */
export function fileGate(
  edge: Edge,
): (request: Request, response: Response, next: NextFunction) => void {
  /** Written here, when a body begins and when its answer has ended. */
  let together = 0
  return (request, response, next) => {
    if (!carriesFile(request)) {
      next()
      return
    }
    const kid = claimOf(request.get(signatureHeader) ?? '')?.kid
    const known = kid === undefined ? Promise.resolve(null) : findActor(edge.store, kid)
    known
      .then((found) => {
        if (found === null) throw refusedAs('KEY_UNKNOWN', 'no registered key has signed this')
        if (together >= mostTogether) throw refusedAs('HUB_BUSY', 'as many files are read already')
        together += 1
        response.once('close', () => {
          together -= 1
        })
        next()
      })
      .catch(next)
  }
}

function refusedAs(code: 'KEY_UNKNOWN' | 'HUB_BUSY', detail: string): Refused {
  return new Refused(refuse(code, detail).refusal, { headers: { Connection: 'close' } })
}
