// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto'
import { Refused, httpNumber, reasonOf } from '@corridor/platform'
import type { Request, Response } from 'express'
import {
  renderNotFound,
  renderProblem,
  renderRefused,
  renderSignedOut,
  type SignedOutProps,
} from '../views'
import { findActor, isUsable, type Actor } from './actor'
import type { Edge } from './edge'
import { frameOf } from './frame'
import { findPerson, type Person } from './person'
import { readSession } from './session'

/** Who reads pages: an office by its key's link, or a person who has signed in. */
export interface Reader {
  readonly actor: Actor
  readonly person: Person | null
  /** When the person signed in, freshly asked; null otherwise. */
  readonly signedInAt: Date | null
}

/** A request for a page, and its answer. */
export interface Asked {
  readonly request: Request
  readonly response: Response
}

/** Who reads, by the session of the request and the register as it is now. */
export async function readerOf(edge: Edge, request: Request): Promise<Reader | null> {
  const { environment, sessionSecret, store } = edge
  const session = await readSession(request.headers.cookie, environment.hubId, sessionSecret)
  if (session === null) return null
  const { subject, signedInAt } = session
  if (subject.startsWith('person:')) {
    const person = await findPerson(store, subject.slice('person:'.length))
    if (person === null || person.actor.suspended) return null
    return { actor: person.actor, person, signedInAt }
  }
  const found = await findActor(store, subject)
  if (found === null || found.actor.suspended || !isUsable(found.key, edge.clock())) return null
  return { actor: found.actor, person: null, signedInAt: null }
}

/**
 * Answers with a page for whoever reads: 401 where nobody is signed in, 404 where `render` gives null, the words of a refusal, and the
 * reference of a fault. A render that has answered by itself gives undefined.
 */
export async function sendPage(
  edge: Edge,
  { request, response }: Asked,
  render: (reader: Reader) => Promise<string | null | undefined>,
): Promise<void> {
  const reader = await readerOf(edge, request)
  if (reader === null) {
    sendSignedOut(edge, response, 'not-signed-in')
    return
  }
  const frame = frameOf(edge, reader.actor)
  try {
    const html = await render(reader)
    if (html === null) response.status(404).type('html').send(renderNotFound({ frame }))
    else if (html !== undefined) response.type('html').send(html)
  } catch (error) {
    if (error instanceof Refused) {
      const { code, detail } = error.refusal
      const html = renderRefused({ frame, code, detail, back: request.path })
      response.status(httpNumber(code)).type('html').send(html)
      return
    }
    const reference = randomUUID()
    edge.log.error('a page failed', { reference, path: request.path, reason: reasonOf(error) })
    const html = renderProblem({ frame, code: 'UNEXPECTED', reference })
    response.status(500).type('html').send(html)
  }
}

/** The page for whoever is not signed in. */
export function sendSignedOut(edge: Edge, response: Response, why: SignedOutProps['why']): void {
  const html = renderSignedOut({ frame: frameOf(edge, null), why })
  response
    .status(why === 'signed-out' ? 200 : 401)
    .type('html')
    .send(html)
}
