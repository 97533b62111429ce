// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import { canonicalJson } from '@corridor/kernel'
import { digestOf, seal } from '@corridor/message'
import {
  actOnAgreement,
  listAgreements,
  proposeAgreement,
  showAgreement,
  signAgreement,
  type Profile,
} from '@corridor/sdk'
import { corridorTerms } from '../../apps/cli/src/demonstration/region'
import { codeOf, must, newParticipant, operatorOf } from './cast'
import { raiseHub, type Hub } from './raise-hub'
import { ask, signedRaw } from './raw-request'

let hub: Hub
let be: Profile
let dk: Profile
let se: Profile
let committee: Profile
const terms = corridorTerms(['BE', 'DK'])

beforeAll(async () => {
  hub = await raiseHub('in one process')
  const operator = await operatorOf(hub)
  be = await newParticipant(hub, operator, { participant: 'BE', kind: 'state' })
  dk = await newParticipant(hub, operator, { participant: 'DK', kind: 'state' })
  se = await newParticipant(hub, operator, { participant: 'SE', kind: 'state' })
  const members = ['BE', 'DK']
  committee = await newParticipant(hub, operator, {
    participant: 'BEDK',
    kind: 'committee',
    members,
  })
})

afterAll(() => hub.close())

const digestOfTerms = (own: Agreement): string => digestOf(Buffer.from(canonicalJson(own)))

const actOn = (own: Agreement, reason: string): object => ({
  ...{ agreement: own.id, act: 'terminate', digest: digestOfTerms(own) },
  ...{ reason, at: new Date().toISOString() },
})

const terminate = (who: Profile, id: string): ReturnType<typeof actOnAgreement> =>
  actOnAgreement(who, { id, digest: digestOfTerms(terms) }, { act: 'terminate', reason: 'over' })

const stateOf = async (id: string): Promise<unknown> =>
  (
    await hub.query<{ state: string }>('select state from access.agreement_v1 where id = $1', [id])
  )[0]?.state

describe('terms are refused when they are proposed', () => {
  const draft: Agreement = { ...terms, id: 'BE-DK-DRAFT' }
  const [share, back, protect, reconcile, ...silent] = draft.enforced

  it.each<readonly [string, object]>([
    ['of a kind that the hub does not know', { id: '9', kind: 'sell', to: 'DK' }],
    ['with a member that the hub does not know', { ...share, until: '2030' }],
    ['with a rule that the hub does not know', { ...protect, rule: { method: 'best-effort' } }],
  ])('with a clause %s: AGREEMENT_TERM_UNKNOWN', async (_, clause) => {
    const proposed = await proposeAgreement(be, { ...draft, enforced: [...draft.enforced, clause] })
    expect(codeOf(proposed)).toBe('AGREEMENT_TERM_UNKNOWN')
  })

  it('with a member beside those that the hub does not know: AGREEMENT_TERM_UNKNOWN', async () => {
    const proposed = await proposeAgreement(be, { ...draft, penalty: 100 })
    expect(codeOf(proposed)).toBe('AGREEMENT_TERM_UNKNOWN')
  })

  it.each<readonly [string, object]>([
    [
      'that share with one who is no party',
      { enforced: [{ ...share, to: ['SE'] }, back, protect, reconcile, ...silent] },
    ],
    ['that say nothing of protection', { enforced: [share, back, reconcile, ...silent] }],
    [
      'that compare what only one side shares',
      { enforced: [share, protect, reconcile, ...silent] },
    ],
    ['that are silent on a topic', { enforced: [share, back, protect, reconcile] }],
    ['that end before they begin', { term: { from: '2030-01-01', until: '2026-01-01' } }],
    ['whose parties stand in the wrong order', { parties: [...draft.parties].reverse() }],
  ])('%s: AGREEMENT_TERM_NOT_ENFORCEABLE', async (_, change) => {
    const proposed = await proposeAgreement(be, { ...draft, ...change })
    expect(codeOf(proposed)).toBe('AGREEMENT_TERM_NOT_ENFORCEABLE')
  })

  it.each(['a\\u0000b', 'a\\ud800b'])('with a title that cannot be kept: %s', async (title) => {
    const sent = canonicalJson({ terms: draft, bytes: 'AAAA', signature: 'none' })
    const body = sent.replace(JSON.stringify(draft.title), `"${title}"`)
    const answer = await ask(hub.http, await signedRaw(be, '/api/agreements', { body }))
    expect(answer).toMatchObject({ status: 422, json: { code: 'CONTENT_WRONG' } })
  })

  it('by one who is no party to them', async () => {
    expect(codeOf(await proposeAgreement(se, draft))).toBe('AGREEMENT_NOT_PARTY')
    expect(codeOf(await proposeAgreement(committee, draft))).toBe('AGREEMENT_NOT_PARTY')
  })

  afterAll(async () => {
    expect(await hub.query('select 1 from access.agreement')).toEqual([])
  })
})

