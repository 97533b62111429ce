// SPDX-License-Identifier: Apache-2.0
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { accept, type Outcome } from '@corridor/kernel'
import { digestOf } from '@corridor/message'
import { problemIn, signedFetch } from '../hub-client'
import type { Profile } from '../profile'
import { writeWhole } from '../write-whole'
import type { Outgoing } from './outbox-folder'

/** Bytes of one piece of an upload. */
const pieceBytes = 64 * 1_024

/**
 * Sends a large message in pieces. Where the line broke, or this program was killed, it goes on with the first byte that the hub
 * does not have. Gives the response to the last piece, which is the answer to the message.
 */
export async function upload(
  profile: Profile,
  { id, sealed }: Outgoing,
  onBytes: (done: number, of: number) => void = () => undefined,
): Promise<Outcome<Response>> {
  const place = await placeOfUpload(profile, id, sealed)
  if (!place.ok) return place
  const { target } = place.value
  let { offset } = place.value
  for (;;) {
    onBytes(offset, sealed.bytes.length)
    const body = sealed.bytes.subarray(offset, offset + pieceBytes)
    const response = await signedFetch(profile, {
      method: 'PATCH',
      target,
      body,
      headers: {
        'content-type': 'application/offset+octet-stream',
        'Upload-Offset': String(offset),
      },
    })
    if (!response.ok) return response
    // Whatever the hub minds, an upload that it does not go on with is begun anew next time.
    if (!response.value.ok) {
      rmSync(placeFile(profile, id), { force: true })
      return response
    }
    offset += body.length
    if (offset < sealed.bytes.length) continue
    onBytes(offset, sealed.bytes.length)
    rmSync(placeFile(profile, id), { force: true })
    return response
  }
}

interface UploadPlace {
  readonly target: string
  readonly offset: number
}

/** Where an upload stands that was begun before, or where a new one is to go. */
async function placeOfUpload(
  profile: Profile,
  id: string,
  sealed: Outgoing['sealed'],
): Promise<Outcome<UploadPlace>> {
  const before = readPlace(profile, id)
  if (before !== undefined) {
    const known = await signedFetch(profile, { method: 'HEAD', target: before })
    if (!known.ok) return known
    const offset = Number(known.value.headers.get('upload-offset') ?? NaN)
    if (known.value.ok && offset >= 0 && offset < sealed.bytes.length)
      return accept({ target: before, offset })
  }
  const { bytes, signature } = sealed
  const ask = { length: bytes.length, digest: digestOf(bytes), signature }
  const begun = await signedFetch(profile, {
    method: 'POST',
    target: '/api/uploads',
    body: Buffer.from(JSON.stringify(ask)),
  })
  if (!begun.ok) return begun
  if (!begun.value.ok) return problemIn(begun.value)
  const target = new URL(begun.value.headers.get('location') ?? '', profile.hub.http).pathname
  writeWhole(placeFile(profile, id), target, 0o600)
  return accept({ target, offset: 0 })
}

function readPlace(profile: Profile, id: string): string | undefined {
  try {
    const text = readFileSync(placeFile(profile, id), 'utf8')
    return /^\/api\/uploads\/[\w.~-]{1,200}$/.test(text) ? text : undefined
  } catch {
    return undefined
  }
}

function placeFile(profile: Profile, id: string): string {
  return join(profile.folder, 'outbox', `${id}.upload`)
}
