// SPDX-License-Identifier: Apache-2.0
import type { Envelope, Receipt } from '@corridor/contracts'
import { profileKeys, type Outgoing, type Profile, type Received } from '@corridor/sdk'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answerOf } from './publish-answer'

const folder = mkdtempSync(join(tmpdir(), 'corridor-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const sealed = { bytes: new Uint8Array(), signature: '' }
const digest = `sha-256:${Buffer.alloc(32).toString('base64url')}`
const problem = { code: 'NO_CLAUSE_GRANTS', detail: 'no clause grants \u001b[31mthis' }

async function profileOf(): Promise<Profile> {
  const keys = await profileKeys(folder)
  if (!keys.ok) throw new Error('could not make the keys of a test')
  const { signer, signinSeed, signingKey } = keys.value
  const hub = {
    id: 'hub-one',
    http: 'http://127.0.0.1:9',
    nats: 'nats://127.0.0.1:9',
    key: signingKey,
  }
  const facts = {
    participant: 'BE',
    kind: 'state',
    office: 'STAT',
    validUntil: '2027-01-01T00:00:00Z',
  }
  return { ...facts, hub, name: 'BE', folder, signer, signinSeed }
}

function received(id: string, what: Partial<Receipt>): [string, Received] {
  const submission = { id, source: 'BE', contract: 'migration-flow', version: '1.0.0' }
  const data = {
    statement: 'accepted',
    submission,
    digest,
    receivedAt: '2026-11-14T09:12:00Z',
    ...what,
  }
  const event: Envelope = {
    specversion: '1.0',
    id: `receipt:${id}`,
    source: 'urn:corridor:hub:hub-one',
    type: 'corridor.receipt.v1',
    time: '2026-11-14T09:12:00Z',
    datacontenttype: 'application/json',
    dataschema: 'urn:corridor:contract:receipt:1.0.0',
    salt: 'AAAAAAAAAAAAAAAAAAAAAA',
    data,
  }
  return [id, { channel: 'receipt', sealed, event }]
}

async function answer(...receipts: [string, Received][]): Promise<ReturnType<typeof answerOf>> {
  const messages: Outgoing[] = receipts.map(([id]) => ({ id, contract: 'migration-flow', sealed }))
  return answerOf(await profileOf(), { messages, receipts: new Map(receipts) })
}

describe('when every message is accepted', () => {
  it('the answer names the rows and the positions', async () => {
    const outcome = await answer(
      received('flow-1', { position: 12, rows: 5_000 }),
      received('flow-2', { position: 14, rows: 48 }),
    )
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        text: 'OK  Sent 5,048 rows in 2 messages. Receipts: positions 12 to 14.',
        json: { rows: 5_048 },
      },
    })
  })
})

describe('when every message is refused', () => {
  it("the command ends with the hub's reason", async () => {
    expect(await answer(received('flow-1', { statement: 'refused', problem }))).toEqual({
      ok: false,
      refusal: { code: 'NO_CLAUSE_GRANTS', detail: `the hub refused flow-1: ${problem.detail}` },
    })
  })
})

describe('when some are refused', () => {
  it('the command ends with 8 and tells which', async () => {
    const outcome = await answer(
      received('flow-1', { position: 12, rows: 48 }),
      received('flow-2', { statement: 'refused', problem }),
    )
    expect(outcome).toMatchObject({ ok: true, value: { exit: 8 } })
    const text = outcome.ok ? outcome.value.text : ''
    expect(text).toContain('OK  Sent 48 rows. Receipt of 14 Nov 2026, 09:12 UTC, position 12.')
    expect(text).toContain(
      'STOP  flow-2 was refused: NO_CLAUSE_GRANTS, no clause grants \\u{1b}[31mthis',
    )
  })
})
