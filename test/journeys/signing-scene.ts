// SPDX-License-Identifier: Apache-2.0
// A hub with officials who hold keys, and people who hold passkeys.
import type { Agreement } from '@corridor/contracts'
import { proposeAgreement, showAgreement, signAgreement, type Profile } from '@corridor/sdk'
import type { Authenticator } from '@corridor/testing'
import { corridorTerms } from '../../apps/cli/src/demonstration/region'
import { textOf, type Wrongly } from './browser'
import { must, operatorOf } from './cast'
import {
  aboutPasskey,
  official,
  person,
  registerPasskey,
  type PersonWithPassphrase,
  type Signatory,
} from './officials'
import { raiseHub, type Hub, type Mode } from './raise-hub'

/** The hub and its officials: Chief and Deputy of Belgium, Dora of Denmark, each with the key of an office. */
export class SigningScene {
  private agreements = 0

  private constructor(
    readonly hub: Hub,
    readonly operator: Profile,
    private readonly officials: readonly [chief: Profile, deputy: Profile, dora: Profile],
  ) {}

  static async raise(mode: Mode = 'in one process'): Promise<SigningScene> {
    const hub = await raiseHub(mode)
    const ground = { hub, operator: await operatorOf(hub) }
    const chief = await official(ground, { participant: 'BE', holder: 'Chief' })
    const deputy = await official(ground, { participant: 'BE', holder: 'Deputy' })
    const dora = await official(ground, { participant: 'DK', holder: 'Dora' })
    return new SigningScene(hub, ground.operator, [chief, deputy, dora])
  }

  get chief(): Profile {
    return this.officials[0]
  }

  get deputy(): Profile {
    return this.officials[1]
  }

  get dora(): Profile {
    return this.officials[2]
  }

  /** A person with a passkey that waits for a second official. */
  registered(who: PersonWithPassphrase, device?: Authenticator): Promise<Signatory> {
    return registerPasskey(this.hub, who, device)
  }

  /** A person of Belgium with a passkey that is good. */
  async signatory(name: string, subject?: string): Promise<Signatory> {
    const who = await person(this.chief, { participant: 'BE', name, ...(subject && { subject }) })
    const one = await this.registered(who)
    must(await aboutPasskey(this.deputy, one.kid, 'confirmations'), 'confirm')
    return one
  }

  async proposed(change: Partial<Agreement> = {}): Promise<Agreement> {
    this.agreements += 1
    const id = `BE-DK-${String(this.agreements)}`
    const terms = { ...corridorTerms(['BE', 'DK']), id, ...change }
    must(await proposeAgreement(this.chief, terms), 'propose')
    return terms
  }

  async inForce(): Promise<Agreement> {
    const terms = await this.proposed()
    for (const one of [this.chief, this.dora]) must(await signAgreement(one, terms), 'sign')
    return terms
  }

  async stateOf({ id }: Agreement): Promise<string> {
    return must(await showAgreement(this.chief, id), 'show').state
  }
}

/** The page of an act about an agreement, with its reason. */
export function pageOf({ id }: Agreement, act: string): string {
  return `/agreements/${id}/acts/${act}${act === 'sign' ? '' : '?reason=Our+law+has+changed'}`
}

/** Opens the page of an act, signs it, and sends what the change makes of the form; the code of the refusal, or "done". */
export async function act(
  { browser, device }: Pick<Signatory, 'browser' | 'device'>,
  page: string,
  wrong: Wrongly = {},
): Promise<string> {
  const { action, fields } = await browser.complete(page, device, wrong)
  return told(await browser.submit(action, fields))
}

/** The code of the refusal that a page shows, or "done". */
export async function told(page: Response): Promise<string> {
  const text = textOf(await page.text())
  if (page.status === 200) return 'done'
  return / [A-Z]\d{3} ([A-Z_]+)/.exec(text)?.[1] ?? `${String(page.status)} ${text}`
}
