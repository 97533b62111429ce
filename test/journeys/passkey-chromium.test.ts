// SPDX-License-Identifier: Apache-2.0
// The same pages in a real browser, with the authenticator that the browser plays: sign in, register, have it confirmed, sign.
import { agreementHistory, signAgreement } from '@corridor/sdk'
import { chromiumProgram, ChromiumPage } from './chromium'
import { must } from './cast'
import { aboutPasskey, person, type PersonWithPassphrase } from './officials'
import { pageOf, SigningScene } from './signing-scene'

const isThere = chromiumProgram !== undefined
const inChromium = isThere ? describe : describe.skip

inChromium(
  isThere ? 'in Chromium' : 'in Chromium (there is none on this machine: CHROME_PATH)',
  () => {
    let scene: SigningScene
    let page: ChromiumPage
    let anna: PersonWithPassphrase
    let address: string

    beforeAll(async () => {
      scene = await SigningScene.raise()
      anna = await person(scene.chief, { participant: 'BE', name: 'Anna' })
      address = scene.hub.http.replace('127.0.0.1', 'localhost')
      page = await ChromiumPage.open()
    }, 120_000)

    afterAll(async () => {
      await page.close()
      await scene.hub.close()
    })

    it('a person signs in, registers a passkey, and signs terms with it', async () => {
      await page.goTo(`${scene.hub.http}/sign-in?fresh&to=/passkeys`)
      await page.fill('name', anna.subject)
      await page.fill('passphrase', anna.passphrase)
      await page.click('main button', 'Register a passkey')
      expect(await page.evaluate('location.origin')).toBe(address)
      await page.addAuthenticator()
      await page.fill('name', 'office laptop')
      await page.click('form[data-passkey] button', 'Now a second official confirms it')
      const [row] = await scene.hub.query<{ kid: string }>('select kid from access.passkey')
      must(await aboutPasskey(scene.deputy, row?.kid ?? '', 'confirmations'), 'confirm')

      const terms = await scene.proposed()
      await page.goTo(`${address}${pageOf(terms, 'sign')}`)
      await page.click('form[data-passkey] button', 'It took effect at once')
      must(await signAgreement(scene.dora, terms), 'sign as Denmark')
      expect(await scene.stateOf(terms)).toBe('in-force')
      const { acts } = must(await agreementHistory(scene.dora, terms.id), 'history')
      expect(acts).toContainEqual(
        expect.objectContaining({ act: 'signed', signedWith: 'passkey', signerName: 'Anna' }),
      )

      await page.goTo(`${address}/agreements/${terms.id}/acts/suspend`)
      await page.fill('reason', 'Our law has changed')
      await page.click('main form button', 'What you sign')
      await page.click('form[data-passkey] button', 'It took effect at once')
      expect(await scene.stateOf(terms)).toBe('suspended')
      // No script was refused, and nothing was asked of another place.
      expect(page.complaints).toEqual([])
    })

    it('where the passkey is not on this device, says so and signs nothing', async () => {
      const other = await ChromiumPage.open()
      try {
        const terms = await scene.proposed()
        await other.goTo(`${address}/sign-in`)
        await other.fill('name', anna.subject)
        await other.fill('passphrase', anna.passphrase)
        await other.click('main button', 'Agreements')
        await other.goTo(`${address}${pageOf(terms, 'sign')}`)
        await other.addAuthenticator(false)
        await other.click('form[data-passkey] button', 'Nothing was signed.')
        expect(await scene.stateOf(terms)).toBe('proposed')
      } finally {
        await other.close()
      }
    })
  },
)
