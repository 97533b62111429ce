// SPDX-License-Identifier: Apache-2.0

/** Where passkeys of a hub belong: its name (WebAuthn relying party id) and its address as browsers write it. */
export interface HubPlace {
  readonly rpId: string
  readonly origin: string
}

/** Where passkeys of a hub belong; undefined where browsers have none: without encryption, save on this machine, or by a number. */
export function hubPlace(address: string): HubPlace | undefined {
  const { hostname, protocol, origin } = new URL(address)
  const isNumber = hostname.startsWith('[') || /^[0-9.]+$/.test(hostname)
  const isSafe = protocol === 'https:' || hostname === 'localhost'
  return isNumber || !isSafe ? undefined : { rpId: hostname, origin }
}
