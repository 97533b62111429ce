// SPDX-License-Identifier: Apache-2.0
// Messages in pieces over a line that breaks, to a hub that is started again in between.
import { connect } from 'node:net'
import { digestOf, type Sealed } from '@corridor/message'
import { openStatement, type Profile } from '@corridor/sdk'
import { must, newParticipant, operatorOf } from './cast'
import { raiseHub, type Hub } from './raise-hub'
import { messageBytes, outflow, sealedBy } from './raw-message'
import { ask, expectProblem, signedRaw, type RawAnswer } from './raw-request'

let hub: Hub
let be: Profile
let dk: Profile

beforeAll(async () => {
  hub = await raiseHub('in one process')
  const operator = await operatorOf(hub)
  be = await newParticipant(hub, operator, { participant: 'BE', kind: 'state' })
  dk = await newParticipant(hub, operator, { participant: 'DK', kind: 'state' })
})

afterAll(() => hub.close())

async function begin(sealed: Sealed, change: object = {}, who = be): Promise<RawAnswer> {
  const { bytes, signature } = sealed
  const body = { length: bytes.length, digest: digestOf(bytes), signature, ...change }
  return ask(hub.http, await signedRaw(who, '/api/uploads', { body }))
}

const placeOf = (answer: RawAnswer): string => String(answer.headers.get('location'))

async function head(target: string, who = be): Promise<RawAnswer> {
  return ask(hub.http, await signedRaw(who, target, { method: 'HEAD' }))
}

async function piece(target: string, offset: number, text: string): Promise<RawAnswer> {
  const request = await signedRaw(be, target, { method: 'PATCH', body: text })
  const headers = {
    ...request.headers,
    'content-type': 'application/offset+octet-stream',
    'upload-offset': String(offset),
  }
  return ask(hub.http, { ...request, headers })
}

/** Sends half of a piece and cuts the line. */
async function cutPiece(target: string, offset: number, text: string): Promise<void> {
  const { headers } = await signedRaw(be, target, { method: 'PATCH', body: text })
  const { hostname, port } = new URL(hub.http)
  const socket = connect(Number(port), hostname)
  const lines = Object.entries({
    ...headers,
    host: hostname,
    'upload-offset': offset,
    'content-length': text.length,
  }).map(([name, value]) => `${name}: ${String(value)}`)
  socket.write(
    `PATCH ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${text.slice(0, text.length / 2)}`,
  )
  await new Promise((resolve) => setTimeout(resolve, 100))
  await new Promise<void>((resolve) => {
    socket.once('close', () => resolve()).destroy()
  })
}

const sealedNow = (id: string, change = {}): Promise<Sealed> =>
  sealedBy(be, messageBytes('BE', { id, data: outflow('BE', change) }))

describe('a message in pieces', () => {
  it('goes on after a cut line and a restart of the hub, and is answered like a whole one', async () => {
    const sealed = await sealedNow('in-pieces')
    const text = Buffer.from(sealed.bytes).toString('utf8')
    const begun = await begin(sealed)
    expect(begun).toMatchObject({ status: 201 })
    expect(begun.headers.get('upload-offset')).toBe('0')
    const place = placeOf(begun)

    expect(await piece(place, 0, text.slice(0, 100))).toMatchObject({ status: 204 })
    await cutPiece(place, 100, text.slice(100, 500))
    expect((await head(place)).headers.get('upload-offset')).toBe('100')

    await hub.restart()
    const after = await head(place)
    expect([
      after.status,
      after.headers.get('upload-offset'),
      after.headers.get('upload-length'),
    ]).toEqual([200, '100', String(text.length)])
    // Whoever lost the address begins again, and is told the one that there is.
    const again = await begin(sealed)
    expect([placeOf(again), again.headers.get('upload-offset')]).toEqual([place, '100'])

    const wrong = await piece(place, 50, text.slice(50))
    expectProblem(wrong, 409, 'UPLOAD_OFFSET_WRONG')
    expect(wrong.headers.get('upload-offset')).toBe('100')

    const last = await piece(place, 100, text.slice(100))
    expect(last).toMatchObject({ status: 200, json: { id: 'in-pieces', state: 'accepted' } })
    const { payload, signature } = last.json as { payload: string; signature: string }
    const statement = await openStatement(
      'receipt',
      { bytes: Buffer.from(payload), signature },
      be.hub,
    )
    expect(must(statement, 'verify').event.data).toMatchObject({ digest: digestOf(sealed.bytes) })
    expect((await head(place)).status).toBe(404)
    expect(await hub.query('select 1 from intake.upload_piece')).toEqual([])
  })

  it('that is refused gets the signed refusal', async () => {
    const sealed = await sealedNow('bad-pieces', { destination: 'QQ' })
    const place = placeOf(await begin(sealed))
    expectProblem(
      await piece(place, 0, Buffer.from(sealed.bytes).toString('utf8')),
      422,
      'CODE_UNKNOWN',
    )
  })

  it('with other bytes than were announced is refused, and forgotten', async () => {
    const sealed = await sealedNow('other-bytes')
    const place = placeOf(await begin(sealed))
    const other = Buffer.from(sealed.bytes).toString('utf8').replace('447', '448')
    expectProblem(await piece(place, 0, other), 422, 'UPLOAD_DIGEST_WRONG')
    expect((await head(place)).status).toBe(404)
    expect(await hub.query(`select 1 from intake.submission where id = 'other-bytes'`)).toEqual([])
  })

  it('goes no further than was announced, in pieces of half a mebibyte at most', async () => {
    const sealed = await sealedNow('too-long')
    const place = placeOf(await begin(sealed))
    const text = Buffer.from(sealed.bytes).toString('utf8')
    expectProblem(await piece(place, 0, `${text} `), 409, 'UPLOAD_OFFSET_WRONG')
    expectProblem(await piece(place, 0, 'x'.repeat(524_289)), 413, 'MESSAGE_TOO_LARGE')
    expectProblem(await begin(sealed, { length: 1_048_577 }), 422, 'CONTENT_WRONG')
  })

  it('is nobody else’s', async () => {
    const place = placeOf(await begin(await sealedNow('mine')))
    expect((await head(place, dk)).status).toBe(404)
    expectProblem(
      await ask(hub.http, { target: '/api/uploads', method: 'POST', body: '{}' }),
      401,
      'SIGNATURE_MISSING',
    )
  })

  it('is one of sixteen at most, until it expires after seven days', async () => {
    await hub.query('delete from intake.upload')
    for (let n = 0; n < 16; n++)
      expect(await begin(await sealedNow(`open-${String(n)}`))).toMatchObject({ status: 201 })
    expectProblem(await begin(await sealedNow('open-16')), 429, 'UPLOAD_QUOTA')
    await hub.query(`update intake.upload set expires_at = now() - interval '1 second'`)
    expect(await begin(await sealedNow('open-16'))).toMatchObject({ status: 201 })
    expect(await hub.query('select 1 from intake.upload')).toHaveLength(1)
  })
})
