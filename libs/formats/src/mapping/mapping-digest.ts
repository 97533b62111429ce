// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'
import type { Mapping } from '@corridor/contracts'
import { canonicalJson } from '@corridor/kernel'

/** The digest by which a dataset says which mapping made it. */
export function mappingDigest(mapping: Mapping): string {
  // A mapping is JSON: it came from JSON or can be written as it.
  const text = canonicalJson(mapping)
  return `sha-256:${createHash('sha256').update(text).digest('base64url')}`
}
