// SPDX-License-Identifier: Apache-2.0
// Every edge in the life of an agreement, and every edge that there is not, from outside: over HTTP, each act signed by its party.
import type { Agreement } from '@corridor/contracts'
import { canonicalJson } from '@corridor/kernel'
import { digestOf } from '@corridor/message'
import {
  actOnAgreement,
  agreementHistory,
  listAgreements,
  proposeAgreement,
  showAgreement,
  signAgreement,
  type OwnAct,
  type Profile,
} from '@corridor/sdk'
import { eventually } from '@corridor/testing'
import { corridorTerms } from '../../apps/cli/src/demonstration/region'
import { codeOf, must, newParticipant, operatorOf } from './cast'
import { corridor } from './corridor-command'
import { raiseHub, type Hub } from './raise-hub'

let hub: Hub
const cast = new Map<string, Profile>()
const as = (name: string): Profile => {
  const profile = cast.get(name)
  if (profile === undefined) throw new Error(`${name} is not enrolled`)
  return profile
}

beforeAll(async () => {
  hub = await raiseHub('in one process')
  const operator = await operatorOf(hub)
  for (const participant of ['BE', 'DK', 'FI', 'SE'])
    cast.set(participant, await newParticipant(hub, operator, { participant, kind: 'state' }))
})

afterAll(() => hub.close())

const because = { reason: 'the law has changed' } as const
let made = 0

/** Terms between Belgium and Denmark under an id of their own. */
function newTerms(change: Partial<Agreement> = {}): Agreement {
  return { ...corridorTerms(['BE', 'DK']), id: `BE-DK-${String(++made)}`, ...change }
}

/** The same, open to others, between Belgium, Denmark and Finland. */
function threeParties(): Agreement {
  const parties = ['BE', 'DK', 'FI'].map((participant) => ({ participant, signatures: 1 }))
  return newTerms({ parties, accession: { rule: 'with-consent', days: 30 } })
}

const digest = (terms: Agreement): string => digestOf(Buffer.from(canonicalJson(terms)))
const act = (who: string, terms: Agreement, own: OwnAct): ReturnType<typeof actOnAgreement> =>
  actOnAgreement(as(who), { id: terms.id, digest: digest(terms) }, own)
const sign = (who: string, terms: Agreement): ReturnType<typeof signAgreement> =>
  signAgreement(as(who), terms)

async function proposed(terms: Agreement): Promise<Agreement> {
  must(await proposeAgreement(as('BE'), terms), 'propose')
  return terms
}

async function signed(terms: Agreement): Promise<Agreement> {
  await proposed(terms)
  for (const { participant } of terms.parties) must(await sign(participant, terms), 'sign')
  return terms
}

async function stateOf(terms: Agreement, who = 'BE'): Promise<string> {
  return must(await showAgreement(as(who), terms.id), 'show').state
}

/** Makes the hub believe that what an agreement waits for was long ago. */
async function waited(terms: Agreement, member: 'until' | 'accession'): Promise<void> {
  const path = member === 'until' ? '{until}' : '{accessions,0,until}'
  await hub.query(
    `update access.agreement set state = jsonb_set(state, $2, '"2020-01-01T00:00:00.000Z"'), due_at = '2020-01-01' where id = $1`,
    [terms.id, path],
  )
}

const later = async (terms: Agreement, state: string): Promise<unknown> =>
  eventually(
    () => stateOf(terms),
    (now) => now === state,
    25_000,
  )

describe('on the table', () => {
  it('terms are answered by others, which both sign then', async () => {
    const terms = await proposed(newTerms())
    must(await sign('BE', terms), 'sign')
    const other = { ...terms, title: 'With another title' }
    expect(codeOf(await proposeAgreement(as('DK'), other, digest(other)))).toBe(
      'AGREEMENT_DIFFERENT_TERMS',
    )
    must(await proposeAgreement(as('DK'), other, digest(terms)), 'counter')
    expect(must(await showAgreement(as('BE'), terms.id), 'show')).toMatchObject({
      ...{ state: 'proposed', revision: 2, proposedBy: 'DK', signatures: [] },
      terms: { title: 'With another title' },
    })
    const names = [`${terms.id}@1`, terms.id]
    const told = await corridor(hub.home, ['agreements', 'compare', ...names, '--profile', 'BE'])
    expect(told.out).toContain('~ title changed')
    expect(told.out).toContain('With another title')
    expect(codeOf(await sign('BE', terms))).toBe('AGREEMENT_DIFFERENT_TERMS')
    expect(must(await sign('BE', other), 'sign').state).toBe('signing')
    expect(must(await sign('DK', other), 'sign').state).toBe('in-force')
    expect(codeOf(await proposeAgreement(as('DK'), terms, digest(other)))).toBe('AGREEMENT_NOT_NOW')
  })

  it('terms are declined, and never come back', async () => {
    const terms = await proposed(newTerms())
    expect(codeOf(await act('DK', terms, { act: 'decline' }))).toBe('CONTENT_WRONG')
    expect(must(await act('DK', terms, { act: 'decline', ...because }), 'decline').state).toBe(
      'declined',
    )
    expect(codeOf(await sign('BE', terms))).toBe('AGREEMENT_ENDED')
  })

  it.each(['notify', 'suspend', 'resume', 'terminate', 'withdraw'] as const)(
    'there is nothing to %s',
    async (what) => {
      const terms = await proposed(newTerms())
      expect(codeOf(await act('DK', terms, { act: what, ...because }))).toBe('AGREEMENT_NOT_NOW')
    },
  )

  it('terms that not all have signed in time lapse by themselves', async () => {
    const terms = await proposed(newTerms())
    await waited(terms, 'until')
    await later(terms, 'lapsed')
    expect(codeOf(await sign('DK', terms))).toBe('AGREEMENT_ENDED')
    const { acts } = must(await agreementHistory(as('DK'), terms.id), 'history')
    expect(acts.at(-1)).toMatchObject({ act: 'lapsed', by: null })
  })

  it('an act about other terms than those on the table is none', async () => {
    const terms = await proposed(newTerms())
    const other = { ...terms, title: 'Never proposed' }
    expect(codeOf(await act('DK', other, { act: 'decline', ...because }))).toBe(
      'AGREEMENT_DIFFERENT_TERMS',
    )
    expect(await stateOf(terms)).toBe('proposed')
  })
})

