// SPDX-License-Identifier: Apache-2.0
import { lookup } from 'node:dns'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import { signatureHeader } from '@corridor/message'
import { isInner } from '../domain/webhook-url'

const timeoutMs = 10_000

/** A sealed delivery, and where it goes. */
export interface Post {
  readonly url: string
  readonly number: number
  readonly signature: string
  readonly payload: string
}

/**
 * Posts a delivery exactly as it was sealed; null where it was answered with 2xx, else why not, without a word of the other side. No
 * redirect is followed, and what is answered is not read. A name that leads to an inner address is not followed either.
 */
export function postDelivery({ url, number, signature, payload }: Post): Promise<string | null> {
  const target = new URL(url)
  const plain = target.protocol === 'http:'
  return new Promise((resolve) => {
    const request = (plain ? httpRequest : httpsRequest)(
      target,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/cloudevents+json',
          [signatureHeader]: signature,
          'corridor-delivery': String(number),
        },
        timeout: timeoutMs,
        signal: AbortSignal.timeout(timeoutMs),
        // Plain http goes to this machine alone, as it was judged when it was registered.
        ...(plain ? {} : { lookup: publicLookup }),
      },
      (answer) => {
        const { statusCode = 0 } = answer
        answer.destroy()
        resolve(statusCode >= 200 && statusCode < 300 ? null : `answered ${String(statusCode)}`)
      },
    )
    request.once('error', (error: NodeJS.ErrnoException) => {
      resolve(`could not be reached (${error.code ?? error.name})`)
    })
    request.end(payload)
  })
}

// The address that is judged is the one that is connected to: a name cannot lead elsewhere in between. An address that stands in the
// URL itself is not looked up; it was judged when it was registered.
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) {
      callback(error, '', 0)
      return
    }
    const [first] = addresses
    if (first === undefined || addresses.some(({ address }) => isInner(address))) {
      callback(Object.assign(new Error('an inner address'), { code: 'INNER_ADDRESS' }), '', 0)
      return
    }
    if (options.all === true) callback(null, addresses)
    else callback(null, first.address, first.family)
  })
}
