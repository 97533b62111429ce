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
  ownPageOnly(edge, request)
  return new URLSearchParams(bodyOf(request).toString('utf8'))
}

/** The fields and files of such a form that was sent in parts (multipart/form-data). */
export async function fileFormOf(edge: Edge, request: Request): Promise<FormData> {
  ownPageOnly(edge, request)
  const headers = { 'content-type': request.get('content-type') ?? '' }
  try {
    return await new globalThis.Response(new Uint8Array(bodyOf(request)), { headers }).formData()
  } catch {
    throw new Refused(refuse('CONTENT_WRONG', 'the form has no parts that can be read').refusal)
  }
}

function ownPageOnly(edge: Edge, request: Request): void {
  const site = request.get('sec-fetch-site')
  const isOwn = request.get('origin') === new URL(edge.address()).origin
  if (!isOwn || (site !== undefined && site !== 'same-origin'))
    throw new Refused(
      refuse('NOT_ALLOWED', 'the form was not sent from a page of this hub').refusal,
    )
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
