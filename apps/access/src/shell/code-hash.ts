// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'

/** What the register keeps of a one-time code. Codes are random (96 bits), so a plain hash keeps them as well as a slow one would. */
export function codeHash(code: string): string {
  return createHash('sha256').update(code.trim().toUpperCase()).digest('base64url')
}
