// SPDX-License-Identifier: Apache-2.0
// The pages on which people review and sign, in a real browser: no barrier that axe finds, from right to left too, on a phone, at 320
// pixels without sideways scroll, and by keyboard alone to a signed act.
import { readFileSync } from 'node:fs'
import { corridorTerms } from '../../apps/cli/src/demonstration/region'
import { ChromiumPage, chromiumProgram } from './chromium'
import { must } from './cast'
import { aboutPasskey, person, type PersonWithPassphrase } from './officials'
import { raiseReview, terms, type ReviewTable } from './review-table'

const isThere = chromiumProgram !== undefined
const inChromium = isThere ? describe : describe.skip
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const report = `/reports/${terms.id}/2016`
const figure = 'BE.DK._T._T._T._T._T._T'

inChromium(
  isThere ? 'in Chromium' : 'in Chromium (there is none on this machine: CHROME_PATH)',
  () => {
    let table: ReviewTable
    let page: ChromiumPage
    let anna: PersonWithPassphrase
    let address: string
    let casePage: string

    beforeAll(async () => {
      table = await raiseReview()
      const roles = ['reviewer', 'signatory']
      anna = await person(table.as('Ann'), { participant: 'BE', name: 'Anna', roles })
      address = table.hub.http.replace('127.0.0.1', 'localhost')
      casePage = `/cases/${(await table.caseOf('2016')).id}`
      page = await ChromiumPage.open()
    }, 180_000)

    afterAll(async () => {
      await page.close()
      await table.hub.close()
    })

    /** What axe and a narrow window find against the page that is open. */
    async function barriers(): Promise<readonly string[]> {
      await page.evaluate(axe)
      const found: string[] = []
      for (const direction of ['ltr', 'rtl'])
        for (const width of [1440, 390, 320]) {
          await page.resize(width)
          await page.evaluate(`document.documentElement.dir = '${direction}'`)
          const at = `${direction} ${String(width)}`
          const told = width === 320 ? [] : await page.evaluate(checked)
          found.push(...(told as readonly string[]).map((one) => `${at}: ${one}`))
          const scroll = await page.evaluate(scrolled)
          if (scroll !== 0) found.push(`${at}: scrolls sideways by ${String(scroll)}`)
        }
      await page.evaluate("document.documentElement.dir = 'ltr'")
      await page.resize(1440)
      return found
    }

    it('sign-in and passkeys have no barrier, empty and with a passkey that waits', async () => {
      await page.goTo(`${table.hub.http}/sign-in?fresh&to=/passkeys`)
      expect(await barriers()).toEqual([])
      await page.fill('name', anna.subject)
      await page.fill('passphrase', anna.passphrase)
      await page.click('main button', 'Register a passkey')
      expect(await barriers()).toEqual([])
      await page.addAuthenticator()
      await page.fill('name', 'office laptop')
      await page.click('form[data-passkey] button', 'Now a second official confirms it')
      expect(await barriers()).toEqual([])
      const [row] = await table.hub.query<{ kid: string }>('select kid from access.passkey')
      must(await aboutPasskey(table.as('OPERATOR'), row?.kid ?? '', 'confirmations'), 'confirm')
    })

    const places: readonly (readonly [what: string, target: () => string, words: string])[] = [
      ['the list of cases', () => '/cases', 'Differences to settle'],
      ['a list without a case', () => '/cases?show=settled', 'No case is like this.'],
      ['a case', () => casePage, 'What you can do about this figure'],
      ['the form of a proposal', () => `${casePage}/acts/propose?figure=${figure}`, 'Add a cause'],
      ['the form of a comment', () => `${casePage}/acts/comment`, 'Only your office'],
      ['the list of reports', () => '/reports', 'Your reports'],
      ['a report in review', () => report, 'There is nothing to sign yet'],
      ['an agreement', () => `/agreements/${terms.id}`, 'What has happened'],
      ['an act', () => `/agreements/${terms.id}/acts/suspend?reason=A+law`, 'Sign with'],
      ['releasing offices', () => '/offices', 'Name an office'],
      ['the naming of one', () => '/offices?contract=work-permits&office=STAT', 'Sign with'],
      ['a page that is not there', () => '/cases/NO-NO.2016.1', 'There is no such page'],
    ]

    it.each(places)('%s has no barrier', async (_, target, words) => {
      await page.goTo(`${address}${target()}`)
      expect(await page.text()).toContain(words)
      expect(await barriers()).toEqual([])
      const heading = await page.evaluate('document.querySelector("h1").innerText.slice(0, 4)')
      expect(await page.evaluate('document.title')).toContain(heading)
      expect(await page.evaluate('document.querySelectorAll("h1").length')).toBe(1)
    })

    it('by keyboard alone a proposal is written, found wanting, put right and signed; focus is always seen', async () => {
      await page.goTo(`${address}${casePage}/acts/propose?figure=${figure}`)
      await reach('value')
      await page.type('50.000')
      await page.press('Enter')
      await page.shows('Write a whole number in digits')
      expect(await barriers()).toEqual([])
      await reach('value')
      await page.evaluate('document.activeElement.select()')
      await page.type('50000')
      await reach('reason')
      await page.type('late registrations are in')
      await reach('Show what I sign')
      await page.press('Enter')
      await page.shows('Sign with your passkey')
      expect(await barriers()).toEqual([])
      await reach('Sign with your passkey')
      await page.press('Enter')
      await page.shows('Signed. It took effect at once.')
      expect(await page.text()).toContain('BE proposes')
      expect(await barriers()).toEqual([])
    })

    /** Goes on by Tab to a field by its name or to a button by its words, and sees where the focus is at every stop. */
    async function reach(what: string): Promise<void> {
      for (let stop = 0; stop < 80; stop += 1) {
        await page.press('Tab')
        const { name, words, outline, isCovered } = (await page.evaluate(focused)) as Focus
        if (name === 'BODY') continue
        expect([name, words, Number.parseFloat(outline) >= 3, isCovered]).toEqual([
          name,
          words,
          true,
          false,
        ])
        if (name === what || words === what) return
      }
      throw new Error(`could not reach ${what} by keyboard`)
    }

    it('by keyboard alone terms are proposed, and answered by others clause by clause', async () => {
      const draft = { ...corridorTerms(['BE', 'DK']), id: 'BE-DK-2031' }
      await page.goTo(`${address}/proposals`)
      expect(await barriers()).toEqual([])
      await reach('terms')
      await page.type(JSON.stringify(draft, undefined, 2))
      await reach('Show what I propose')
      await page.press('Enter')
      await page.shows('By signing, BE proposes the terms above')
      await reach('Sign with your passkey')
      await page.press('Enter')
      await page.shows('Signed. It took effect at once')
      await page.goTo(`${address}/proposals?answers=${draft.id}`)
      await reach('terms')
      await page.evaluate('document.activeElement.select()')
      await page.type(JSON.stringify({ ...draft, signatureDays: 7 }))
      await reach('Show what I propose')
      await page.press('Enter')
      await page.shows('all sign within 7 days')
      expect(await barriers()).toEqual([])
    })

    it('the report has no barrier when it is ready to sign, and nor has its signing', async () => {
      must(await table.act('DK', { act: 'agree' }), 'agree')
      await page.goTo(`${address}${report}`)
      expect(await page.text()).toContain('What the two sides sign')
      expect(await barriers()).toEqual([])
      for (const act of ['sign', 'return']) {
        await page.goTo(`${address}${report}/acts/${act}`)
        expect(await barriers()).toEqual([])
      }
      // No script was refused, and nothing was asked of another place.
      expect(page.complaints.filter((one) => !one.includes('404'))).toEqual([])
    })
  },
)

