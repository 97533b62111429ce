// SPDX-License-Identifier: Apache-2.0
import { enrol, openProfile, profileFolder, signedRequest, type Profile } from '@corridor/sdk'
import { newAuthenticator, type Authenticator } from '@corridor/testing'
import { Browser, textOf } from './browser'
import { must } from './cast'
import type { Hub } from './raise-hub'

/** An official with a name and a key, whom the operator invites. */
export async function official(
  { hub, operator }: { readonly hub: Hub; readonly operator: Profile },
  who: { participant: string; holder: string; roles?: readonly string[]; kind?: string },
): Promise<Profile> {
  const { participant, holder, roles = ['signatory'], kind = 'state' } = who
  const invited = { participant, kind, name: participant, members: [], holder, roles }
  const body = Buffer.from(JSON.stringify({ ...invited, productionAtOnce: 'a journey' }))
  const target = '/api/participants'
  const told = await signedRequest<{ code: string }>(operator, { method: 'POST', target, body })
  const { code } = must(told, `invite ${holder}`)
  const name = `${participant}-${holder.toUpperCase()}`
  const folder = profileFolder(hub.home, name)
  const office = { code: 'STAT', name: 'Statistics office' }
  must(await enrol({ folder, http: hub.http, code, office }), `enrol ${holder}`)
  return must(await openProfile(hub.home, name), `open the profile of ${holder}`)
}

/** Somebody who signs in with a name and a passphrase. */
export interface PersonWithPassphrase {
  readonly id: string
  readonly subject: string
  readonly passphrase: string
}

/** Registers a person of a participant, as one of its signatories or the operator does. */
export async function person(
  by: Profile,
  who: { participant: string; name: string; roles?: readonly string[]; subject?: string },
): Promise<PersonWithPassphrase> {
  const { participant, name, roles = ['signatory'], subject = name.toLowerCase() } = who
  const body = Buffer.from(
    JSON.stringify({ participant, office: 'STAT', roles: [...roles], name, subject }),
  )
  const told = await signedRequest<{ id: string; passphrase: string }>(by, {
    method: 'POST',
    target: '/api/people',
    body,
  })
  return { ...must(told, `register ${name}`), subject }
}

/** A browser in which a person has signed in; `fresh` asks the provider anew, as a registration of a passkey needs it. */
export async function signedIn(
  hub: Hub,
  { subject, passphrase }: PersonWithPassphrase,
  query = '?fresh&to=/passkeys',
): Promise<Browser> {
  const browser = new Browser(hub.http)
  await browser.get(`/sign-in${query}`)
  const page = await browser.submit(browser.url, { name: subject, passphrase })
  if (page.status !== 200) throw new Error(`could not sign in ${subject}: ${String(page.status)}`)
  return browser
}

/** An official's signed request about a passkey. */
export function aboutPasskey(
  by: Profile,
  kid: string,
  ...[verb, said = {}]: [verb: 'confirmations' | 'removals', said?: object]
) {
  const lost = { reason: 'lost', ...said }
  const body = Buffer.from(verb === 'removals' ? JSON.stringify(lost) : '{}')
  return signedRequest(by, { method: 'POST', target: `/api/passkeys/${kid}/${verb}`, body })
}

/** Somebody with a device and a passkey on it. */
export interface Signatory {
  readonly who: PersonWithPassphrase
  readonly device: Authenticator
  readonly browser: Browser
  readonly kid: string
}

/** A person registers a passkey, which then waits for a second official. */
export async function registerPasskey(
  hub: Hub,
  who: PersonWithPassphrase,
  device = newAuthenticator(),
): Promise<Signatory> {
  const browser = await signedIn(hub, who)
  const { action, fields } = await browser.complete('/passkeys', device)
  const page = await browser.submit(action, { ...fields, name: 'office laptop' })
  expect(textOf(await page.text())).toContain('Now a second official confirms it')
  const [row] = await hub.query<{ kid: string }>(
    'select kid from access.passkey where credential = $1',
    [device.id],
  )
  return { who, device, browser, kid: row?.kid ?? '' }
}
