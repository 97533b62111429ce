// SPDX-License-Identifier: Apache-2.0
import { refuse, type Outcome } from '@corridor/kernel'
import { command, Refused, rowsOfQuery } from '@corridor/platform'
import { Body, Controller, Head, Inject, Patch, Post, Req, Res, UseGuards } from '@nestjs/common'
import type { Request, Response } from 'express'
import { NewUploadBody } from './bodies'
import { edgeToken, type Edge } from './edge'
import { longestWaitSeconds } from './hand-over'
import { JsonBody } from './json-body.pipe'
import { wholeOf, wrongQuery } from './query-words'
import { senderOfMessage } from './sender-of-message'
import { bodyOf, SignedRequestGuard, type SignedHttp } from './signed-request.guard'
import { SubmissionsDesk } from './submissions-desk'
import { Told } from './told'

/** How long the last piece waits for the statement, where nobody says otherwise. */
const usualWaitSeconds = 20

interface Standing {
  readonly id: string
  readonly length: number
  readonly received: number
  readonly expiresAt: string
}

interface PieceAnswer extends Standing {
  readonly whole?: { readonly bytes: string; readonly signature: string }
}

/** Messages in pieces, for lines that break: what the hub has is never sent twice. */
@Controller('api/uploads')
@UseGuards(SignedRequestGuard)
export class UploadsController {
  constructor(
    @Inject(edgeToken) private readonly edge: Edge,
    private readonly desk: SubmissionsDesk,
  ) {}

  @Told({
    summary: 'Begin a message in pieces',
    body: {
      members: {
        length: 'Bytes of the sealed event',
        digest: 'sha-256: and base64url',
        signature: 'Of the event, typ corridor-event',
        contentType: 'application/cloudevents+json',
      },
      optional: ['contentType'],
    },
    answers: { 201: 'Where the pieces go: Location, Upload-Offset, Upload-Expires' },
  })
  @Post()
  async open(
    @Body(new JsonBody(NewUploadBody)) body: NewUploadBody,
    @Req() request: SignedHttp,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    const { participant = '', kid = '' } = request.actor ?? {}
    const { length, digest, signature } = body
    const contentType = body.contentType ?? 'application/cloudevents+json'
    const asked = { participant, kid, length, digest, signature, contentType }
    const standing = await this.ask<Standing>('open-upload', asked)
    response.status(201).set('Location', `/api/uploads/${standing.id}`)
    tellStanding(standing, response)
    return standing
  }

  @Told({
    summary: 'How many bytes the hub has',
    answers: { 200: { empty: 'Upload-Offset, Upload-Length, Upload-Expires' } },
  })
  @Head(':id')
  async show(@Req() request: SignedHttp, @Res() response: Response): Promise<void> {
    const [standing] = await rowsOfQuery<Standing>(
      this.edge.store,
      `select id, length, received, to_json(expires_at) #>> '{}' as "expiresAt" from intake.upload_v1
       where participant = $1 and id = $2 and expires_at > $3`,
      [request.actor?.participant, request.params['id'], this.edge.clock()],
    )
    if (standing === undefined)
      throw new Refused(refuse('NOT_FOUND', 'there is no such upload of yours').refusal)
    tellStanding(standing, response)
    response.status(200).end()
  }

  /** Adds a piece. The last one is answered as the message would be at POST /api/submissions. */
  @Told({
    summary: 'Add a piece; the last one is answered as the whole message',
    query: { wait: 'Seconds that the last piece waits for the statement, at most 30' },
    headers: { 'Upload-Offset': 'The bytes that the hub has' },
    body: { media: 'application/offset+octet-stream', about: 'At most 512 KiB' },
    answers: {
      200: 'The newest signed statement',
      202: 'Whole, and nothing is stated yet',
      204: { empty: 'Upload-Offset: the hub has so much' },
      409: {
        media: ['application/problem+json'],
        about: 'It does not follow what the hub has: Upload-Offset says what it has',
      },
    },
  })
  @Patch(':id')
  async add(
    @Req() request: SignedHttp,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object | undefined> {
    const { participant = '' } = request.actor ?? {}
    const seconds = wholeOf('wait', request.query['wait'], {
      otherwise: usualWaitSeconds,
      most: longestWaitSeconds,
    })
    const id = String(request.params['id'])
    const piece = { participant, id, offset: offsetOf(request) }
    const bytes = bodyOf(request).toString('base64')
    const answer = await this.ask<PieceAnswer>('add-piece', { ...piece, bytes }, () =>
      this.offsetNow(participant, id),
    )
    tellStanding(answer, response)
    if (answer.whole === undefined) {
      response.status(204)
      return undefined
    }
    return this.finish(participant, answer, { seconds, response })
  }

  private async finish(
    participant: string,
    { id, whole }: PieceAnswer,
    { seconds, response }: { readonly seconds: number; readonly response: Response },
  ): Promise<object> {
    const sealed = {
      bytes: Buffer.from(whole?.bytes ?? '', 'base64'),
      signature: whole?.signature ?? '',
    }
    const sender = await senderOfMessage(this.edge, sealed)
    if (!sender.ok) throw new Refused(sender.refusal)
    const stated = await this.desk.send(sender.value, seconds)
    // Until there is a statement the whole stays where it is, and can be asked about again.
    if (stated !== null) await this.ask('close-upload', { participant, id })
    return this.desk.tell(sender.value, stated, response)
  }

  private async offsetNow(participant: string, id: string): Promise<Record<string, string>> {
    const [row] = await rowsOfQuery<{ received: number }>(
      this.edge.store,
      'select received from intake.upload_v1 where participant = $1 and id = $2',
      [participant, id],
    )
    return row === undefined ? {} : { 'Upload-Offset': String(row.received) }
  }

  private async ask<Answer>(
    verb: string,
    body: object,
    headersOfRefusal: () => Promise<Record<string, string>> = () => Promise.resolve({}),
  ): Promise<Answer> {
    const outcome: Outcome<Answer> = await command(this.edge.bus, `intake.command.${verb}.v1`, body)
    if (outcome.ok) return outcome.value
    throw new Refused(outcome.refusal, { headers: await headersOfRefusal() })
  }
}

function tellStanding({ length, received, expiresAt }: Standing, response: Response): void {
  response.set({
    'Upload-Offset': String(received),
    'Upload-Length': String(length),
    'Upload-Expires': new Date(expiresAt).toUTCString(),
  })
}

function offsetOf(request: Request): number {
  const offset = request.get('upload-offset') ?? ''
  return /^\d{1,9}$/.test(offset)
    ? Number(offset)
    : wrongQuery('Upload-Offset is the number of bytes that the hub has')
}
