// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { parseJson, statementTypes, strictBase64url, type Sealed } from '@corridor/message'
import type { Channel } from '@corridor/sdk'
import { clean } from '../output/clean'

/** What a sealed statement says of itself. Not a word of it is proven yet. */
export interface SealedClaim {
  readonly channel: Channel
  readonly hub: string
}

const channels: Readonly<Record<string, Channel>> = {
  'corridor-receipt': 'receipt',
  'corridor-delivery': 'delivery',
  'corridor-report': 'report',
  'corridor-feed': 'feed',
}

/** Reads which kind of statement this says it is, to know what to verify it as. */
export function sealedClaim(sealed: Sealed): Outcome<SealedClaim> {
  const bytes = strictBase64url(sealed.signature.split('.')[0] ?? '')
  const header = bytes === undefined ? undefined : parseJson(bytes)
  const value: unknown = header?.ok === true ? header.value : undefined
  const member = (name: string): unknown =>
    typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
  const [typ, hub] = [member('typ'), member('aud')]
  if (typeof typ !== 'string' || typeof hub !== 'string') {
    return refuse('RECEIPT_NOT_OF_THIS_HUB', 'the signature of the file cannot be read')
  }
  const channel = Object.hasOwn(channels, typ) ? channels[typ] : undefined
  if (channel !== undefined) return accept({ channel, hub })
  const code = isStatementType(typ) ? 'COMMAND_WRONG' : 'RECEIPT_NOT_OF_THIS_HUB'
  return refuse(
    code,
    `the file is a ${clean(typ, 40)}, which is not the hub's to make: give a receipt, delivery, report or feed`,
  )
}

function isStatementType(typ: string): boolean {
  const known: readonly string[] = statementTypes
  return known.includes(typ)
}