describe('signed by all', () => {
  const onNotices = { entryIntoForce: { rule: 'on-notices', days: 30 } } as const

  it('it waits for the notices of all, and can be ended meanwhile', async () => {
    const terms = await signed(newTerms(onNotices))
    expect(await stateOf(terms)).toBe('signed')
    expect(must(await act('DK', terms, { act: 'notify' }), 'notify').state).toBe('signed')
    expect(codeOf(await act('DK', terms, { act: 'suspend', ...because }))).toBe('AGREEMENT_NOT_NOW')
    expect(must(await act('BE', terms, { act: 'notify' }), 'notify').state).toBe('in-force')
    const other = await signed(newTerms(onNotices))
    const end = { act: 'terminate', ...because } as const
    expect(must(await act('DK', other, end), 'terminate').state).toBe('terminated')
  })

  it('it lapses where a notice does not come in time', async () => {
    const terms = await signed(newTerms(onNotices))
    await waited(terms, 'until')
    await later(terms, 'lapsed')
  })

  it('it waits for its day', async () => {
    const terms = await signed(
      newTerms({ entryIntoForce: { rule: 'on-date', date: '2035-01-01' } }),
    )
    expect(await stateOf(terms)).toBe('signed')
    await waited(terms, 'until')
    await later(terms, 'in-force')
  })

  it('it is applied provisionally until then, where that is agreed', async () => {
    const provisionalApplication = { rule: 'from-date', date: '2026-01-01' } as const
    const terms = await signed(newTerms({ ...onNotices, provisionalApplication }))
    expect(await stateOf(terms)).toBe('provisional')
    must(await act('BE', terms, { act: 'suspend', ...because }), 'suspend')
    expect(await stateOf(terms)).toBe('suspended')
    must(await act('BE', terms, { act: 'resume' }), 'resume')
    must(await act('BE', terms, { act: 'notify' }), 'notify')
    expect(must(await act('DK', terms, { act: 'notify' }), 'notify').state).toBe('in-force')
  })

  it('it takes the place of an earlier one in the instant of its entry into force', async () => {
    const old = await signed(newTerms())
    const next = await signed(newTerms({ supersedes: old.id }))
    expect([await stateOf(old), await stateOf(next)]).toEqual(['superseded', 'in-force'])
  })
})

describe('between three', () => {
  it('a reservation takes a party out of a clause, before it signs', async () => {
    const terms = await proposed(threeParties())
    const reserve = { act: 'reserve', clauses: ['1'] } as const
    must(await act('FI', terms, reserve), 'reserve')
    for (const who of ['BE', 'DK', 'FI']) must(await sign(who, terms), 'sign')
    expect(codeOf(await act('FI', terms, reserve))).toBe('AGREEMENT_NOT_NOW')
    expect(must(await showAgreement(as('BE'), terms.id), 'show').reservations).toEqual([
      { party: 'FI', clause: '1' },
    ])
  })

  it('one leaves, another joins with the consent of all who are left', async () => {
    const terms = await signed(threeParties())
    expect(codeOf(await act('FI', terms, { act: 'terminate', ...because }))).toBe(
      'AGREEMENT_NOT_NOW',
    )
    must(await act('FI', terms, { act: 'withdraw', ...because }), 'withdraw')
    expect(codeOf(await act('BE', terms, { act: 'withdraw', ...because }))).toBe(
      'AGREEMENT_NOT_NOW',
    )
    must(await act('SE', terms, { act: 'accede' }), 'accede')
    must(await act('BE', terms, { act: 'consent', participant: 'SE' }), 'consent')
    expect(must(await showAgreement(as('SE'), terms.id), 'show').parties).toEqual(['BE', 'DK'])
    must(await act('DK', terms, { act: 'consent', participant: 'SE' }), 'consent')
    expect(must(await showAgreement(as('SE'), terms.id), 'show').parties).toEqual([
      ...['BE', 'DK', 'SE'],
    ])
  })

  it('who asks is refused by one, or by silence', async () => {
    const terms = await signed(threeParties())
    must(await act('SE', terms, { act: 'accede' }), 'accede')
    must(await act('DK', terms, { act: 'refuse', participant: 'SE', ...because }), 'refuse')
    expect(codeOf(await act('BE', terms, { act: 'consent', participant: 'SE' }))).toBe(
      'AGREEMENT_NOT_NOW',
    )
    must(await act('SE', terms, { act: 'accede' }), 'accede')
    await waited(terms, 'accession')
    await eventually(
      async () => must(await showAgreement(as('BE'), terms.id), 'show').accessions,
      (asked) => asked.length === 0,
      25_000,
    )
  })

  it('nobody joins a closed one, nor learns of it', async () => {
    const terms = await signed(newTerms())
    expect(codeOf(await act('SE', terms, { act: 'accede' }))).toBe('AGREEMENT_UNKNOWN')
    const seen = must(await listAgreements(as('SE')), 'list').map(({ id }) => id)
    expect(seen).not.toContain(terms.id)
    expect(codeOf(await agreementHistory(as('SE'), terms.id))).toBe('AGREEMENT_UNKNOWN')
  })
})
