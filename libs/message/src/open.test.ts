// SPDX-License-Identifier: Apache-2.0
import { newSigningKey, signerOf, type KeyRecord, type Signer } from './keys'
import { claimOf, open, parseJson, type Expectation } from './open'
import { seal, type Sealed } from './seal'

const at = new Date('2026-11-23T09:12:00Z')
const purpose = { typ: 'corridor-event', aud: 'hub' } as const
const bytes = Buffer.from('{"value":1}')

interface Sender {
  readonly signer: Signer
  readonly record: KeyRecord
}

async function sender(change: Partial<KeyRecord> = {}): Promise<Sender> {
  const key = await newSigningKey()
  const record: KeyRecord = {
    kid: key.kid,
    participant: 'BE',
    jwk: key.publicJwk,
    validFrom: '2026-01-01T00:00:00Z',
    validUntil: '2027-01-01T00:00:00Z',
    revokedFrom: null,
    ...change,
  }
  return { signer: await signerOf(key.privateJwk), record }
}

function expecting(record: KeyRecord): Expectation {
  return { ...purpose, at, keyOf: (kid) => (kid === record.kid ? record : undefined) }
}

async function codeOf(sealed: Sealed, expected: Expectation): Promise<string> {
  const opened = await open(sealed, expected)
  return opened.ok ? 'opened' : opened.refusal.code
}

describe('a sealed message', () => {
  it('opens for the hub and purpose that it was sealed for', async () => {
    const { signer, record } = await sender()
    const opened = await open(await seal(bytes, purpose, signer), expecting(record))
    expect(opened).toMatchObject({ ok: true, value: { participant: 'BE', body: { value: 1 } } })
  })

  it('gives the same signature again, so that a statement can be repeated for ever', async () => {
    const { signer } = await sender()
    expect(await seal(bytes, purpose, signer)).toEqual(await seal(bytes, purpose, signer))
  })

  it('is refused when a byte is altered, at any place', async () => {
    const { signer, record } = await sender()
    const sealed = await seal(bytes, purpose, signer)
    for (let i = 0; i < bytes.length; i++) {
      const altered = Buffer.from(bytes)
      altered[i] = (altered[i] ?? 0) ^ 1
      expect(await codeOf({ ...sealed, bytes: altered }, expecting(record))).toBe('SIGNATURE_WRONG')
    }
  })

  it('is refused for another purpose or another hub', async () => {
    const { signer, record } = await sender()
    for (const other of [
      { typ: 'corridor-event', aud: 'other-hub' },
      { typ: 'corridor-receipt', aud: 'hub' },
    ] as const) {
      const sealed = await seal(bytes, other, signer)
      expect(await codeOf(sealed, expecting(record))).toBe('SIGNATURE_HEADER_UNEXPECTED')
    }
  })

  it('has one spelling: padding, white space and trailing bits are refused', async () => {
    const { signer, record } = await sender()
    const { signature } = await seal(bytes, purpose, signer)
    const last = signature.at(-1) ?? ''
    const twin = String.fromCharCode(last.charCodeAt(0) + 1)
    const spellings = [
      `${signature}==`,
      ` ${signature}`,
      `${signature}\n`,
      signature.slice(0, -1) + twin,
    ]
    for (const spelling of [...spellings, signature.replace('..', '.e30.'), 'x..y', 'no dots']) {
      expect(await codeOf({ bytes, signature: spelling }, expecting(record))).toMatch(/^SIGNATURE_/)
    }
    expect(await codeOf({ bytes, signature: '' }, expecting(record))).toBe('SIGNATURE_MISSING')
  })

  it('is refused with a header of other members or another order', async () => {
    const { signer, record } = await sender()
    const { signature } = await seal(bytes, purpose, signer)
    const kid = signer.kid
    for (const header of [
      { alg: 'none', b64: false, crit: ['b64'], kid, ...purpose },
      { b64: false, alg: 'Ed25519', crit: ['b64'], kid, ...purpose },
      {
        alg: 'Ed25519',
        b64: false,
        crit: ['b64'],
        kid,
        ...purpose,
        jku: 'https://elsewhere.example',
      },
    ]) {
      const head = Buffer.from(JSON.stringify(header)).toString('base64url')
      const forged = `${head}..${signature.split('..')[1] ?? ''}`
      expect(await codeOf({ bytes, signature: forged }, expecting(record))).toBe(
        'SIGNATURE_HEADER_UNEXPECTED',
      )
    }
  })

  it('is judged by the key that the register holds at that instant', async () => {
    const cases: readonly [Partial<KeyRecord>, string][] = [
      [{ validUntil: at.toISOString() }, 'KEY_EXPIRED'],
      [{ validFrom: '2026-12-01T00:00:00Z' }, 'KEY_NOT_YET_VALID'],
      [{ revokedFrom: '2026-11-01T00:00:00Z' }, 'KEY_REVOKED'],
      [{ revokedFrom: '2026-12-01T00:00:00Z' }, 'opened'],
    ]
    for (const [change, code] of cases) {
      const { signer, record } = await sender(change)
      expect(await codeOf(await seal(bytes, purpose, signer), expecting(record))).toBe(code)
    }
    const stranger = await sender()
    const { record } = await sender()
    expect(await codeOf(await seal(bytes, purpose, stranger.signer), expecting(record))).toBe(
      'KEY_UNKNOWN',
    )
  })

  it("is refused when another's key signed under this key's name", async () => {
    const { record } = await sender()
    const thief = await sender()
    const sealed = await seal(bytes, purpose, { ...thief.signer, kid: record.kid })
    expect(await codeOf(sealed, expecting(record))).toBe('SIGNATURE_WRONG')
  })

  it('is refused when its bytes are not JSON in UTF-8', async () => {
    const { signer, record } = await sender()
    for (const bad of [Buffer.from('{'), Buffer.from([0x22, 0xff, 0x22]), Buffer.alloc(0)]) {
      expect(await codeOf(await seal(bad, purpose, signer), expecting(record))).toBe(
        'ENVELOPE_UNREADABLE',
      )
    }
  })
})

describe('a claimed key id', () => {
  it('is told only in the shape of a thumbprint: registers are asked for it before anything is verified', async () => {
    const { signer } = await sender()
    const claimed = async (kid: string): Promise<string | undefined> =>
      claimOf((await seal(bytes, purpose, { ...signer, kid })).signature)?.kid
    expect(await claimed(signer.kid)).toBe(signer.kid)
    for (const kid of ['\0', '', 'a'.repeat(42), `${signer.kid}'`])
      expect(await claimed(kid)).toBeUndefined()
  })
})

describe('JSON of a sender', () => {
  it.each([
    ['"\\u0000"', false],
    ['{"\\u0000":1}', false],
    ['["\\uD800"]', false],
    ['"\\udc00\\ud800"', false],
    ['"\\ud83d\\ude00"', true],
    [String.raw`"\\u0000"`, true],
    ['"\\u0001"', true],
  ])('%s is readable only where its text can be kept', (text, readable) => {
    expect(parseJson(Buffer.from(text)).ok).toBe(readable)
  })
})
