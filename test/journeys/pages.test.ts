// SPDX-License-Identifier: Apache-2.0
import { newSalt, seal } from '@corridor/message'
import { consoleLink, type Profile } from '@corridor/sdk'
import type { Hub } from './raise-hub'
import { ask, type RawAnswer } from './raw-request'
import {
  citation,
  figures,
  raiseSharedCorridor,
  terms,
  type SharedCorridor,
} from './shared-corridor'

let scene: SharedCorridor
let hub: Hub
let be: Profile

beforeAll(async () => {
  scene = await raiseSharedCorridor()
  ;({ hub, be } = scene)
})

afterAll(() => hub.close())

describe('a page', () => {
  const open = (target: string, cookie = ''): Promise<RawAnswer> =>
    ask(hub.http, { target, headers: { cookie } })
  const linkOf = async (profile: Profile): Promise<string> => {
    const { pathname, search } = new URL(await consoleLink(profile))
    return `${pathname}${search}`
  }
  const sessionOf = async (profile: Profile): Promise<string> =>
    (await open(await linkOf(profile))).headers.get('set-cookie')?.split(';')[0] ?? ''

  const pages = ['/', '/agreements', `/corridors/${terms.id}`, '/cases', '/reports']

  it.each(pages)('is 401 without a session, and says how to get one: %s', async (target) => {
    for (const cookie of ['', 'corridor_session=', 'corridor_session=a.b.c']) {
      const page = await open(target, cookie)
      expect(page.status).toBe(401)
      expect(page.text).toContain('corridor console --profile')
      expect(page.text).not.toContain(terms.id)
    }
  })

  it('is opened by a link once, in a session that no script can read', async () => {
    const link = await linkOf(be)
    const first = await open(link)
    expect(first).toMatchObject({ status: 303 })
    const cookie = first.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/; HttpOnly/i)
    expect(cookie).toMatch(/; SameSite=Lax/i)
    expect(await open('/', cookie.split(';')[0])).toMatchObject({ status: 200 })
    const second = await open(link)
    expect(second).toMatchObject({ status: 401 })
    expect(second.headers.get('set-cookie')).toBeNull()
  })

  it('is not opened by a link that is altered, expired, or made for something else', async () => {
    const link = await linkOf(be)
    const late = { ...be, hub: { ...be.hub, id: 'other-hub' } }
    const links = [
      link.replace('pass=', 'pass=A'),
      link.slice(0, -1) + (link.endsWith('A') ? 'B' : 'A'),
      `${link}==`,
      await linkOf(late),
      await passOf({ expires: new Date(Date.now() - 1_000).toISOString() }),
      await passOf({ expires: 'never' }),
      await passOf({}, 'corridor-request'),
      '/enter',
      '/enter?pass=~',
      '/enter?pass=a&pass=b',
    ]
    for (const one of links) {
      const answer = await open(one)
      expect(answer).toMatchObject({ status: 401 })
      expect(answer.headers.get('set-cookie')).toBeNull()
    }
  })

  const passOf = async (
    change: object,
    typ: 'corridor-link' | 'corridor-request' = 'corridor-link',
  ): Promise<string> => {
    const expires = new Date(Date.now() + 60_000).toISOString()
    const bytes = Buffer.from(JSON.stringify({ nonce: newSalt(), expires, ...change }))
    const { signature } = await seal(bytes, { typ, aud: be.hub.id }, be.signer)
    return `/enter?pass=${bytes.toString('base64url')}~${signature}`
  }

  it('lets nothing in that is not its own: no script, no frame, no foreign sheet', async () => {
    const cookie = await sessionOf(be)
    for (const target of [...pages, '/nothing', '/api/hub', '/api/me', '/enter']) {
      const { headers, text } = await open(target, cookie)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toContain("base-uri 'none'")
      expect(policy).not.toMatch(/unsafe|script-src|\*|https?:/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-powered-by')).toBeNull()
      expect(text).not.toMatch(/<script|\sstyle=|\son[a-z]+=/i)
    }
  })

  it('says what the parties want to be cited as, and nothing of a demonstration', async () => {
    const cookie = await sessionOf(be)
    const shown = await Promise.all(pages.map(async (target) => (await open(target, cookie)).text))
    for (const text of shown) expect(text).not.toMatch(/demonstration|Eurostat/i)
    expect(shown.filter((text) => text.includes(citation))).toHaveLength(1)
  })

  it("shows a party its figures, and the operator none of anybody's", async () => {
    const [party, keeper] = [await sessionOf(be), await sessionOf(scene.operator)]
    expect((await open(`/corridors/${terms.id}`, party)).text).toContain('44,701')
    for (const target of pages) {
      const { text } = await open(target, keeper)
      for (const figure of figures) expect(text).not.toContain(figure)
    }
  })

  it.each([
    ['a third state', () => scene.se],
    ['the secretariat', () => scene.region],
  ])(
    'of a corridor is for %s to the byte the one of a corridor that does not exist',
    async (_, who) => {
      const cookie = await sessionOf(who())
      const there = await open(`/corridors/${terms.id}`, cookie)
      expect(there.status).toBe(404)
      expect(there.text).toBe((await open('/corridors/XX-YY-2026', cookie)).text)
      for (const target of ['/', '/agreements'])
        expect((await open(target, cookie)).text).not.toContain(terms.id)
    },
  )
})
