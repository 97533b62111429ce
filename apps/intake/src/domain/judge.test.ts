// SPDX-License-Identifier: Apache-2.0
import { contractUrn, type MigrationFlow } from '@corridor/contracts'
import { digestOf, type Sealed } from '@corridor/message'
import { at, benchWith, bytesOf, envelopeOf, flow, newSender, subject, type Sender } from './given'
import { judge, readSubject } from './judge'

let belgium: Sender
let denmark: Sender
beforeAll(async () => {
  belgium = await newSender()
  denmark = await newSender({ participant: 'DK' })
})

function verdictOn(sealed: Sealed, where = subject, senders = [belgium, denmark]) {
  const judged = judge(sealed, where, benchWith(...senders))
  return judged.ok ? 'accepted' : judged.refusal.code
}
const saying = async (change: Parameters<typeof envelopeOf>[0], where = subject) =>
  verdictOn(await belgium.seals(envelopeOf(change)), where)
const reporting = async (change: Partial<MigrationFlow>) =>
  verdictOn(await belgium.seals(bytesOf({ ...flow, ...change })))

describe('a subject', () => {
  it('names the participant and the contract', () => {
    expect(readSubject(subject)).toEqual({ participant: 'BE', contract: 'migration-flow' })
    expect(readSubject('elsewhere')).toEqual({ participant: '', contract: '' })
  })
})

describe('a bundle of datasets', () => {
  const part = (data: object): object => ({ contract: 'migration-flow', version: '1.1.0', data })
  const bundle = async (...parts: readonly object[]) => {
    const dataschema = contractUrn('bundle', '1.0.0')
    const sealed = await belgium.seals(envelopeOf({ dataschema, data: { parts } }))
    return judge(sealed, 'corridor.submit.BE.bundle', benchWith(belgium))
  }

  it('is accepted with all of its datasets, in their order', async () => {
    const judged = await bundle(part(flow), part({ ...flow, period: '2015' }))
    expect(judged).toMatchObject({
      ok: true,
      value: {
        contract: 'bundle',
        datasets: [{ content: { period: '2016' } }, { content: { period: '2015' } }],
      },
    })
  })

  it('is refused whole where one of its datasets is wrong, and says which', async () => {
    const judged = await bundle(part(flow), part({ ...flow, destination: ['DK', 'QQ'] }))
    expect(judged).toMatchObject({
      ok: false,
      refusal: {
        code: 'CODE_UNKNOWN',
        detail: 'dataset 2: row 2, column destination: code QQ is not in CL_AREA',
      },
    })
  })

  it('cannot hold a bundle, nor what participants do not send', async () => {
    const nested = { contract: 'bundle', version: '1.0.0', data: { parts: [part(flow)] } }
    expect(await bundle(nested)).toMatchObject({ refusal: { code: 'CONTRACT_UNKNOWN' } })
    const receipt = { contract: 'receipt', version: '1.0.0', data: {} }
    expect(await bundle(receipt)).toMatchObject({ refusal: { code: 'CONTRACT_UNKNOWN' } })
  })
})

describe('a message that keeps every rule', () => {
  it('is accepted, with all that is recorded of it', async () => {
    const bytes = envelopeOf()
    const judged = judge(await belgium.seals(bytes), subject, benchWith(belgium))
    expect(judged).toEqual({
      ok: true,
      value: {
        participant: 'BE',
        id: 'flow-1',
        kid: belgium.record.kid,
        office: 'STATBEL',
        digest: digestOf(bytes),
        contract: 'migration-flow',
        version: '1.1.0',
        test: false,
        notes: [],
        datasets: [
          {
            contract: 'migration-flow',
            version: '1.1.0',
            rows: 2,
            content: flow,
            asSent: true,
            isInternal: false,
            reportedAs: null,
          },
        ],
      },
    })
  })

  it('has its aliases replaced by the codes they stand for', async () => {
    const sealed = await belgium.seals(bytesOf({ ...flow, destination: ['EL', 'UK'] }))
    const judged = judge(sealed, subject, benchWith(belgium))
    expect(judged).toMatchObject({
      ok: true,
      value: { datasets: [{ content: { destination: ['GR', 'GB'] }, asSent: false }] },
    })
  })

  it('may name its reporter by the alias EL where the participant is GR', async () => {
    const greece = await newSender({ participant: 'GR' })
    const data = { ...flow, reporter: 'EL', origin: 'EL' }
    const sealed = await greece.seals(envelopeOf({ source: 'urn:corridor:participant:GR', data }))
    const judged = judge(sealed, 'corridor.submit.GR.migration-flow', benchWith(greece))
    expect(judged).toMatchObject({
      ok: true,
      value: { datasets: [{ content: { reporter: 'GR', origin: 'GR' } }] },
    })
  })

  it('may be days old, because an outbox may have been offline', async () => {
    expect(await saying({ time: '2026-10-01T00:00:00Z' })).toBe('accepted')
  })

  it('may be as far ahead as a clock may be, and not a moment more', async () => {
    const ahead = (ms: number) => new Date(at.getTime() + ms).toISOString()
    expect(await saying({ time: ahead(300_000) })).toBe('accepted')
    expect(await saying({ time: ahead(300_001) })).toBe('TIME_IN_FUTURE')
  })
})

