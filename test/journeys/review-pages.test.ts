// SPDX-License-Identifier: Apache-2.0
// From a difference to a signed report on pages alone: people of two states write, sign each act with a passkey, and keep a file that
// verifies off line. Whoever writes too late loses no word; to a stranger nothing of it exists.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalJson } from '@corridor/kernel'
import { passkeyChallenge, writePasskeySignature } from '@corridor/message'
import { consoleLink, signedRequest } from '@corridor/sdk'
import { Browser, textOf, wordsForm, type FormFields } from './browser'
import { codeOf, must } from './cast'
import { corridor } from './corridor-command'
import { aboutPasskey, person, registerPasskey, type Signatory } from './officials'
import { raiseReview, terms, type ReviewTable } from './review-table'
import { told } from './signing-scene'

let table: ReviewTable
let casePage: string
let people: Readonly<Record<'Anna' | 'Axel' | 'Bodil' | 'Bo', Signatory>>
const report = `/reports/${terms.id}/2016`
const figure = 'BE.DK._T._T._T._T._T._T'

beforeAll(async () => {
  table = await raiseReview()
  casePage = `/cases/${(await table.caseOf('2016')).id}`
  const [Anna, Axel] = [await somebody('Ann', 'Anna', ['reviewer']), await somebody('Ann', 'Axel')]
  const Bodil = await somebody('Bo', 'Bodil', ['reviewer', 'signatory'])
  people = { Anna, Axel, Bodil, Bo: await somebody('Bo', 'Bosse') }
}, 180_000)

afterAll(() => table.hub.close())

/** A person with a passkey that a second official has confirmed. */
async function somebody(by: string, name: string, roles = ['signatory']): Promise<Signatory> {
  const { participant } = table.as(by)
  const who = await person(table.as(by), { participant, name, roles })
  const one = await registerPasskey(table.hub, who)
  must(await aboutPasskey(table.as('OPERATOR'), one.kid, 'confirmations'), 'confirm')
  return one
}

/** Opens a form, writes, and is shown what is signed. */
async function write({ browser }: Signatory, page: string, words: FormFields): Promise<string> {
  const { action, hidden } = wordsForm(await (await browser.get(page)).text())
  return (await browser.submit(action, [...listed(hidden), ...listed(words)])).text()
}

function listed(fields: FormFields): readonly (readonly [string, string])[] {
  return Array.isArray(fields) ? (fields as [string, string][]) : Object.entries(fields)
}

/** Signs what a page shows. */
async function sign({ browser, device }: Signatory, shown: string): Promise<Response> {
  const { action, fields } = await browser.completePage(shown, device)
  return browser.submit(action, fields)
}

const onFigure = (act: string): string => `${casePage}/acts/${act}?figure=${figure}`
const textAt = async ({ browser }: Signatory, page: string): Promise<string> =>
  textOf(await (await browser.get(page)).text())

describe('who reads', () => {
  it.each(['SE', 'OPERATOR'])(
    'to %s cases and reports are what does not exist, to the byte',
    async (who) => {
      const browser = new Browser(table.hub.http)
      await browser.get(await consoleLink(table.as(who)))
      for (const page of [casePage, `${casePage}/acts/comment`, report, `${report}/acts/sign`]) {
        const [there, none] = [await browser.get(page), await browser.get('/cases/NO-NO.2016.1')]
        expect([there.status, await there.text()]).toEqual([404, await none.text()])
      }
      for (const list of ['/cases', '/reports'])
        expect(await (await browser.get(list)).text()).not.toContain(terms.id)
    },
  )

  it('the committee reads by a link of its key, and is offered nothing to sign', async () => {
    const browser = new Browser(table.hub.http)
    await browser.get(await consoleLink(table.as('BEDK')))
    const html = await (await browser.get(casePage)).text()
    expect(textOf(html)).toContain('44,701')
    expect(html).not.toContain('/acts/')
  })
})

