// SPDX-License-Identifier: Apache-2.0
// People sign acts on the console's pages with passkeys: real keys and assertions of a software authenticator, through the page's own script.
import type { Agreement } from '@corridor/contracts'
import { canonicalJson } from '@corridor/kernel'
import { agreementHistory, signAgreement } from '@corridor/sdk'
import { textOf, type Wrongly } from './browser'
import { must } from './cast'
import { aboutPasskey, type Signatory } from './officials'
import { act, pageOf, SigningScene, told } from './signing-scene'

let scene: SigningScene

beforeAll(async () => {
  scene = await SigningScene.raise()
}, 60_000)

afterAll(() => scene.hub.close())

describe('a person with a passkey', () => {
  let anna: Signatory
  let ben: Signatory

  beforeAll(async () => {
    anna = await scene.signatory('Anna')
    ben = await scene.signatory('Ben')
  })

  it('signs the terms that the page shows, and the history says who and with what', async () => {
    const terms = await scene.proposed()
    const shown = await (await anna.browser.get(pageOf(terms, 'sign'))).text()
    expect(textOf(shown)).toContain('By signing, BE accepts the terms of the agreement')
    expect(textOf(shown)).toContain(canonicalJson(terms).slice(0, 40))
    expect(await act(anna, pageOf(terms, 'sign'))).toBe('done')
    must(await signAgreement(scene.dora, terms), 'sign as Denmark')
    expect(await scene.stateOf(terms)).toBe('in-force')
    const { acts } = must(await agreementHistory(scene.dora, terms.id), 'history')
    expect(acts.filter(({ act: what }) => what === 'signed')).toMatchObject([
      { by: 'BE', kid: anna.kid, signedWith: 'passkey', signerName: 'Anna' },
      { by: 'DK', signedWith: 'office-key', signerName: 'Dora' },
    ])
    const page = textOf(await (await anna.browser.get(`/agreements/${terms.id}`)).text())
    expect(page).toContain('passkey of Anna')
    expect(page).toContain('office key of Dora')
  })

  it('suspends, resumes and terminates, each once', async () => {
    const terms = await scene.inForce()
    const { action, fields } = await anna.browser.complete(pageOf(terms, 'suspend'), anna.device)
    expect(await told(await anna.browser.submit(action, fields))).toBe('done')
    expect(await scene.stateOf(terms)).toBe('suspended')
    expect(await act(anna, pageOf(terms, 'resume'))).toBe('done')
    expect(await told(await anna.browser.submit(action, fields))).toBe('REQUEST_REPLAYED')
    expect(await scene.stateOf(terms)).toBe('in-force')
    expect(await act(anna, pageOf(terms, 'terminate'))).toBe('done')
    expect(await scene.stateOf(terms)).toBe('terminated')
  })

  it('signs on the pages of the hub alone, and is asked who it is', async () => {
    const terms = await scene.inForce()
    const wrongs: readonly (readonly [Wrongly, string])[] = [
      [{ origin: 'https://evil.example' }, 'PASSKEY_OTHER_PLACE'],
      [{ crossOrigin: true }, 'PASSKEY_OTHER_PLACE'],
      [{ rpId: 'evil.example' }, 'PASSKEY_OTHER_PLACE'],
      [{ verifies: false }, 'PASSKEY_PERSON_UNVERIFIED'],
      [{ challenge: 'AAAA' }, 'PASSKEY_OTHER_ACT'],
    ]
    for (const [wrong, code] of wrongs)
      expect(await act(anna, pageOf(terms, 'suspend'), wrong)).toBe(code)
    expect(await scene.stateOf(terms)).toBe('in-force')
  })

  it('has signed one act and no other: nothing of the form can be altered', async () => {
    const [terms, other] = [await scene.inForce(), await scene.inForce()]
    const page = pageOf(terms, 'suspend')
    const { fields: signed } = await anna.browser.complete(page, anna.device)
    const document = Buffer.from(signed['bytes'] ?? '', 'base64url').toString('utf8')
    const changed = (text: string) => Buffer.from(text).toString('base64url')
    const client = Buffer.from(signed['clientDataJSON'] ?? '', 'base64url').toString('utf8')
    const wrongs: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
      [{ bytes: changed(document.replace('suspend', 'terminate')) }, 'PASSKEY_OTHER_ACT'],
      [{ bytes: changed(document.replace(terms.id, other.id)) }, 'PASSKEY_OTHER_ACT'],
      [{ iat: String(Number(signed['iat']) + 1) }, 'PASSKEY_OTHER_ACT'],
      [{ iat: String(Number(signed['iat']) - 600) }, 'REQUEST_STALE'],
      [{ clientDataJSON: changed(`${client} `) }, 'SIGNATURE_WRONG'],
      [{ clientDataJSON: changed('{}') }, 'PASSKEY_OTHER_ACT'],
      [{ signature: changed('not a signature') }, 'SIGNATURE_WRONG'],
      [{ authenticatorData: changed('too short') }, 'SIGNATURE_MALFORMED'],
      [{ credential: 'AAAA' }, 'PASSKEY_OF_ANOTHER'],
      [{ signature: '' }, 'SIGNATURE_MISSING'],
    ]
    for (const [change, code] of wrongs) {
      const answer = await anna.browser.submit(page, { ...signed, ...change })
      expect([change, await told(answer)]).toEqual([change, code])
    }
    // Its terms are another kind of act: what suspends signs nothing.
    const terms2 = await scene.proposed()
    const asTerms = await anna.browser.submit(pageOf(terms2, 'sign'), signed)
    expect(await told(asTerms)).toBe('PASSKEY_OTHER_ACT')
    const elsewhere = await anna.browser.submit(pageOf(other, 'suspend'), signed)
    expect(await told(elsewhere)).toBe('AGREEMENT_DIFFERENT_TERMS')
    expect([await scene.stateOf(terms), await scene.stateOf(other)]).toEqual([
      'in-force',
      'in-force',
    ])
  })

  it('signs for itself: neither a session alone, nor another’s passkey, nor a page of another site', async () => {
    const terms = await scene.inForce()
    const page = pageOf(terms, 'suspend')
    const byBen = await ben.browser.complete(page, ben.device)
    expect(await told(await anna.browser.submit(byBen.action, byBen.fields))).toBe(
      'PASSKEY_OF_ANOTHER',
    )
    const plain = { bytes: byBen.fields['bytes'] ?? '', iat: byBen.fields['iat'] ?? '' }
    expect(await told(await anna.browser.submit(byBen.action, plain))).toBe('SIGNATURE_MISSING')
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    expect(await told(await ben.browser.submit(byBen.action, byBen.fields, foreign))).toBe(
      'NOT_ALLOWED',
    )
    expect(await scene.stateOf(terms)).toBe('in-force')
    // The browser offers Ben's page to Ben's passkeys alone.
    await expect(ben.browser.complete(page, anna.device)).rejects.toThrow('the script says: failed')
  })

  it('is one person, whatever it signs with, where two have to sign', async () => {
    const two = [
      { participant: 'BE', signatures: 2 },
      { participant: 'DK', signatures: 1 },
    ] as const
    const terms = await scene.proposed({ parties: two as unknown as Agreement['parties'] })
    must(await signAgreement(scene.dora, terms), 'sign as Denmark')
    expect(await act(anna, pageOf(terms, 'sign'))).toBe('done')
    const second = await scene.registered(anna.who)
    must(await aboutPasskey(scene.deputy, second.kid, 'confirmations'), 'confirm')
    expect(await act(second, pageOf(terms, 'sign'))).toBe('AGREEMENT_ALREADY_SIGNED')
    expect(await scene.stateOf(terms)).toBe('signing')
    expect(await act(ben, pageOf(terms, 'sign'))).toBe('done')
    expect(await scene.stateOf(terms)).toBe('in-force')
  })

  it('is told apart from the holder of an office key by name', async () => {
    const two = [
      { participant: 'BE', signatures: 2 },
      { participant: 'DK', signatures: 1 },
    ] as const
    const terms = await scene.proposed({ parties: two as unknown as Agreement['parties'] })
    must(await signAgreement(scene.chief, terms), 'sign with an office key')
    const asChief = await scene.signatory('Chief', 'chief-by-name')
    expect(await act(asChief, pageOf(terms, 'sign'))).toBe('AGREEMENT_ALREADY_SIGNED')
    expect(await act(ben, pageOf(terms, 'sign'))).toBe('done')
  })

  it('whose device was copied is noticed by its counter', async () => {
    const clara = await scene.signatory('Clara')
    const terms = await scene.inForce()
    const copy = clara.device.copy()
    expect(await act(clara, pageOf(terms, 'suspend'))).toBe('done')
    expect(await act({ ...clara, device: copy }, pageOf(terms, 'resume'))).toBe(
      'PASSKEY_COUNTED_BACK',
    )
    expect(await scene.stateOf(terms)).toBe('suspended')
  })

  it('reads pages of which only those run a script that need it', async () => {
    const terms = await scene.inForce()
    const policyOf = async (target: string) =>
      (await anna.browser.get(target)).headers.get('content-security-policy') ?? ''
    for (const page of [pageOf(terms, 'suspend'), '/passkeys'])
      expect(await policyOf(page)).toMatch(/default-src 'none';.*; script-src 'self'$/)
    for (const page of ['/', '/agreements', `/agreements/${terms.id}`])
      expect(await policyOf(page)).not.toContain('script-src')
    // What is not said yet is asked for by a plain form.
    const asking = await anna.browser.get(`/agreements/${terms.id}/acts/suspend`)
    expect(asking.headers.get('content-security-policy')).not.toContain('script-src')
    expect(textOf(await asking.text())).toContain('Reason, for the other parties to read')
  })
})