describe('a signature', () => {
  it('must be there', () => {
    expect(verdictOn({ bytes: envelopeOf(), signature: '' })).toBe('SIGNATURE_MISSING')
  })

  it('must be over these very bytes', async () => {
    const sealed = await belgium.seals(bytesOf(flow))
    const altered = bytesOf({ ...flow, value: [410, 0] })
    expect(verdictOn({ ...sealed, bytes: altered })).toBe('SIGNATURE_WRONG')
  })

  it('must be of a key that the register holds', async () => {
    const stranger = await newSender()
    expect(verdictOn(await stranger.seals(envelopeOf()))).toBe('KEY_UNKNOWN')
  })

  it('must be of a key that is valid when the hub receives it', async () => {
    const lives = [
      ['KEY_EXPIRED', { validUntil: at.toISOString() }],
      ['KEY_NOT_YET_VALID', { validFrom: '2026-12-01T00:00:00Z' }],
      ['KEY_REVOKED', { revokedFrom: at.toISOString() }],
    ] as const
    for (const [code, life] of lives) {
      const sender = await newSender(life)
      expect(verdictOn(await sender.seals(envelopeOf()), subject, [sender])).toBe(code)
    }
  })

  it("must be of the subject's own participant, whatever the message says", async () => {
    expect(verdictOn(await denmark.seals(envelopeOf()))).toBe('KEY_OF_ANOTHER_PARTICIPANT')
    expect(verdictOn(await belgium.seals(envelopeOf()), 'corridor.submit.DK.migration-flow')).toBe(
      'KEY_OF_ANOTHER_PARTICIPANT',
    )
  })
})

describe('an envelope', () => {
  it('must be JSON', async () => {
    expect(verdictOn(await belgium.seals(Buffer.from('figures')))).toBe('ENVELOPE_UNREADABLE')
  })

  it('must have the members that it should have, and no other', async () => {
    expect(await saying({ specversion: '2.0' })).toBe('ENVELOPE_WRONG')
    expect(await saying({ salt: undefined })).toBe('ENVELOPE_WRONG')
    expect(await saying({ traceparent: '00-0af7' })).toBe('ENVELOPE_WRONG')
  })

  it('must say that it is a submission', async () => {
    expect(await saying({ type: 'corridor.receipt.v1' })).toBe('ENVELOPE_WRONG')
  })

  it('must name the sender as its source, not another participant and not the hub', async () => {
    expect(await saying({ source: 'urn:corridor:participant:DK' })).toBe('SOURCE_NOT_SUBJECT')
    expect(await saying({ source: 'urn:corridor:hub:hub' })).toBe('SOURCE_NOT_SUBJECT')
  })
})

describe('a contract', () => {
  it('must be the one that the subject names', async () => {
    expect(await saying({}, 'corridor.submit.BE.agreement')).toBe('CONTRACT_NOT_OF_SUBJECT')
    expect(await saying({ dataschema: contractUrn('receipt', '1.0.0') })).toBe(
      'CONTRACT_NOT_OF_SUBJECT',
    )
  })

  it.each(['receipt', 'weather'])(
    'must be one that participants send, which %s is not',
    async (name) => {
      const dataschema = contractUrn(name, '0.1.0')
      expect(await saying({ dataschema }, `corridor.submit.BE.${name}`)).toBe('CONTRACT_UNKNOWN')
    },
  )

  it('must be of a version that the hub knows', async () => {
    expect(await saying({ dataschema: contractUrn('migration-flow', '9.0.0') })).toBe(
      'CONTRACT_VERSION_UNKNOWN',
    )
  })
})

describe('content', () => {
  it.each<[string, Partial<MigrationFlow>]>([
    ['CONTENT_WRONG', { value: [409.5, 0] }],
    ['CONTENT_WRONG', { rows: 0 }],
    ['COLUMN_LENGTH_WRONG', { value: [409] }],
    ['CODE_UNKNOWN', { destination: ['DK', 'QQ'] }],
    ['VALUE_STATUS_WRONG', { value: [409, null] }],
    ['ROW_TWICE', { destination: 'DK' }],
    ['DIRECTION_WRONG', { direction: 'inflow' }],
    ['REPORTER_NOT_SENDER', { reporter: 'DK', origin: 'DK', destination: ['SE', 'BE'] }],
    ['REPORTER_NOT_SENDER', { reporter: ['BE', 'DK'], origin: ['BE', 'DK'] }],
  ])('is refused with %s for %j', async (code, change) => {
    expect(await reporting(change)).toBe(code)
  })

  it('is judged after the envelope, and the envelope after the signature', async () => {
    const wrongThroughout = envelopeOf({ time: '2027-01-01T00:00:00Z', data: {} })
    const sealed = await belgium.seals(wrongThroughout)
    expect(verdictOn({ ...sealed, signature: '' })).toBe('SIGNATURE_MISSING')
    expect(verdictOn(sealed)).toBe('TIME_IN_FUTURE')
    expect(await saying({ data: {} })).toBe('CONTENT_WRONG')
  })
})
