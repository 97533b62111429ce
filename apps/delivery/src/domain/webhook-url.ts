// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'

const longest = 1_000
const loopbackHosts = ['127.0.0.1', '[::1]', 'localhost']

/**
 * Judges where a recipient wants deliveries posted: https, to any public host; plain http to this machine alone, for a hub and an
 * office on one computer, and there never to a port that the hub itself uses.
 */
export function judgeWebhookUrl(text: string, ownPorts: readonly string[]): Outcome<URL> {
  if (text.length > longest || !URL.canParse(text))
    return refuse(
      'WEBHOOK_REFUSED',
      `the address is no URL of at most ${String(longest)} characters`,
    )
  const url = new URL(text)
  if (url.username !== '' || url.password !== '' || url.hash !== '')
    return refuse('WEBHOOK_REFUSED', 'the address holds a user, a password or a fragment')
  const here = loopbackHosts.includes(url.hostname)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && here))
    return refuse('WEBHOOK_REFUSED', 'the address is not https')
  if (here && (url.port === '' || ownPorts.includes(url.port)))
    return refuse('WEBHOOK_REFUSED', 'the address is the hub itself')
  // A name is judged by what it leads to, each time; an address is judged now.
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  if (!here && isIP(literal) && isInner(literal))
    return refuse('WEBHOOK_REFUSED', 'the address is an inner one')
  return accept(url)
}

function isIP(host: string): boolean {
  return host.includes(':') || /^[\d.]+$/.test(host)
}

/** True for an address that only this machine or its network can reach: nobody makes the hub speak to those by a name. */
export function isInner(address: string): boolean {
  if (/^\d+\.\d+\.\d+\.\d+$/.test(address)) return isInner4(address.split('.').map(Number))
  const lower = address.toLowerCase()
  return (
    /^f[cd]/.test(lower) ||
    /^fe[89ab]/.test(lower) ||
    lower.startsWith('ff') ||
    // Addresses of the fourth version in other clothes: a translator may carry them inside.
    lower.startsWith('::') ||
    lower.startsWith('64:ff9b') ||
    lower.startsWith('2002:')
  )
}

function isInner4([a = 0, b = 0]: readonly number[]): boolean {
  if (a === 0 || a === 10 || a === 127 || a >= 224) return true
  if (a === 100) return b >= 64 && b <= 127
  if (a === 169) return b === 254
  if (a === 172) return b >= 16 && b <= 31
  return (a === 192 && (b === 168 || b === 0)) || (a === 198 && (b === 18 || b === 19))
}

/** Seconds until the next try, after so many failures in a row; doubles from 2 s, at most an hour. */
export function webhookBackOffSeconds(failures: number): number {
  return Math.min(3_600, 2 ** Math.min(failures, 12))
}

/** After so many failures in a row nobody tries any more: four days, about. */
export const mostWebhookFailures = 100
