// SPDX-License-Identifier: Apache-2.0
// Anybody who may see an agreement proves later, without the hub, who signed its acts and with what.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Agreement } from '@corridor/contracts'
import { canonicalJson } from '@corridor/kernel'
import { sealNow, signerOf, type PrivateJwk } from '@corridor/message'
import { openSignedAct, readSealedFile, signAgreement, writeSealedFile } from '@corridor/sdk'
import { codeOf, must } from './cast'
import { corridor } from './corridor-command'
import { aboutPasskey, type Signatory } from './officials'
import { act, pageOf, SigningScene } from './signing-scene'

let scene: SigningScene
let anna: Signatory
let terms: Agreement
let home: string

const dora = ['--profile', 'DK-DORA']
const fileOf = (what: string): string => {
  const folder = join(home, 'signed')
  const name = readdirSync(folder).find((one) => one.endsWith(`-${what}.json`))
  return join(folder, name ?? 'none')
}

beforeAll(async () => {
  scene = await SigningScene.raise()
  ;({ home } = scene.hub)
  anna = await scene.signatory('Anna')
  terms = await scene.proposed()
  expect(await act(anna, pageOf(terms, 'sign'))).toBe('done')
  must(await signAgreement(scene.dora, terms), 'sign as Denmark')
  expect(await act(anna, pageOf(terms, 'suspend'))).toBe('done')
}, 60_000)

afterAll(() => scene.hub.close())

describe('the history of an agreement', () => {
  it('says who signed and with what, verified, and keeps the proofs', async () => {
    const shown = await corridor(home, [
      ...['agreements', 'history', terms.id, '--proofs', 'signed'],
      ...dora,
    ])
    expect(shown).toMatchObject({ exit: 0 })
    expect(shown.out).toContain('passkey of Anna *')
    expect(shown.out).toContain('office key of Dora *')
    expect(readdirSync(join(home, 'signed'))).toHaveLength(4)
  })
})

describe('a kept act', () => {
  it('verifies off line, and says which office and which kind of key signed it', async () => {
    const terms1 = await corridor(home, ['verify', fileOf('signed'), ...dora])
    expect(terms1).toMatchObject({ exit: 0 })
    expect(terms1.out).toContain('signed by Anna of BE (STAT), with a passkey')
    const whole = await corridor(home, ['verify', 'signed', ...dora])
    expect(whole).toMatchObject({ exit: 0 })
    expect(whole.out).toContain('4 files looked at, 0 wrong')
    // What the passkey signed stays signed when it is removed.
    must(await aboutPasskey(scene.chief, anna.kid, 'removals'), 'remove')
    const again = await corridor(home, ['agreements', 'history', terms.id, ...dora])
    expect(again.out).toContain('passkey of Anna *')
  })

  it('ends with 7 where a byte of it was altered', async () => {
    const file = fileOf('suspended')
    const text = readFileSync(file, 'utf8')
    for (const [before, after] of [
      ['suspend', 'suspenD'],
      ['Anna', 'Hans'],
      ['BE', 'SE'],
    ] as const) {
      writeFileSync(join(home, 'altered.json'), text.replace(before, after))
      expect(await corridor(home, ['verify', 'altered.json', ...dora])).toMatchObject({ exit: 7 })
    }
  })

  it('is none where the hub itself would put other words under a signature', async () => {
    // A hub that cheats: its own key seals what it likes, and the passkey has not signed that.
    const signer = await hubSigner()
    const opened = must(
      await openSignedAct(must(readSealedFile(fileOf('suspended')), 'read'), scene.dora.hub),
      'open',
    )
    const forge = async (change: object): Promise<string> => {
      const bytes = Buffer.from(canonicalJson({ ...opened.act, ...change }))
      const sealed = sealNow(bytes, { typ: 'corridor-signed-act', aud: scene.dora.hub.id }, signer)
      writeSealedFile(join(home, 'forged.json'), sealed)
      const file = must(readSealedFile(join(home, 'forged.json')), 'read')
      const judged = await openSignedAct(file, scene.dora.hub)
      return judged.ok ? 'genuine' : codeOf(judged)
    }
    expect(await forge({})).toBe('genuine')
    const other = opened.act.document.replace('suspend', 'terminate')
    const wrongs: readonly object[] = [
      { document: other },
      { purpose: 'corridor-agreement' },
      { at: '2027-01-01T00:00:00Z' },
      { signer: { ...opened.act.signer, origin: 'https://evil.example' } },
      { signer: { ...opened.act.signer, with: 'office-key' } },
      { signer: { ...opened.act.signer, kid: scene.dora.signer.kid } },
    ]
    for (const wrong of wrongs) expect(await forge(wrong)).toBe('RECEIPT_NOT_OF_THIS_HUB')
  })
})

function hubSigner() {
  const text = readFileSync(join(home, 'keys', 'hub.jwk'), 'utf8')
  return signerOf(JSON.parse(text) as PrivateJwk)
}
