// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto'
import { problem } from '@corridor/contracts'
import type { Refusal } from '@corridor/kernel'
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common'
import type { Response } from 'express'
import { reasonOf, type Log } from '../telemetry/log'
import { httpNumber } from './http-numbers'

/** What a problem says beside the refusal. */
export interface MoreOfProblem {
  /** Where the number is not the one of the code. */
  readonly status?: number
  /** Further members of the body (RFC 9457, 3.2). */
  readonly members?: object
  readonly headers?: Readonly<Record<string, string>>
}

/** Carries a refusal from a controller to the filter that writes it. */
export class Refused extends Error {
  constructor(
    readonly refusal: Refusal,
    readonly more: MoreOfProblem = {},
  ) {
    super(refusal.detail)
  }
}

/** Writes every refusal and fault as RFC 9457 problem+json: what happened, where, and what to do. */
@Catch()
export class ProblemFilter implements ExceptionFilter<unknown> {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>()
    const body = this.problemOf(error)
    if (error instanceof Refused) response.set(error.more.headers ?? {})
    response.status(body.status).type('application/problem+json').send(JSON.stringify(body))
  }

  private problemOf(error: unknown): ProblemBody {
    if (error instanceof Refused) {
      const { refusal, more } = error
      const body = problemBody(refusal, more.status ?? httpNumber(refusal.code))
      return { ...more.members, ...body }
    }
    if (error instanceof HttpException && error.getStatus() < 500) {
      const code = error.getStatus() === 404 ? 'NOT_FOUND' : 'CONTENT_WRONG'
      return problemBody({ code, detail: sentenceOf(error) }, error.getStatus())
    }
    if (isTooLarge(error)) {
      const refusal = { code: 'MESSAGE_TOO_LARGE', detail: 'the body is larger than an act can be' }
      return problemBody(refusal, httpNumber(refusal.code))
    }
    const reference = randomUUID()
    this.log.error('a request failed', { reference, reason: reasonOf(error) })
    return problemBody(
      { code: 'UNEXPECTED', detail: `the hub failed; nothing was changed; reference ${reference}` },
      500,
    )
  }
}

// Thrown by the body parser, before any of our code runs.
function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'type' in error && error.type === 'entity.too.large'
}

interface ProblemBody {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
  readonly number: string
  readonly remedy: string
}

function problemBody(refusal: Refusal, status: number): ProblemBody {
  const { number, title, remedy } = problem(refusal.code) ?? problem('UNEXPECTED')
  return {
    type: `urn:corridor:problem:${refusal.code}`,
    title,
    status,
    detail: refusal.detail,
    code: refusal.code,
    number,
    remedy,
  }
}

function sentenceOf(error: HttpException): string {
  const body = error.getResponse()
  const message = typeof body === 'object' && 'message' in body ? body.message : body
  return Array.isArray(message) ? message.join('; ') : String(message)
}
