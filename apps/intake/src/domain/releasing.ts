// SPDX-License-Identifier: Apache-2.0

/** The office that a message comes from, and which offices its state has named. */
export interface SenderOffice {
  /** Null where the register does not say whose key signed. */
  readonly office: string | null
  /** By contract: the office that releases the state's figures. */
  readonly releasing: Readonly<Record<string, string>>
}

/**
 * Whether what an office states stays inside its state: the state has named another office to release such figures. Fail closed: an
 * office that is not known is not the one that was named.
 * @example
 * staysInside('migration-flow', { office: 'LABOUR', releasing: { 'migration-flow': 'STATBEL' } }) // true
 */
export function staysInside(contract: string, { office, releasing }: SenderOffice): boolean {
  const named = releasing[contract]
  return named !== undefined && named !== office
}
