// SPDX-License-Identifier: Apache-2.0
import { createContext, runInContext } from 'node:vm'
import { consoleLink, type Profile } from '@corridor/sdk'
import type { Authenticator } from '@corridor/testing'

/** The words of a page, as a participant's one-use link opens the console on it. */
export async function wordsOfPage(profile: Profile, page: string): Promise<string> {
  const link = await consoleLink(profile)
  const browser = new Browser(new URL(link).origin)
  await browser.get(link)
  return textOf(await (await browser.get(page)).text())
}

/** What a passkey is asked to do wrongly, in attacks. */
export type Wrongly = Partial<Parameters<Authenticator['get']>[0]>

/** A form of a page that a passkey completes, after its script has run. */
export interface Completed {
  readonly action: string
  readonly fields: Readonly<Record<string, string>>
}

/** Fields of a form by their names; as a list where a name stands more than once. */
export type FormFields =
  Readonly<Record<string, string>> | readonly (readonly [name: string, value: string])[]

function entriesOf(form: FormFields): [string, string][] {
  return isListed(form) ? form.map(([name, value]) => [name, value]) : Object.entries(form)
}

function isListed(form: FormFields): form is readonly (readonly [string, string])[] {
  return Array.isArray(form)
}

/** A browser: keeps cookies with their paths, follows redirects within the hub, runs the script of passkeys and no other. */
export class Browser {
  private readonly cookies = new Map<string, { value: string; path: string }>()
  url = ''
  readonly seen: string[] = []

  constructor(private readonly start: string) {}

  async get(target: string): Promise<Response> {
    return this.go(target, { method: 'GET' })
  }

  /** Sends a form as a page of the same site does. */
  async submit(
    target: string,
    form: FormFields,
    headers: Readonly<Record<string, string>> = this.ownPage(),
  ): Promise<Response> {
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    const body = new URLSearchParams(entriesOf(form)).toString()
    return this.go(target, { method: 'POST', headers: { ...type, ...headers }, body })
  }

  /** Sends a form with files, as a page of the same site does. */
  async send(target: string, form: FormData, headers = this.ownPage()): Promise<Response> {
    return this.go(target, { method: 'POST', headers, body: form })
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name)?.value
  }

  /** Opens a page and completes its form with a passkey, as its script does. */
  async complete(target: string, device: Authenticator, wrongly: Wrongly = {}): Promise<Completed> {
    return this.completePage(await (await this.get(target)).text(), device, wrongly)
  }

  /** Completes the form of the page that it has just been shown. */
  async completePage(
    page: string,
    device: Authenticator,
    wrongly: Wrongly = {},
  ): Promise<Completed> {
    const source = /<script src="([^"]+)" defer/.exec(page)?.[1]
    if (source === undefined) throw new Error(`there is no script on the page: ${textOf(page)}`)
    const script = await (await fetch(new URL(source, this.url))).text()
    const { origin, hostname: rpId } = new URL(this.url)
    return runScript(script, page, answering(device, { origin, rpId, ...wrongly }))
  }

  private ownPage(): Readonly<Record<string, string>> {
    return { origin: new URL(this.url).origin, 'sec-fetch-site': 'same-origin' }
  }

  private async go(target: string, init: RequestInit): Promise<Response> {
    this.url = new URL(target, this.url === '' ? this.start : this.url).toString()
    const { pathname } = new URL(this.url)
    const sent = [...this.cookies].filter(([, { path }]) => pathname.startsWith(path))
    const headers = new Headers(init.headers)
    headers.set('cookie', sent.map(([name, { value }]) => `${name}=${value}`).join('; '))
    const response = await fetch(this.url, { ...init, headers, redirect: 'manual' })
    for (const one of response.headers.getSetCookie()) this.keep(one)
    const next = response.headers.get('location')
    if (next === null) return response
    return this.go(new URL(next, this.url).toString(), { method: 'GET' })
  }

  private keep(text: string): void {
    this.seen.push(text)
    const [pair = '', ...words] = text.split('; ')
    const [name = '', value = ''] = pair.split('=')
    const path = words.find((word) => word.toLowerCase().startsWith('path='))?.slice(5) ?? '/'
    if (value === '' || /expires=Thu, 01 Jan 1970/i.test(text)) this.cookies.delete(name)
    else this.cookies.set(name, { value, path })
  }
}

