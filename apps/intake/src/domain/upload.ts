// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'

/** What an upload may be. A sealed event is no larger over HTTP than over the bus. */
export const uploadBounds = {
  mostBytes: 1_048_576,
  mostPieceBytes: 524_288,
  openOfOne: 16,
  keptDays: 7,
} as const

/** An upload that somebody wants to begin. */
export interface UploadAsked {
  readonly participant: string
  readonly kid: string
  /** Of the sealed event that the pieces make. */
  readonly signature: string
  readonly length: number
  readonly digest: string
  readonly contentType: string
}

/** How far an upload is. */
export interface UploadStanding {
  readonly id: string
  readonly length: number
  readonly received: number
  readonly expiresAt: string
}

/** Whether a piece follows what is there. */
export function decidePiece(
  { length, received }: Pick<UploadStanding, 'length' | 'received'>,
  piece: { readonly offset: number; readonly bytes: number },
): Outcome<{ readonly received: number }, 'UPLOAD_OFFSET_WRONG' | 'MESSAGE_TOO_LARGE'> {
  if (piece.offset !== received)
    return refuse(
      'UPLOAD_OFFSET_WRONG',
      `the hub has ${String(received)} bytes, the piece begins at ${String(piece.offset)}`,
    )
  if (piece.bytes > uploadBounds.mostPieceBytes)
    return refuse(
      'MESSAGE_TOO_LARGE',
      `a piece has at most ${String(uploadBounds.mostPieceBytes)} bytes`,
    )
  if (received + piece.bytes > length)
    return refuse(
      'UPLOAD_OFFSET_WRONG',
      `the piece goes beyond the ${String(length)} bytes that were announced; the hub has ${String(received)}`,
    )
  return accept({ received: received + piece.bytes })
}