describe('an agreement between two states', () => {
  beforeAll(async () => {
    must(await proposeAgreement(be, terms), 'propose')
  })

  it('does not exist for a stranger, who can neither see nor sign nor end it', async () => {
    expect(must(await listAgreements(se), 'list')).toEqual([])
    const another = { ...terms, id: 'BE-DK-2099' }
    for (const [there, nowhere] of [
      [await showAgreement(se, terms.id), await showAgreement(se, another.id)],
      [await signAgreement(se, terms), await signAgreement(se, another)],
      [await terminate(se, terms.id), await terminate(se, another.id)],
    ] as const) {
      expect(codeOf(there)).toBe('AGREEMENT_UNKNOWN')
      expect(there).toEqual(nowhere)
    }
  })

  it('is seen by its committee, which can neither sign nor end it', async () => {
    expect(must(await showAgreement(committee, terms.id), 'show').terms).toEqual(terms)
    expect(codeOf(await signAgreement(committee, terms))).toBe('AGREEMENT_NOT_PARTY')
    expect(codeOf(await terminate(committee, terms.id))).toBe('AGREEMENT_NOT_PARTY')
  })

  it('cannot be proposed again with other terms under its id', async () => {
    const longer = { ...terms, term: { ...terms.term, until: '2099-12-31' } }
    expect(codeOf(await proposeAgreement(dk, longer))).toBe('AGREEMENT_EXISTS')
    expect(must(await showAgreement(dk, terms.id), 'show').terms).toEqual(terms)
  })

  it('is not signed by a signature over other terms', async () => {
    const longer = { ...terms, term: { ...terms.term, until: '2099-12-31' } }
    expect(codeOf(await signAgreement(dk, longer))).toBe('AGREEMENT_DIFFERENT_TERMS')
  })

  it("is not signed by the proposer's signature in the partner's hands", async () => {
    const bytes = Buffer.from(canonicalJson(terms))
    const purpose = { typ: 'corridor-agreement', aud: dk.hub.id } as const
    const { signature } = await seal(bytes, purpose, { ...dk.signer, key: be.signer.key })
    const body = { bytes: bytes.toString('base64'), signature }
    const target = `/api/agreements/${terms.id}/signatures`
    const answer = await ask(hub.http, await signedRaw(be, target, { body }))
    expect(answer).toMatchObject({ status: 401, json: { code: 'SIGNATURE_WRONG' } })
  })

  it('is not terminated by a signature that was made to sign it', async () => {
    const statement = actOn(terms, 'none')
    const bytes = Buffer.from(canonicalJson(statement))
    const purpose = { typ: 'corridor-agreement', aud: be.hub.id } as const
    const { signature } = await seal(bytes, purpose, be.signer)
    const body = { bytes: bytes.toString('base64'), signature }
    const target = `/api/agreements/${terms.id}/acts`
    const answer = await ask(hub.http, await signedRaw(be, target, { body }))
    expect(answer).toMatchObject({ status: 401, json: { code: 'SIGNATURE_HEADER_UNEXPECTED' } })
    expect(await stateOf(terms.id)).toBe('proposed')
  })

  it('is signed once by each side, and is in force only then', async () => {
    expect(must(await signAgreement(be, terms), 'sign').state).toBe('signing')
    expect(codeOf(await signAgreement(be, terms))).toBe('AGREEMENT_ALREADY_SIGNED')
    expect(await stateOf(terms.id)).toBe('signing')
    expect(must(await signAgreement(dk, terms), 'sign').state).toBe('in-force')
    expect(codeOf(await signAgreement(dk, terms))).toBe('AGREEMENT_ALREADY_SIGNED')
  })

  it("is not terminated by an act about another of one's agreements", async () => {
    const other = { ...terms, id: 'BE-DK-OTHER' }
    must(await proposeAgreement(be, other), 'propose')
    const statement = actOn(other, 'over')
    const bytes = Buffer.from(canonicalJson(statement))
    const purpose = { typ: 'corridor-agreement-act', aud: be.hub.id } as const
    const { signature } = await seal(bytes, purpose, be.signer)
    const body = { bytes: bytes.toString('base64'), signature }
    const target = `/api/agreements/${terms.id}/acts`
    const answer = await ask(hub.http, await signedRaw(be, target, { body }))
    expect(answer).toMatchObject({ json: { code: 'AGREEMENT_DIFFERENT_TERMS' } })
    expect(await stateOf(terms.id)).toBe('in-force')
  })

  it('stays terminated: nobody signs, terminates or proposes it again', async () => {
    expect(must(await terminate(dk, terms.id), 'terminate').state).toBe('terminated')
    expect(codeOf(await signAgreement(be, terms))).toBe('AGREEMENT_ENDED')
    expect(codeOf(await terminate(be, terms.id))).toBe('AGREEMENT_ENDED')
    expect(codeOf(await proposeAgreement(be, terms))).toBe('AGREEMENT_EXISTS')
    expect(await stateOf(terms.id)).toBe('terminated')
  })
})
