// SPDX-License-Identifier: Apache-2.0
// Every act about an agreement has its page: it is offered when it is open, says what it needs, and is signed with a passkey. The same with
// the office that releases a state's figures. The hub is split here, each service in a process of its own.
import type { Agreement } from '@corridor/contracts'
import { canonicalJson } from '@corridor/kernel'
import { digestOf } from '@corridor/message'
import {
  actOnAgreement,
  agreementHistory,
  listReleasingOffices,
  showAgreement,
  signAgreement,
  type Profile,
} from '@corridor/sdk'
import { must } from './cast'
import { aboutPasskey, official, person, type Signatory } from './officials'
import { act, SigningScene, told } from './signing-scene'
import { textOf } from './browser'

let scene: SigningScene
let anna: Signatory
let sven: Signatory
let fia: Profile

beforeAll(async () => {
  scene = await SigningScene.raise('split')
  fia = await official(scene, { participant: 'FI', holder: 'Fia' })
  const siri = await official(scene, { participant: 'SE', holder: 'Siri' })
  anna = await scene.signatory('Anna')
  sven = await scene.registered(await person(siri, { participant: 'SE', name: 'Sven' }))
  must(await aboutPasskey(scene.operator, sven.kid, 'confirmations'), 'confirm')
}, 60_000)

afterAll(() => scene.hub.close())

const open = { accession: { rule: 'with-consent', days: 30 } } as const
const three = {
  ...open,
  parties: ['BE', 'DK', 'FI'].map((participant) => ({ participant, signatures: 1 })),
}

/** Takes the link of an act from the agreement's page, says what it needs, and signs. */
async function take(
  who: Signatory,
  { id }: Agreement,
  { act: what, words = {} }: { readonly act: string; readonly words?: Record<string, string> },
): Promise<string> {
  const page = await (await who.browser.get(`/agreements/${id}`)).text()
  const href = new RegExp(`href="(/agreements/${id}/acts/${what}[^"]*)"`).exec(page)?.[1]
  if (href === undefined) return `${what} is not offered`
  const url = new URL(href.replaceAll('&amp;', '&'), who.browser.url)
  for (const [name, value] of Object.entries(words)) url.searchParams.set(name, value)
  return act(who, `${url.pathname}${url.search}`)
}

const reason = 'Our law has changed'

async function signed(terms: Agreement): Promise<Agreement> {
  const all = [scene.chief, scene.dora, fia].slice(0, terms.parties.length)
  for (const one of all) must(await signAgreement(one, terms), 'sign')
  return terms
}

function shown(terms: Agreement): { readonly id: string; readonly digest: string } {
  return { id: terms.id, digest: digestOf(Buffer.from(canonicalJson(terms))) }
}

async function actsOf({ id }: Agreement): Promise<readonly string[]> {
  const { acts } = must(await agreementHistory(scene.chief, id), 'history')
  return acts.map(({ act: what, signedWith }) => `${what}${signedWith === 'passkey' ? ' *' : ''}`)
}

describe('a person with a passkey', () => {
  it('declines terms', async () => {
    const terms = await scene.proposed()
    expect(await take(anna, terms, { act: 'decline', words: { reason } })).toBe('done')
    expect(await actsOf(terms)).toContain('declined *')
    expect(await take(anna, terms, { act: 'sign' })).toBe('sign is not offered')
  })

  it('leaves out clauses before signing, among three', async () => {
    const terms = await scene.proposed(three)
    const first = terms.enforced[0]?.id ?? ''
    expect(await take(anna, terms, { act: 'reserve', words: { clauses: 'none' } })).toBe(
      'AGREEMENT_CLAUSE_UNKNOWN',
    )
    expect(await take(anna, terms, { act: 'reserve', words: { clauses: first } })).toBe('done')
    expect(await take(anna, terms, { act: 'sign' })).toBe('done')
    expect(await actsOf(terms)).toEqual(['proposed', 'reserved *', 'signed *'])
  })

  it('gives notice', async () => {
    const terms = await signed(
      await scene.proposed({ entryIntoForce: { rule: 'on-notices', days: 30 } }),
    )
    expect(await take(anna, terms, { act: 'notify' })).toBe('done')
    expect(await take(anna, terms, { act: 'notify' })).toBe('notify is not offered')
    expect(await actsOf(terms)).toContain('noticed *')
  })

  it('asks to join, and the parties consent or refuse, and one leaves', async () => {
    const terms = await signed(await scene.proposed(three))
    const under = (clauses: string) => ({ act: 'accede', words: { clauses } })
    expect(await take(sven, terms, under('none'))).toBe('AGREEMENT_CLAUSE_UNKNOWN')
    expect(await take(sven, terms, under(''))).toBe('done')
    expect(await take(anna, terms, { act: 'refuse', words: { reason } })).toBe('done')
    const first = terms.enforced[0]?.id ?? ''
    expect(await take(sven, terms, under(first))).toBe('done')
    expect(await take(anna, terms, { act: 'consent' })).toBe('done')
    expect(await take(anna, terms, { act: 'consent' })).toBe('consent is not offered')
    for (const one of [scene.dora, fia])
      must(
        await actOnAgreement(one, shown(terms), { act: 'consent', participant: 'SE' }),
        'consent',
      )
    const joined = must(await showAgreement(scene.chief, terms.id), 'show')
    expect([joined.parties, joined.reservations]).toEqual([
      ['BE', 'DK', 'FI', 'SE'],
      [{ party: 'SE', clause: first }],
    ])
    expect(await take(anna, terms, { act: 'terminate' })).toBe('terminate is not offered')
    expect(await take(anna, terms, { act: 'withdraw', words: { reason } })).toBe('done')
    const acts = await actsOf(terms)
    for (const what of ['accession-asked *', 'accession-refused *', 'consented *', 'left *'])
      expect(acts).toContain(what)
  })

  it('names the office that releases the figures of its state, and no office any more', async () => {
    const page = (office: string): string => `/offices?contract=migration-flow&office=${office}`
    expect(await act(anna, page('NONE'))).toBe('NOT_FOUND')
    expect(await act(anna, page('STAT'))).toBe('done')
    const named = must(await listReleasingOffices(scene.chief), 'list')
    expect(named).toMatchObject([{ contract: 'migration-flow', office: 'STAT', name: 'Anna' }])
    const shown = textOf(await (await anna.browser.get('/offices')).text())
    expect(shown).toContain('migration-flow STAT')
    expect(shown).toContain('work-permits Any office')
    expect(await act(anna, page(''))).toBe('done')
    expect(must(await listReleasingOffices(scene.chief), 'list')).toMatchObject([{ office: null }])
    // A state reads of its own offices alone, and signs for itself.
    expect(textOf(await (await sven.browser.get('/offices')).text())).not.toContain('Anna')
    const { action, fields } = await anna.browser.complete(page('STAT'), anna.device)
    expect(await told(await sven.browser.submit(action, fields))).toBe('PASSKEY_OF_ANOTHER')
  })
})
