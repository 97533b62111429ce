// SPDX-License-Identifier: Apache-2.0
import { refuse } from '@corridor/kernel'
import { Refused } from '@corridor/platform'
import type { Request, Response } from 'express'
import type { Edge } from '../edge'
import { bodyOf } from '../signed-request.guard'

/**
 * The fields of a form that a page of this hub has sent. A page of another site can make a browser send one too, with the session's
 * cookie where the browser is old: so the browser itself has to say where it came from.
 */
export function formOf(edge: Edge, request: Request): URLSearchParams {
  const site = request.get('sec-fetch-site')
  const isOwn = request.get('origin') === new URL(edge.address()).origin
  if (!isOwn || (site !== undefined && site !== 'same-origin'))
    throw new Refused(
      refuse('NOT_ALLOWED', 'the form was not sent from a page of this hub').refusal,
    )
  return new URLSearchParams(bodyOf(request).toString('utf8'))
}

/** Lets a page run the hub's own script, and its forms say where they come from. Every page that asks no passkey runs none. */
export function allowOwnScript(response: Response): void {
  const policy = String(response.getHeader('Content-Security-Policy'))
  response.set('Content-Security-Policy', `${policy}; script-src 'self'`)
  allowForm(response)
}

/** Lets the forms of a page say where they come from: under no-referrer browsers write `Origin: null`. */
export function allowForm(response: Response): void {
  response.set('Referrer-Policy', 'same-origin')
}
