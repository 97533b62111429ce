// SPDX-License-Identifier: Apache-2.0
// People sign in to the console by OpenID Connect: with the provider that the hub brings, and with any other by settings.
import { signedRequest, type Profile } from '@corridor/sdk'
import { Browser } from './browser'
import { codeOf, must, newParticipant, operatorOf } from './cast'
import { raiseHub, type Hub } from './raise-hub'

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

interface Registered {
  readonly id: string
  readonly passphrase: string
}

const person = {
  participant: 'BE',
  office: 'STAT',
  roles: ['observer'],
  name: 'Anna',
  subject: 'anna',
}
const add = (by: Profile, change: object = {}) =>
  signedRequest<Registered>(by, {
    method: 'POST',
    target: '/api/people',
    body: Buffer.from(JSON.stringify({ ...person, ...change })),
  })
const end = (by: Profile, id: string) =>
  signedRequest(by, {
    method: 'POST',
    target: `/api/people/${id}/endings`,
    body: Buffer.from('{}'),
  })

async function signIn(
  name: string,
  passphrase: string,
): Promise<{ browser: Browser; page: Response }> {
  const browser = new Browser(hub.http)
  const form = await browser.get('/sign-in')
  expect(form.status).toBe(200)
  const page = await browser.submit(browser.url, { name, passphrase })
  return { browser, page }
}

describe('somebody with a place in the register', () => {
  let anna: Registered

  beforeAll(async () => {
    anna = must(await add(be), 'register Anna')
  })

  it('signs in with the local provider and sees what the participant may see', async () => {
    const { browser, page } = await signIn('anna', anna.passphrase)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('BE')
    const session = browser.seen.find((one) => one.startsWith('corridor_session='))
    expect(session).toMatch(/HttpOnly/)
    expect(session).toMatch(/SameSite=Lax/)
    // What was needed on the way is not kept.
    expect(browser.cookie('corridor_signing_in')).toBeUndefined()
    expect((await browser.get('/agreements')).status).toBe(200)
  })

  it('does not with a wrong passphrase, and waits after five of them, even with the right one', async () => {
    const ben = must(await add(be, { subject: 'ben', name: 'Ben' }), 'register Ben')
    for (let i = 0; i < 5; i++) expect((await signIn('ben', 'wrong')).page.status).toBe(401)
    expect((await signIn('ben', ben.passphrase)).page.status).toBe(401)
    expect((await signIn('nobody', 'wrong')).page.status).toBe(401)
  })

  it('is nobody at once when the person leaves, with a session that is open', async () => {
    const { browser, page } = await signIn('anna', anna.passphrase)
    expect(page.status).toBe(200)
    must(await end(be, anna.id), 'end')
    expect((await browser.get('/')).status).toBe(401)
    expect((await signIn('anna', anna.passphrase)).page.status).toBe(401)
  })
})

describe('a sign-in', () => {
  let eva: Registered

  beforeAll(async () => {
    eva = must(await add(be, { subject: 'eva', name: 'Eva' }), 'register Eva')
  })

  it('that another browser began is nobody’s: the form is not shown, and the code is not taken', async () => {
    const first = new Browser(hub.http)
    await first.get('/sign-in')
    const victim = new Browser(hub.http)
    expect((await victim.get(first.url)).status).toBe(401)
    const entered = await victim.submit(first.url, { name: 'eva', passphrase: eva.passphrase })
    expect(entered.status).toBe(401)
    expect(victim.cookie('corridor_session')).toBeUndefined()
  })

  it('that comes back without having departed, or with another state, opens nothing', async () => {
    const browser = new Browser(hub.http)
    expect((await browser.get('/sign-in/callback?code=abc&state=def')).status).toBe(401)
    const departed = new Browser(hub.http)
    await departed.get('/sign-in')
    expect((await departed.get('/sign-in/callback?code=abc&state=def')).status).toBe(401)
    expect(departed.cookie('corridor_session')).toBeUndefined()
  })

  it('that was begun before the hub restarted ends after it', async () => {
    const browser = new Browser(hub.http)
    expect((await browser.get('/sign-in')).status).toBe(200)
    await hub.restart({ samePort: true })
    const page = await browser.submit(browser.url, { name: 'eva', passphrase: eva.passphrase })
    expect(page.status).toBe(200)
    expect(browser.cookie('corridor_session')).toBeDefined()
    // What the provider remembers can be used by nobody who reads it, and does not stay.
    const rows = await hub.query<{ payload: Record<string, unknown> }>(
      `select payload from access.sign_in_state where model <> 'Session'`,
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { payload } of rows) expect(payload).not.toHaveProperty('jti')
  })

  it('is registered by a signatory of the participant or the operator only', async () => {
    const { openProfile } = await import('@corridor/sdk')
    const dk = must(await openProfile(hub.home, 'DK'), 'open')
    expect(codeOf(await add(dk, { subject: 'spy' }))).toBe('NOT_ALLOWED')
    expect(codeOf(await end(dk, eva.id))).toBe('NOT_FOUND')
    expect(await add(operator, { subject: 'fred', name: 'Fred' })).toMatchObject({ ok: true })
    const taken = await add(dk, { participant: 'DK', subject: 'eva', name: 'Not Eva' })
    expect(codeOf(taken)).toBe('PARTICIPANT_EXISTS')
  })
})
