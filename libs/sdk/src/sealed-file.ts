// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { parseJson, type Sealed } from '@corridor/message'
import { writeDurably, writeWhole } from './write-whole'

/** Writes a sealed statement with its exact bytes: what is kept, shown, handed on and verified. */
export function writeSealedFile(file: string, sealed: Sealed): void {
  writeWhole(file, textOf(sealed))
}

/** The same for what must outlive a power cut. */
export function keepSealedFile(file: string, sealed: Sealed): void {
  writeDurably(file, textOf(sealed), 0o600)
}

function textOf({ bytes, signature }: Sealed): string {
  const payload = Buffer.from(bytes).toString('utf8')
  return JSON.stringify({ corridor: 'sealed', signature, payload })
}

/** Reads a sealed statement from a file; what it says is not yet verified. */
export function readSealedFile(file: string): Outcome<Sealed> {
  const text = readText(file)
  if (!text.ok) return text
  const body = parseJson(text.value)
  if (!body.ok || typeof body.value !== 'object' || body.value === null) return notSealed(file)
  const { signature, payload } = body.value as Record<string, unknown>
  if (typeof signature !== 'string' || typeof payload !== 'string') return notSealed(file)
  return accept({ signature, bytes: Buffer.from(payload, 'utf8') })
}

function readText(file: string): Outcome<Uint8Array> {
  try {
    return accept(readFileSync(file))
  } catch {
    return refuse('FILE_UNREADABLE', `${file} cannot be read`)
  }
}

function notSealed(file: string): Outcome<never> {
  return refuse('FILE_UNREADABLE', `${file} is not a sealed statement of this system`)
}
