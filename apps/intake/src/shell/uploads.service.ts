// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { digestOf } from '@corridor/message'
import { rowsOfQuery, serviceContext, type ServiceContext, type Tx } from '@corridor/platform'
import { Inject, Injectable } from '@nestjs/common'
import { decidePiece, uploadBounds, type UploadAsked, type UploadStanding } from '../domain/upload'

/** A piece of an upload. */
export interface Piece {
  readonly participant: string
  readonly id: string
  readonly offset: number
  readonly bytes: Uint8Array
}

/** How far an upload is; with the sealed event once it is whole. */
export interface PieceTold extends UploadStanding {
  readonly whole?: { readonly bytes: Uint8Array; readonly signature: string }
}

interface UploadRow {
  readonly id: string
  readonly length: number
  readonly received: number
  readonly digest: string
  readonly signature: string
  readonly expires_at: Date
}

const columns = 'id, length, received, digest, signature, expires_at'
const dayMs = 86_400_000

/** Messages that come in pieces: each piece is in PostgreSQL before the hub says that it has it. */
@Injectable()
export class UploadsService {
  constructor(@Inject(serviceContext) private readonly context: ServiceContext) {}

  /** Begins an upload; the one that is open where the same message was begun before. */
  async open(asked: UploadAsked): Promise<Outcome<UploadStanding>> {
    const at = this.context.clock()
    return this.context.store.transaction(async (tx) => {
      await sweep(tx, at)
      await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`upload ${asked.participant}`])
      const open = await rowsOfQuery<UploadRow>(
        tx,
        `select ${columns} from upload where participant = $1`,
        [asked.participant],
      )
      const same = open.find(
        ({ digest, signature }) => digest === asked.digest && signature === asked.signature,
      )
      if (same !== undefined) return accept(standing(same))
      if (open.length >= uploadBounds.openOfOne) {
        const most = String(uploadBounds.openOfOne)
        return refuse('UPLOAD_QUOTA', `${most} uploads of ${asked.participant} are open`)
      }
      return accept(standing(await insertUpload(tx, asked, at)))
    })
  }

  /** Adds a piece; a piece without bytes at the end asks for the whole once more. */
  async add({ participant, id, offset, bytes }: Piece): Promise<Outcome<PieceTold>> {
    return this.context.store.transaction(async (tx) => {
      const [upload] = await rowsOfQuery<UploadRow>(
        tx,
        `select ${columns} from upload where participant = $1 and id = $2 and expires_at > $3 for update`,
        [participant, id, this.context.clock()],
      )
      if (upload === undefined) return refuse('NOT_FOUND', 'there is no such upload of yours')
      const decided = decidePiece(upload, { offset, bytes: bytes.length })
      if (!decided.ok) return decided
      const { received } = decided.value
      if (bytes.length > 0) await insertPiece(tx, upload, { bytes, received })
      const told = { ...standing(upload), received }
      return received < upload.length ? accept(told) : wholeOf(tx, upload, told)
    })
  }

  /** Lets go of an upload whose message was handed over and answered. */
  async close(participant: string, id: string): Promise<Outcome<null>> {
    await this.context.store.query('delete from upload where participant = $1 and id = $2', [
      participant,
      id,
    ])
    return accept(null)
  }
}

function standing({ id, length, received, expires_at: expires }: UploadRow): UploadStanding {
  return { id, length, received, expiresAt: expires.toISOString() }
}

async function sweep(tx: Tx, at: Date): Promise<void> {
  await tx.query('delete from upload where expires_at <= $1', [at])
}

async function insertUpload(tx: Tx, asked: UploadAsked, at: Date): Promise<UploadRow> {
  const [row] = await rowsOfQuery<UploadRow>(
    tx,
    `insert into upload (id, participant, kid, signature, length, digest, content_type, received, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9) returning ${columns}`,
    [
      randomBytes(16).toString('base64url'),
      asked.participant,
      asked.kid,
      asked.signature,
      asked.length,
      asked.digest,
      asked.contentType,
      at,
      new Date(at.getTime() + uploadBounds.keptDays * dayMs),
    ],
  )
  if (row === undefined) throw new Error('could not begin an upload')
  return row
}

async function insertPiece(
  tx: Tx,
  upload: UploadRow,
  { bytes, received }: { readonly bytes: Uint8Array; readonly received: number },
): Promise<void> {
  await Promise.all([
    tx.query('insert into upload_piece (upload, start, bytes) values ($1, $2, $3)', [
      upload.id,
      upload.received,
      Buffer.from(bytes),
    ]),
    tx.query('update upload set received = $2 where id = $1', [upload.id, received]),
  ])
}

async function wholeOf(
  tx: Tx,
  upload: UploadRow,
  told: UploadStanding,
): Promise<Outcome<PieceTold>> {
  const pieces = await rowsOfQuery<{ bytes: Buffer }>(
    tx,
    'select bytes from upload_piece where upload = $1 order by start',
    [upload.id],
  )
  const bytes = Buffer.concat(pieces.map((piece) => piece.bytes))
  if (digestOf(bytes) === upload.digest)
    return accept({ ...told, whole: { bytes, signature: upload.signature } })
  // Nothing can make it right any more.
  await tx.query('delete from upload where id = $1', [upload.id])
  return refuse('UPLOAD_DIGEST_WRONG', 'the pieces together have another digest than was announced')
}
