// SPDX-License-Identifier: Apache-2.0
// Passkeys of people: how they come to be, and how they end.
import { signedRequest } from '@corridor/sdk'
import { newAuthenticator } from '@corridor/testing'
import { textOf, type Wrongly } from './browser'
import { codeOf, must } from './cast'
import { aboutPasskey, person, signedIn, type Signatory } from './officials'
import { act, pageOf, SigningScene, told } from './signing-scene'

let scene: SigningScene

beforeAll(async () => {
  scene = await SigningScene.raise()
}, 60_000)

afterAll(() => scene.hub.close())

describe('a passkey', () => {
  it('is registered within five minutes of a sign-in that asked anew, and only on the page', async () => {
    const who = await person(scene.chief, { participant: 'BE', name: 'Ada' })
    const stale = await signedIn(scene.hub, who, '')
    const page = await (await stale.get('/passkeys')).text()
    expect(textOf(page)).toContain('within five minutes of a sign-in')
    expect(page).not.toMatch(/<script/)
    const fresh = await signedIn(scene.hub, who)
    const { action, fields } = await fresh.complete('/passkeys', newAuthenticator())
    expect(await told(await stale.submit(action, fields))).toBe('SIGN_IN_AGAIN')
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    expect(await told(await fresh.submit(action, fields, foreign))).toBe('NOT_ALLOWED')
    expect(await told(await fresh.submit(action, fields, {}))).toBe('NOT_ALLOWED')
    expect(await told(await fresh.submit(action, fields))).toBe('done')
    expect(await told(await fresh.submit(action, fields))).toBe('REQUEST_REPLAYED')
  })

  it('is not one that was made elsewhere, without asking who it is, or for another person', async () => {
    const who = await person(scene.chief, { participant: 'BE', name: 'Abe' })
    const browser = await signedIn(scene.hub, who)
    const wrongs: readonly Wrongly[] = [
      { origin: 'https://evil.example' },
      { rpId: 'evil.example' },
      { verifies: false },
      { challenge: 'AAAA' },
    ]
    for (const wrong of wrongs) {
      const { action, fields } = await browser.complete('/passkeys', newAuthenticator(), wrong)
      expect(await told(await browser.submit(action, fields))).toBe('PASSKEY_WRONG')
    }
    const other = await signedIn(
      scene.hub,
      await person(scene.chief, { participant: 'BE', name: 'Amy' }),
    )
    const { action, fields } = await browser.complete('/passkeys', newAuthenticator())
    expect(await told(await other.submit(action, fields))).toBe('PASSKEY_WRONG')
  })

  it('signs nothing until a second named official stands behind it', async () => {
    const who = await person(scene.chief, { participant: 'BE', name: 'Anton' })
    const one = await scene.registered(who)
    const terms = await scene.proposed()
    const page = textOf(await (await one.browser.get(pageOf(terms, 'sign'))).text())
    expect(page).toContain('You have no passkey that is good yet')
    expect(codeOf(await aboutPasskey(scene.chief, one.kid, 'confirmations'))).toBe(
      'OFFICIALS_WRONG',
    )
    expect(codeOf(await aboutPasskey(scene.dora, one.kid, 'confirmations'))).toBe('NOT_FOUND')
    must(await aboutPasskey(scene.operator, one.kid, 'confirmations'), 'confirm as the operator')
    expect(await act(one, pageOf(terms, 'sign'))).toBe('done')
  })

  it('is none of somebody who signs nothing', async () => {
    const who = await person(scene.chief, { participant: 'BE', name: 'Olga', roles: ['observer'] })
    const page = await (await (await signedIn(scene.hub, who)).get('/passkeys')).text()
    expect(textOf(page)).toContain('Your roles sign nothing')
  })
})

describe('a passkey that was good', () => {
  let anna: Signatory

  beforeAll(async () => {
    anna = await scene.signatory('Anna')
  })

  it('signs nothing with a passkey that was removed, by itself or by a colleague', async () => {
    const dan = await scene.signatory('Dan')
    const terms = await scene.inForce()
    const page = pageOf(terms, 'suspend')
    const before = await dan.browser.complete(page, dan.device)
    expect(codeOf(await aboutPasskey(scene.dora, dan.kid, 'removals'))).toBe('NOT_FOUND')
    must(await aboutPasskey(scene.chief, dan.kid, 'removals'), 'remove')
    expect(await told(await dan.browser.submit(before.action, before.fields))).toBe('KEY_REVOKED')
    expect(codeOf(await aboutPasskey(scene.deputy, dan.kid, 'confirmations'))).toBe('KEY_REVOKED')
    const again = await scene.registered(dan.who)
    expect(await told(await again.browser.submit('/passkeys/removals', { kid: again.kid }))).toBe(
      'done',
    )
    expect(codeOf(await aboutPasskey(scene.deputy, again.kid, 'confirmations'))).toBe('KEY_REVOKED')
    expect(await told(await again.browser.submit('/passkeys/removals', { kid: anna.kid }))).toBe(
      'NOT_FOUND',
    )
  })

  it('that is lost since an instant has signed in doubt since then, and only since then', async () => {
    const lea = await scene.signatory('Lea')
    const [before, since] = [await scene.inForce(), await scene.inForce()]
    expect(await act(lea, pageOf(before, 'suspend'))).toBe('done')
    const from = new Date().toISOString()
    expect(await act(lea, pageOf(since, 'suspend'))).toBe('done')
    const tomorrow = { from: new Date(Date.now() + 86_400_000).toISOString() }
    const wrong = await aboutPasskey(scene.chief, lea.kid, 'removals', tomorrow)
    expect(codeOf(wrong)).toBe('REVOCATION_INSTANT_WRONG')
    must(await aboutPasskey(scene.chief, lea.kid, 'removals', { from }), 'remove')
    const target = '/api/keys/affected'
    const told1 = await signedRequest<{ acts: readonly { agreement: string; kid: string }[] }>(
      scene.chief,
      { method: 'GET', target },
    )
    const doubtful = must(told1, 'ask').acts.filter(({ kid }) => kid === lea.kid)
    expect(doubtful.map(({ agreement }) => agreement)).toEqual([since.id])
  })

  it('has none from the moment on that it leaves, in a page that is open too', async () => {
    const eve = await scene.signatory('Eve')
    const terms = await scene.inForce()
    const before = await eve.browser.complete(pageOf(terms, 'suspend'), eve.device)
    const body = Buffer.from('{}')
    const target = `/api/people/${eve.who.id}/endings`
    must(await signedRequest(scene.chief, { method: 'POST', target, body }), 'end')
    const page = await eve.browser.submit(before.action, before.fields)
    expect(page.status).toBe(401)
    // Nor with the session of somebody else of the office.
    expect(await told(await anna.browser.submit(before.action, before.fields))).toBe(
      'PASSKEY_OF_ANOTHER',
    )
    const [row] = await scene.hub.query<{ removed: boolean }>(
      'select removed_at is not null as removed from access.passkey where kid = $1',
      [eve.kid],
    )
    expect(row).toEqual({ removed: true })
    expect(await scene.stateOf(terms)).toBe('in-force')
  })
})
