// SPDX-License-Identifier: Apache-2.0
// The client's half of sending over HTTP, against a small server that follows the same description as the hub. The hub's own half
// has tests of its own, and the journeys join both.
import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { eventBytes, hubSource, seal, signatureHeader, type Sealed } from '@corridor/message'
import { enrolled, flow, newHome, newHub, type Hub } from '../given'
import type { Profile } from '../profile'
import { putInOutbox, waiting, type Outgoing } from './outbox-folder'
import { publishOverHttp } from './submit-over-http'
import { submissionOf } from './submission'

let home: string
let hub: Hub
let profile: Profile
let office: TestHub
beforeEach(async () => {
  home = newHome()
  hub = await newHub()
  office = await testHub(hub)
  const own = await enrolled(home, hub)
  profile = { ...own, hub: { ...own.hub, http: office.http } }
})
afterEach(async () => {
  await office.close()
  rmSync(home, { recursive: true })
})

const small = submissionOf('migration-flow', flow)
// Noise that no compression shortens: 400 kB go in seven pieces.
const large = submissionOf('migration-flow', {
  ...flow,
  filler: randomBytes(300_000).toString('base64'),
})

describe('a message over HTTP', () => {
  it('gets its receipt at once, is kept and leaves the outbox', async () => {
    const outgoing = await putInOutbox(profile, small)
    const sent = await publishOverHttp(profile, [outgoing], { patienceMs: 0 })
    expect(statementOf(sent, outgoing)).toBe('accepted')
    expect(office.received()).toEqual([outgoing.sealed])
    expect(waiting(profile)).toEqual([])
  })

  it('is asked for where the hub needs longer', async () => {
    office.slow = 1
    const outgoing = await putInOutbox(profile, small)
    const sent = await publishOverHttp(profile, [outgoing], { patienceMs: 0 })
    expect(statementOf(sent, outgoing)).toBe('accepted')
  })

  it('has its refusal kept as a statement, and leaves the outbox', async () => {
    office.refuses = true
    const outgoing = await putInOutbox(profile, small)
    const sent = await publishOverHttp(profile, [outgoing], { patienceMs: 0 })
    expect(statementOf(sent, outgoing)).toBe('refused')
    expect(waiting(profile)).toEqual([])
    expect(existsSync(join(profile.folder, 'refused', `${outgoing.id}.json`))).toBe(true)
  })

  it('stays in the outbox while the hub has it and has not judged it', async () => {
    office.slow = 9
    const outgoing = await putInOutbox(profile, small)
    expect(await publishOverHttp(profile, [outgoing], { patienceMs: 0 })).toMatchObject({
      refusal: { code: 'NO_RECEIPT_YET' },
    })
    expect(waiting(profile)).toEqual([outgoing])
  })

  it('is tried again where the hub is busy', async () => {
    office.busy = 2
    const outgoing = await putInOutbox(profile, small)
    const sent = await publishOverHttp(profile, [outgoing], { patienceMs: 30_000 })
    expect(statementOf(sent, outgoing)).toBe('accepted')
  })

  it('is not believed to be answered where another key signed the answer', async () => {
    office.signedBy = await newHub('hub')
    const outgoing = await putInOutbox(profile, small)
    expect(await publishOverHttp(profile, [outgoing], { patienceMs: 0 })).toMatchObject({
      refusal: { code: 'RECEIPT_NOT_OF_THIS_HUB' },
    })
    expect(waiting(profile)).toEqual([outgoing])
  })
})

describe('a large message over HTTP', () => {
  it('goes in pieces', async () => {
    const outgoing = await putInOutbox(profile, large)
    const told: number[] = []
    const onBytes = (done: number): void => void told.push(done)
    const sent = await publishOverHttp(profile, [outgoing], { patienceMs: 0, onBytes })
    expect(statementOf(sent, outgoing)).toBe('accepted')
    expect(office.received()).toEqual([outgoing.sealed])
    expect(told).toEqual([...told].sort((a, b) => a - b))
    expect(told.length).toBeGreaterThan(5)
  })

  it('goes on where the line broke, with no byte sent twice', async () => {
    office.breaksAfter = 3
    const outgoing = await putInOutbox(profile, large)
    const first = await publishOverHttp(profile, [outgoing], { patienceMs: 0 })
    expect(first).toMatchObject({ refusal: { code: 'HUB_UNREACHABLE' } })
    const told: number[] = []
    const onBytes = (done: number): void => void told.push(done)
    const second = await publishOverHttp(profile, [outgoing], { patienceMs: 0, onBytes })
    expect(statementOf(second, outgoing)).toBe('accepted')
    expect(office.received()).toEqual([outgoing.sealed])
    expect(told[0]).toBe(3 * 65_536)
    expect(office.begun).toBe(1)
    expect(existsSync(join(profile.folder, 'outbox', `${outgoing.id}.upload`))).toBe(false)
  })

  it('begins anew where the hub has forgotten the upload', async () => {
    office.breaksAfter = 3
    const outgoing = await putInOutbox(profile, large)
    await publishOverHttp(profile, [outgoing], { patienceMs: 0 })
    office.forget()
    const second = await publishOverHttp(profile, [outgoing], { patienceMs: 0 })
    expect(statementOf(second, outgoing)).toBe('accepted')
    expect(office.begun).toBe(2)
  })
})

