// SPDX-License-Identifier: Apache-2.0
// Officials of one participant, each with the roles of their own work and no others.
import {
  connectParticipant,
  enrol,
  openProfile,
  profileFolder,
  proposeAgreement,
  signAgreement,
  signedRequest,
  type Profile,
} from '@corridor/sdk'
import { corridorTerms } from '../../apps/cli/src/demonstration/region'
import { codeOf, must, newParticipant, operatorOf } from './cast'
import { raiseHub, type Hub } from './raise-hub'
import { messageBytes, sealedBy, submit } from './raw-message'
import { ask, expectProblem, signedRaw } from './raw-request'

const terms = corridorTerms(['BE', 'DK'])

let hub: Hub
let operator: Profile
let be: Profile

beforeAll(async () => {
  hub = await raiseHub('in one process')
  operator = await operatorOf(hub)
  be = await newParticipant(hub, operator, { participant: 'BE', kind: 'state' })
  await newParticipant(hub, operator, { participant: 'DK', kind: 'state' })
}, 60_000)

afterAll(() => hub.close())

async function official(
  name: string,
  invited: { roles: readonly string[]; office?: string },
): Promise<Profile> {
  const who = { participant: 'BE', kind: 'state', name: 'Belgium', members: [], holder: name }
  const body = Buffer.from(JSON.stringify({ ...who, ...invited }))
  const target = '/api/participants'
  const told = must(
    await signedRequest<{ code: string }>(operator, { method: 'POST', target, body }),
    'invite',
  )
  const folder = profileFolder(hub.home, name)
  const office = { code: invited.office ?? 'STAT', name: 'An office' }
  must(await enrol({ folder, http: hub.http, code: told.code, office }), `enrol ${name}`)
  return must(await openProfile(hub.home, name), 'open the profile')
}

describe('an official', () => {
  it('is invited for one office, and the code serves no other', async () => {
    const body = Buffer.from(
      JSON.stringify({
        ...{ participant: 'BE', kind: 'state', name: 'Belgium', members: [] },
        ...{ roles: ['observer'], office: 'LABOUR' },
      }),
    )
    const target = '/api/participants'
    const told = must(
      await signedRequest<{ code: string }>(operator, { method: 'POST', target, body }),
      'invite',
    )
    const folder = profileFolder(hub.home, 'BE-WRONG')
    const office = { code: 'STAT', name: 'Another office' }
    const tried = await enrol({ folder, http: hub.http, code: told.code, office })
    expect(codeOf(tried)).toBe('INVITATION_WRONG')
  })

  it('who observes reads, and neither sends, nor proposes, nor signs in to the broker', async () => {
    const observer = await official('BE-OBSERVER', { roles: ['observer'], office: 'AUDIT' })
    const me = { method: 'GET', target: '/api/me' } as const
    expect(await signedRequest(observer, me)).toMatchObject({ value: { roles: ['observer'] } })
    expect(codeOf(await proposeAgreement(observer, terms))).toBe('NOT_ALLOWED')
    expect(codeOf(await connectParticipant(observer))).toBe('NOT_ENROLLED')
    const sealed = await sealedBy(observer, messageBytes('BE', { id: 'by-observer' }))
    const answer = await submit(hub, sealed)
    expect(answer).toMatchObject({ status: 403, json: { code: 'NOT_ALLOWED' } })
    expect(await hub.query(`select 1 from intake.submission where id = 'by-observer'`)).toEqual([])
  })

  it.each([
    ['PUT', '/api/deliveries/webhook', { url: 'https://stat.example.org/' }],
    ['DELETE', '/api/deliveries/webhook', undefined],
    ['POST', '/api/deliveries/replay', { after: 0 }],
    ['POST', '/api/deliveries/destroyed', { numbers: [1] }],
    ['POST', '/api/recalls', { submission: 'sent-by-others', reason: 'no' }],
    ['POST', '/api/breaches', { agreement: terms.id, reason: 'no' }],
  ])('who observes does not do %s %s', async (method, target, body) => {
    const observer = must(await openProfile(hub.home, 'BE-OBSERVER'), 'open')
    const request = await signedRaw(observer, target, { method, ...(body && { body }) })
    expectProblem(await ask(hub.http, request), 403, 'NOT_ALLOWED')
  })

  it.each([
    ['PUT', '/api/deliveries/webhook', { url: 'https://stat.example.org/' }],
    ['POST', '/api/deliveries/replay', { after: 0 }],
    ['POST', '/api/deliveries/stops', { submission: 'sent-by-others', reason: 'no' }],
    ['POST', '/api/breaches', { agreement: terms.id, reason: 'no' }],
  ])('whose request was read does %s %s once, whoever repeats it', async (method, target, body) => {
    const request = await signedRaw(be, target, { method, body })
    const first = await ask(hub.http, request)
    expect(first.json['code']).not.toBe('NOT_ALLOWED')
    expectProblem(await ask(hub.http, request), 401, 'REQUEST_REPLAYED')
  })

  it('who reviews proposes an agreement, and only a signatory signs it', async () => {
    const reviewer = await official('BE-REVIEWER', { roles: ['reviewer'], office: 'REVIEW' })
    const signatory = await official('BE-MINISTER', { roles: ['signatory'], office: 'MINISTER' })
    must(await proposeAgreement(reviewer, terms), 'propose')
    expect(codeOf(await signAgreement(reviewer, terms))).toBe('NOT_ALLOWED')
    expect(await signAgreement(signatory, terms)).toMatchObject({ ok: true })
  })

  it('cannot be both the one who publishes and the one who approves', async () => {
    const who = { participant: 'BE', kind: 'state', name: 'Belgium', members: [] }
    const body = Buffer.from(JSON.stringify({ ...who, roles: ['publisher', 'approver'] }))
    const tried = await signedRequest(operator, {
      method: 'POST',
      target: '/api/participants',
      body,
    })
    expect(codeOf(tried)).toBe('ROLES_WRONG')
  })

  it('is seen with name, office and roles by colleagues and the operator, and by no other state', async () => {
    const show = (profile: Profile) =>
      signedRequest<{ keys: readonly { holder: string | null; roles: readonly string[] }[] }>(
        profile,
        { method: 'GET', target: '/api/participants/BE' },
      )
    for (const profile of [be, operator]) {
      const { keys } = must(await show(profile), 'show')
      expect(keys).toContainEqual(
        expect.objectContaining({ holder: 'BE-MINISTER', roles: ['signatory'] }),
      )
    }
    const dk = must(await openProfile(hub.home, 'DK'), 'open')
    expect(codeOf(await show(dk))).toBe('NOT_FOUND')
  })

  it('enters an office that is given figures alone only with a code that names it', async () => {
    const enforced = terms.enforced.map((clause) =>
      clause.kind === 'share' ? { ...clause, audience: ['STAT'] } : clause,
    )
    const alone = { ...terms, id: 'BE-DK-ALONE', enforced }
    must(await proposeAgreement(be, alone), 'propose')
    const dk = must(await openProfile(hub.home, 'DK'), 'open')
    for (const one of [be, dk]) must(await signAgreement(one, alone), 'sign')
    await expect(official('BE-ANY', { roles: ['observer'] })).rejects.toThrow('INVITATION_WRONG')
    await official('BE-NAMED', { roles: ['observer'], office: 'STAT' })
  })
})