// By how many pixels the page is wider than its window. A scrollbar that has just come takes the page a few frames to lay out for.
const scrolled = `(async () => {
  const { documentElement: page } = document
  for (let tries = 0; tries < 20 && page.scrollWidth > page.clientWidth; tries += 1)
    await new Promise((on) => setTimeout(on, 50))
  return page.scrollWidth - page.clientWidth
})()`

// A page on which axe has looked at nothing is a barrier of ours.
const checked = `axe.run({ runOnly: ${JSON.stringify(rules)} }).then(({ violations, passes }) => passes.length < 10
  ? ['axe looked at ' + passes.length + ' rules only']
  : violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`

interface Focus {
  readonly name: string
  readonly words: string
  readonly outline: string
  readonly isCovered: boolean
}

// Covered: something else lies over the middle of what has the focus.
const focused = `(() => {
  const at = document.activeElement
  if (at === document.body) return { name: 'BODY' }
  const { left, top, width, height } = at.getBoundingClientRect()
  const over = document.elementFromPoint(left + width / 2, top + height / 2)
  return {
    name: at.name || at.tagName, words: at.innerText || '', outline: getComputedStyle(at).outlineWidth,
    isCovered: over !== null && at !== over && !at.contains(over) && !over.contains(at),
  }
})()`
