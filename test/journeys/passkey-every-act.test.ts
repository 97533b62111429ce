// SPDX-License-Identifier: Apache-2.0
// Every act about an agreement has its page: it is offered when it is open, says what it needs, and is signed with a passkey. The same with
// the office that releases a state's figures. The hub is split here, each service in a process of its own.
import type { Agreement } from '@corridor/contracts'
import { canonicalJson } from '@corridor/kernel'
import { digestOf } from '@corridor/message'
import {
  actOnAgreement,
  agreementHistory,
  proposeAgreement,
  listReleasingOffices,
  showAgreement,
  signAgreement,
  type Profile,
} from '@corridor/sdk'
import { clauseInWords } from '@corridor/policy'
import { corridorTerms } from '../../apps/cli/src/demonstration/region'
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

describe('a person who proposes terms', () => {
  const draft = (): Agreement => ({ ...corridorTerms(['BE', 'DK']), id: 'BE-DK-2031' })
  const told = async (page: Response): Promise<string> => textOf(await page.text())

  /** Sends the form of the page: a file or a text, and which agreement it answers. */
  async function shownFor(
    { browser }: Signatory,
    { file, text = '', answers }: { file?: object; text?: string; answers?: string },
  ): Promise<string> {
    const form = new FormData()
    if (answers !== undefined) form.set('answers', answers)
    const content = file === undefined ? '' : JSON.stringify(file)
    form.set('file', new File([content], file === undefined ? '' : 'terms.json'))
    form.set('terms', text.replaceAll('\n', '\r\n'))
    return (await browser.send('/proposals/document', form)).text()
  }

  async function sign({ browser, device }: Signatory, page: string): Promise<Response> {
    const { action, fields } = await browser.completePage(page, device)
    return browser.submit(action, fields)
  }

  it('reads them clause by clause with what is found in them, and proposes them with a passkey', async () => {
    const list = await (await anna.browser.get('/agreements')).text()
    expect(list).toContain('href="/proposals"')
    const page = await shownFor(anna, { file: draft(), text: 'a file goes before it' })
    const text = textOf(page)
    expect(text).toContain('By signing, BE proposes the terms above')
    for (const { id, says } of draft().enforced.map((clause) => ({
      id: clause.id,
      says: clauseInWords(clause),
    })))
      expect(text).toContain(`${id} ${says}`)
    expect(text).toContain('Nothing: they hang together')
    expect(await told(await sign(anna, page))).toContain('Signed. It took effect at once')
    const { acts } = must(await agreementHistory(scene.dora, 'BE-DK-2031'), 'history')
    expect(acts).toMatchObject([{ act: 'proposed', by: 'BE', signerName: 'Anna' }])
  })

  it('is told what is not right, and no passkey is asked', async () => {
    const { enforced } = draft()
    const wrongs: readonly (readonly [object | undefined, string, string])[] = [
      [undefined, '', 'There are no terms'],
      [undefined, '{"id": ', 'This is not JSON.'],
      [undefined, 'x'.repeat(262_145), 'This is more than 256 KiB.'],
      [{ ...draft(), penalty: 100 }, '', 'This does not follow the contract of agreements.'],
      [{ ...draft(), enforced: enforced.slice(0, 1) }, '', 'These terms cannot be proposed.'],
    ]
    for (const [file, text, words] of wrongs) {
      const page = await shownFor(anna, { ...(file && { file }), text })
      expect([words, textOf(page).includes(words)]).toEqual([words, true])
      expect(page).not.toContain('data-passkey')
      expect(page).toContain(text.slice(0, 7).replaceAll('"', '&quot;'))
    }
  })

  it('has proposed these terms and no others: what the form brings beside is held against what was signed', async () => {
    const other = { ...draft(), id: 'BE-DK-2032' }
    const page = await shownFor(anna, { file: other })
    const { action, fields } = await anna.browser.completePage(page, anna.device)
    const changed = Buffer.from(canonicalJson({ ...other, title: 'Another' })).toString('base64url')
    const answer = await anna.browser.submit(action, { ...fields, terms: changed })
    expect([answer.status, await told(answer)]).toEqual([
      409,
      expect.stringContaining('the signature is over other terms'),
    ])
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    expect(await told(await anna.browser.submit(action, fields, foreign))).toContain('NOT_ALLOWED')
    expect(await (await anna.browser.get('/agreements')).text()).not.toContain('BE-DK-2032')
  })

  it('answers terms by others, sees what differs, and answers no terms that it has not seen', async () => {
    const terms = await scene.proposed()
    const [id, { digest }] = [terms.id, shown(terms)]
    expect((await sven.browser.get(`/proposals?answers=${id}`)).status).toBe(404)
    const offered = await (await anna.browser.get(`/agreements/${id}`)).text()
    expect(offered).toContain(`href="/proposals?answers=${id}"`)
    const form = textOf(await (await anna.browser.get(`/proposals?answers=${id}`)).text())
    expect(form).toContain(`"id": "${id}"`)
    const answer = { ...terms, signatureDays: 7 }
    const text = JSON.stringify(answer, undefined, 2)
    const page = await shownFor(anna, { text, answers: id })
    expect(textOf(page)).toMatch(
      /Time to sign changed all sign within \d+ days all sign within 7 days/,
    )
    // Meanwhile Denmark has answered too.
    const theirs = { ...terms, title: 'Flows between Belgium and Denmark' }
    must(await proposeAgreement(scene.dora, theirs, digest), 'answer')
    const late = await sign(anna, page)
    expect(late.status).toBe(409)
    const again = await late.text()
    expect(textOf(again)).toContain('other terms of')
    expect(textOf(again)).toContain('Title changed Flows between Belgium and Denmark')
    expect(await told(await sign(anna, again))).toContain('Signed. It took effect at once')
    const now = must(await showAgreement(scene.dora, id), 'show')
    expect([now.terms, now.revision, now.proposedBy]).toEqual([answer, 3, 'BE'])
    expect(await actsOf(terms)).toEqual(['proposed', 'proposed', 'proposed *'])
  })
})
