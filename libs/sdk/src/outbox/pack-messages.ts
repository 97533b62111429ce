// SPDX-License-Identifier: Apache-2.0
import { newestVersion, type ContractRef } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import type { Submission } from './submission'

/** What one message may hold: the hub's stream takes 1 MiB a message with its headers, a bundle 64 datasets. */
export const messageLimits = { bytes: 1_000_000, datasets: 64 } as const

/** A dataset to be sent, judged by its contract. */
export interface SoundPart {
  readonly contract: ContractRef
  readonly data: object
}

/** How datasets are sent. */
export interface PackOptions {
  readonly test?: boolean
  /** Each dataset by itself, even where all fit into one message. */
  readonly separate?: boolean
}

/**
 * Puts datasets into messages: several in one, which the hub accepts or refuses as a whole, where they fit; else one message
 * for each dataset, and the hub judges each by itself.
 */
export function packMessages(
  parts: readonly SoundPart[],
  { test = false, separate = false }: PackOptions = {},
): Outcome<readonly Submission[], 'MESSAGE_TOO_LARGE'> {
  const sizes = parts.map(({ data }) => Buffer.byteLength(JSON.stringify(data)))
  const mode = test ? { test: true as const } : {}
  for (const [index, size] of sizes.entries()) {
    if (size + envelopeBytes <= messageLimits.bytes) continue
    return refuse(
      'MESSAGE_TOO_LARGE',
      `dataset ${String(index + 1)} of ${String(parts.length)} has ${String(size)} bytes; a message has ${String(messageLimits.bytes)} at most`,
    )
  }
  const whole = sizes.reduce((sum, size) => sum + size + partBytes, envelopeBytes)
  const fits = parts.length <= messageLimits.datasets && whole <= messageLimits.bytes
  if (parts.length < 2 || separate || !fits)
    return accept(parts.map((part) => ({ contract: part.contract, data: part.data, ...mode })))
  const contract = { name: 'bundle', version: newestVersion('bundle') }
  const data = {
    parts: parts.map((part) => ({
      contract: part.contract.name,
      version: part.contract.version,
      data: part.data,
    })),
  }
  return accept([{ contract, data, ...mode }])
}

/** Bytes that the envelope and one part of a bundle have around the data, rounded up. */
const envelopeBytes = 1_000
const partBytes = 150