/** The form of words on a page: where it goes, and what it brings by itself. */
export function wordsForm(page: string): { readonly action: string; readonly hidden: FormFields } {
  const html = /<form[^>]*class="act-form"[\s\S]*?<\/form>/.exec(page)?.[0]
  if (html === undefined) throw new Error(`there is no form on the page: ${textOf(page)}`)
  const inputs = [...html.matchAll(/<input type="hidden"[^>]*>/g)].map(([input]) => input)
  const value = (of: string, name: string): string =>
    unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(of)?.[1] ?? '')
  const hidden = inputs
    .map((input) => [value(input, 'name'), value(input, 'value')] as const)
    .filter(([name]) => name === 'answers' || name === 'figure')
  return { action: value(html, 'action'), hidden }
}

/** The words of a page. */
export function textOf(html: string): string {
  return unescaped(html.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ')
}

interface Asked {
  readonly publicKey: {
    readonly challenge: Uint8Array
    readonly allowCredentials?: readonly { readonly id: Uint8Array }[]
    readonly userVerification?: string
  }
}

/** `navigator.credentials` of a browser with one device. */
function answering(device: Authenticator, place: Wrongly & { origin: string; rpId: string }) {
  const ceremony = ({ publicKey }: Asked) => ({
    challenge: Buffer.from(publicKey.challenge).toString('base64url'),
    ...place,
  })
  return {
    create: (asked: Asked) => {
      const { id, clientDataJSON, attestationObject } = device.create(ceremony(asked))
      const bytes = (text: string) => Buffer.from(text, 'base64url')
      const response = {
        clientDataJSON: bytes(clientDataJSON),
        attestationObject: bytes(attestationObject),
      }
      return Promise.resolve({ id, response })
    },
    get: (asked: Asked) => {
      const ids = (asked.publicKey.allowCredentials ?? []).map(({ id }) =>
        Buffer.from(id).toString('base64url'),
      )
      if (!ids.includes(device.id)) return Promise.reject(new Error('NotAllowedError'))
      return Promise.resolve({ id: device.id, response: device.get(ceremony(asked)) })
    },
  }
}

/** The few parts of a document that the script touches. */
async function runScript(script: string, page: string, credentials: object): Promise<Completed> {
  const html = /<form[^>]*data-passkey[\s\S]*?<\/form>/.exec(page)?.[0] ?? ''
  const attribute = (name: string, of = html): string =>
    unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(of)?.[1] ?? '')
  const inputs = [...html.matchAll(/<input[^>]*>/g)].map(([input]) => ({
    name: attribute('name', input),
    value: attribute('value', input),
    dataset: { answer: attribute('data-answer', input) },
  }))
  const said = [...html.matchAll(/data-said="(\w+)"/g)].map(([, name]) => ({
    dataset: { said: name },
    hidden: true,
  }))
  return new Promise((resolve, reject) => {
    let onSubmit: (event: object) => Promise<void> = () => Promise.resolve()
    const form = {
      dataset: { passkey: attribute('data-passkey'), options: attribute('data-options') },
      addEventListener: (_: string, listener: typeof onSubmit) => (onSubmit = listener),
      querySelector: () => ({ disabled: false, focus: () => undefined }),
      querySelectorAll: (which: string) =>
        which === '[data-said]' ? said : inputs.filter(({ dataset }) => dataset.answer !== ''),
      submit: () => {
        const fields = Object.fromEntries(inputs.map(({ name, value }) => [name, value]))
        resolve({ action: attribute('action'), fields })
      },
    }
    const world = {
      ...{ atob, btoa, Uint8Array, JSON, String, navigator: { credentials } },
      window: { PublicKeyCredential: Object },
      document: { querySelectorAll: () => [form] },
    }
    runInContext(script, createContext(world))
    onSubmit({ preventDefault: () => undefined, currentTarget: form }).then(() => {
      const shown = said.find(({ hidden }) => !hidden)
      if (shown !== undefined) reject(new Error(`the script says: ${String(shown.dataset.said)}`))
    }, reject)
  })
}

function unescaped(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
}
