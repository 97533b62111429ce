// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { readSettings } from '@corridor/platform/settings'
import type { Call } from './command'
import { clean } from './output/clean'

/** The hub's address that a call names; without one, the hub on this machine. */
export function hubAddress(call: Call): Outcome<string> {
  const named = call.option('hub')
  if (named === undefined) {
    const settings = readSettings(call.world.env)
    return settings.ok ? accept(`http://127.0.0.1:${settings.value.httpPort}`) : settings
  }
  const address = named.includes('://') ? named : `https://${named}`
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url !== undefined && /^https?:$/.test(url.protocol)) return accept(url.origin)
  return refuse(
    'COMMAND_WRONG',
    `"${clean(named, 80)}" is no address: write it as https://hub.example.org`,
  )
}