describe('a case on its page', () => {
  it('waits for both sides, and says what the hub suggests', async () => {
    expect(await textAt(people.Anna, '/cases?show=ours')).toContain('1 of them for your side')
    const text = await textAt(people.Anna, casePage)
    expect(text).toContain('Its one figure is still open.')
    expect(text).toContain('The hub only suggests; people decide.')
  })

  it('a form says what is not right, keeps what was written, and has one more row where it is asked for', async () => {
    const wrong = [
      ['value', '50.000'],
      ['reason', 'a reason to keep'],
    ] as const
    const shown = await write(people.Anna, onFigure('propose'), wrong)
    expect(textOf(shown)).toContain('Write a whole number in digits')
    expect(shown).toContain('a reason to keep')
    expect(shown).not.toContain('data-passkey')
    const more = await write(people.Anna, onFigure('propose'), [
      ['cause', 'TIMING'],
      ['more', 'cause'],
    ])
    expect(more.match(/name="cause"/g)).toHaveLength(2)
  })

  it('a figure is proposed with causes, and signed with a passkey', async () => {
    const words = [
      ...([
        ['value', '50000'],
        ['reason', 'late registrations are in'],
      ] as const),
      ...([
        ['cause', 'TIMING'],
        ['persons', '-4000'],
        ['cause', 'DEF_DURATION'],
        ['persons', ''],
      ] as const),
    ] as const
    const shown = await write(people.Anna, onFigure('propose'), words)
    expect(textOf(shown)).toContain('By signing, BE proposes the figure below')
    expect(textOf(shown)).toContain(
      "--cause TIMING=-4000 --cause DEF_DURATION --reason 'late registrations are in'",
    )
    const done = textOf(await (await sign(people.Anna, shown)).text())
    expect(done).toContain('Signed. It took effect at once.')
    expect(done).toContain(
      'BE proposes 50,000 Causes Late registration or timing −4,000 Duration rule −2,202',
    )
  })

  it('an answer that comes too late is refused with its words kept', async () => {
    const late = await write(people.Anna, onFigure('differ'), [
      ...([
        ['cause', 'TIMING'],
        ['persons', ''],
        ['reason', 'both of us are right'],
      ] as const),
    ])
    const words = [
      ['value', '49500'],
      ['reason', 'counted again'],
    ] as const
    const counter = await write(people.Bodil, onFigure('counter'), words)
    expect(await told(await sign(people.Bodil, counter))).toBe('done')
    const answer = await sign(people.Anna, late)
    const text = await answer.text()
    expect(answer.status).toBe(409)
    expect(textOf(text)).toContain(
      'The case was changed while you wrote. Your words are kept below',
    )
    expect(text).toContain('both of us are right')
    expect(textOf(text)).toContain('DK proposes 49,500')
  })

  it('comments go to both sides or to the own office, and neither figures nor words stand in an address', async () => {
    for (const [audience, text] of [
      ['office', 'our register was moved'],
      ['both', 'we look into it'],
    ] as const) {
      const shown = await write(people.Anna, `${casePage}/acts/comment`, { audience, text })
      expect(await told(await sign(people.Anna, shown))).toBe('done')
      expect(people.Anna.browser.url).not.toMatch(/register|look/)
    }
    expect(await textAt(people.Anna, casePage)).toContain('only your office sees this')
    const other = await textAt(people.Bodil, casePage)
    expect(other).toContain('we look into it')
    expect(other).not.toContain('our register was moved')
  })

  it('each side answers apart, and the other agrees to what is on the table', async () => {
    const words = [
      ['text', 'registered in January'],
      ['cause', 'TIMING'],
    ] as const
    const answer = await write(people.Anna, `${casePage}/acts/explain`, words)
    expect(await told(await sign(people.Anna, answer))).toBe('done')
    const agree = await (await people.Anna.browser.get(onFigure('agree'))).text()
    expect(textOf(agree)).toContain('DK proposes 49,500')
    const done = textOf(await (await sign(people.Anna, agree)).text())
    expect(done).toContain('DK proposed it, BE agreed')
    expect(done).toContain('Figure agreed')
  })
})