function statementOf(sent: Awaited<ReturnType<typeof publishOverHttp>>, { id }: Outgoing): unknown {
  return sent.ok ? sent.value.get(id)?.event.data['statement'] : sent.refusal
}

interface TestHub {
  readonly http: string
  /** How often the hub says that it has not judged a message yet. */
  slow: number
  /** How often the hub says that it is busy. */
  busy: number
  /** After how many pieces the line breaks, once. */
  breaksAfter: number
  /** Whether it refuses what it is sent. */
  refuses: boolean
  /** Who signs the answers. */
  signedBy: Hub
  begun: number
  readonly received: () => readonly Sealed[]
  readonly forget: () => void
  readonly close: () => Promise<void>
}

async function testHub(hub: Hub): Promise<TestHub> {
  const messages: Sealed[] = []
  const uploads = new Map<string, { length: number; signature: string; bytes: Buffer }>()
  const server: Server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  const state: TestHub = {
    http: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    slow: 0,
    busy: 0,
    breaksAfter: Infinity,
    refuses: false,
    signedBy: hub,
    begun: 0,
    received: () => messages,
    forget: () => uploads.clear(),
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections()
        server.close(() => closed())
      }),
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const body = Buffer.concat(pieces)
    const path = request.url?.split('?')[0] ?? ''
    if (request.method === 'POST' && path === '/api/submissions') {
      if (state.busy-- > 0) {
        problem(response, 503, 'HUB_BUSY')
        return
      }
      const signature = String(request.headers[signatureHeader.toLowerCase()])
      messages.push({ bytes: body, signature })
      return answered(response, body)
    }
    if (request.method === 'GET' && path.startsWith('/api/submissions/') && state.slow > 0) {
      state.slow--
      problem(response, 404, 'NOT_FOUND')
      return
    }
    if (request.method === 'GET' && path.startsWith('/api/submissions/'))
      return answered(response, Buffer.from(messages.at(-1)?.bytes ?? []))
    if (request.method === 'POST' && path === '/api/uploads') {
      const asked = JSON.parse(body.toString()) as { length: number; signature: string }
      const id = `u${String(++state.begun)}`
      uploads.set(id, { ...asked, bytes: Buffer.alloc(0) })
      response.writeHead(201, { location: `/api/uploads/${id}` }).end('{}')
      return
    }
    const upload = uploads.get(path.replace('/api/uploads/', ''))
    if (upload === undefined) {
      problem(response, 404, 'NOT_FOUND')
      return
    }
    if (request.method === 'HEAD') {
      response.writeHead(200, { 'Upload-Offset': String(upload.bytes.length) }).end()
      return
    }
    if (Number(request.headers['upload-offset']) !== upload.bytes.length) {
      problem(response, 409, 'UPLOAD_OFFSET_WRONG')
      return
    }
    if (state.breaksAfter-- <= 0) {
      state.breaksAfter = Infinity
      request.socket.destroy()
      return
    }
    upload.bytes = Buffer.concat([upload.bytes, body])
    if (upload.bytes.length < upload.length) {
      response.writeHead(204, { 'Upload-Offset': String(upload.bytes.length) }).end()
      return
    }
    messages.push({ bytes: upload.bytes, signature: upload.signature })
    return answered(response, upload.bytes)
  }

  async function answered(response: ServerResponse, bytes: Buffer): Promise<void> {
    const location = '/api/submissions/one'
    if (state.slow-- > 0) {
      response
        .writeHead(202, { location })
        .end(JSON.stringify({ state: 'pending', statements: [] }))
      return
    }
    const sealed = await statement(state.signedBy, bytes, state.refuses)
    const problem = state.refuses ? { code: 'CODE_UNKNOWN', detail: 'code XX is not known' } : {}
    response
      .writeHead(state.refuses ? 422 : 200, { location })
      .end(JSON.stringify({ ...problem, ...sealed }))
  }

  return state
}

async function statement(
  hub: Hub,
  bytes: Buffer,
  refuses: boolean,
): Promise<{ signature: string; payload: string }> {
  const digest = `sha-256:${createHash('sha256').update(bytes).digest('base64url')}`
  const submission = { id: null, source: null, contract: null, version: null }
  const at = '2026-11-23T09:12:00Z'
  const common = { submission, digest, receivedAt: at }
  const problem = { code: 'CODE_UNKNOWN', detail: 'code XX is not known' }
  const data = refuses
    ? { statement: 'refused', ...common, problem }
    : { statement: 'accepted', ...common, position: 1, rows: 1 }
  const event = eventBytes({
    id: `receipt:${data.statement}`,
    source: hubSource(hub.id),
    type: 'corridor.receipt.v1',
    time: new Date(at),
    contract: { name: 'receipt', version: '1.0.0' },
    data,
  })
  const { signature } = await seal(event, { typ: 'corridor-receipt', aud: hub.id }, hub.signer)
  return { signature, payload: Buffer.from(event).toString() }
}

function problem(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status).end(JSON.stringify({ code, detail: 'the test says so' }))
}