describe('the report on its page', () => {
  it('says to what a signature binds; who only reviews cannot sign, and who proposed last does not sign as well', async () => {
    const page = await textAt(people.Anna, `${report}/acts/sign`)
    expect(page).toContain('Your roles do not sign this.')
    expect(page).toContain('By signing, BE accepts these figures for exchange under the agreement.')
    const shown = await (await people.Bodil.browser.get(`${report}/acts/sign`)).text()
    expect(await told(await sign(people.Bodil, shown))).toBe('REVIEW_SAME_PERSON')
  })

  it('is returned with a reason, and settled again', async () => {
    const words = [
      ['reason', 'one more look'],
      ['figures', figure],
    ] as const
    const back = await write(people.Axel, `${report}/acts/return`, words)
    const text = textOf(await (await sign(people.Axel, back)).text())
    expect(text).toContain('BE returned it for more work: one more look')
    expect(text).toContain('One case is not settled')
    const again = [
      ['value', '49500'],
      ['reason', 'it is right'],
    ] as const
    expect(
      await told(await sign(people.Anna, await write(people.Anna, onFigure('propose'), again))),
    ).toBe('done')
    const agree = await (await people.Bodil.browser.get(onFigure('agree'))).text()
    expect(await told(await sign(people.Bodil, agree))).toBe('done')
  })

  it('is signed outside the pages too: a passkey over the act, brought to the API by whoever has it, once', async () => {
    const { agreement, period, version, digest } = await table.review()
    const about = { agreement, period, version, digest: digest ?? '' }
    const act = { act: 'sign', ...about, at: new Date().toISOString() }
    const signed = signedOutside(people.Axel, act)
    const other = { ...signed, bytes: Buffer.from(canonicalJson({ ...act, act: 'return' })) }
    expect(codeOf(await bring('BE', other))).toBe('PASSKEY_OTHER_ACT')
    expect((await table.review()).signatures).toEqual([])
    must(await bring('DK', signed), 'bring the act of Belgium')
    expect(codeOf(await bring('BE', signed))).toBe('REQUEST_REPLAYED')
    const { signatures } = await table.review()
    expect(signatures.map(({ participant }) => participant)).toEqual(['BE'])
    expect(await textAt(people.Axel, report)).toContain('Signed by one side')
  })

  /** Signs an act as a program of one's own does: the challenge is the act's, and no page is asked. */
  function signedOutside({ device, kid }: Signatory, act: object) {
    const bytes = Buffer.from(canonicalJson(act))
    const iat = Math.floor(Date.now() / 1_000)
    const purpose = { typ: 'corridor-review-act', aud: table.as('BE').hub.id, iat } as const
    const { origin, hostname: rpId } = new URL(people.Axel.browser.url)
    const assertion = device.get({ challenge: passkeyChallenge(bytes, purpose), origin, rpId })
    return { bytes, signature: writePasskeySignature({ ...purpose, kid, assertion }) }
  }

  function bring(who: string, { bytes, signature }: ReturnType<typeof signedOutside>) {
    const body = Buffer.from(JSON.stringify({ bytes: bytes.toString('base64'), signature }))
    const target = `/api/reviews/${terms.id}/2016/acts`
    return signedRequest(table.as(who), { method: 'POST', target, body })
  }

  it('is signed by the other side and kept as a file that verifies off line; a changed byte does not', async () => {
    const shown = await (await people.Bo.browser.get(`${report}/acts/sign`)).text()
    const done = await (await sign(people.Bo, shown)).text()
    expect(textOf(done)).toContain('Released')
    const address = /href="([^"]+\/signed\/\d+)" download/.exec(done)?.[1] ?? ''
    const file = await (await people.Bo.browser.get(address)).text()
    const { home } = table.hub
    writeFileSync(join(home, 'signed.json'), file)
    writeFileSync(join(home, 'changed.json'), file.replace('49500', '49501'))
    const good = await corridor(home, ['verify', 'signed.json', '--profile', 'DK'])
    expect([good.exit, good.out]).toEqual([0, expect.stringContaining('signed by BE (')])
    expect((await corridor(home, ['verify', 'changed.json', '--profile', 'DK'])).exit).toBe(7)
  })

  it('a form that another site has sent is refused, and a passkey of somebody else signs nothing', async () => {
    const shown = await write(people.Axel, `${report}/acts/renew`, { reason: 'once more' })
    const { action, fields } = await people.Axel.browser.completePage(shown, people.Axel.device)
    const strange = await people.Axel.browser.submit(action, fields, {
      origin: 'https://evil.example',
    })
    expect(await told(strange)).toBe('NOT_ALLOWED')
    expect(await told(await people.Bo.browser.submit(action, fields))).toBe('PASSKEY_OF_ANOTHER')
  })
})
