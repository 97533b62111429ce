// SPDX-License-Identifier: Apache-2.0
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { eventually } from '@corridor/testing'

const places = [
  process.env['CHROME_PATH'] ?? '',
  ...['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
]

/** A Chromium of this machine, or undefined where there is none. */
export const chromiumProgram = places.find((place) => place !== '' && existsSync(place))

// A slow machine goes to the next page without the transition that the style sheet asks for; the browser itself says so, not a script.
const transitionLeftOut = '"AbortError: Transition was skipped"'

type Answer = Readonly<Record<string, unknown>>

/** A page of a real Chromium, told what to do by the DevTools protocol over a pipe, with an authenticator that the browser itself plays. */
export class ChromiumPage {
  private last = 0
  private readonly waiting = new Map<number, (answer: Answer) => void>()
  private session: string | undefined
  /** What the page's console and network complained about. */
  readonly complaints: string[] = []

  private constructor(
    private readonly child: ChildProcess,
    private readonly profile: string,
  ) {
    let rest = ''
    const [, , , , out] = child.stdio as unknown as readonly [null, null, null, null, Readable]
    out.on('data', (bytes: Buffer) => {
      const parts = (rest + bytes.toString('utf8')).split('\0')
      rest = parts.pop() ?? ''
      for (const part of parts) this.hear(JSON.parse(part) as Answer)
    })
  }

  static async open(): Promise<ChromiumPage> {
    const profile = mkdtempSync(join(tmpdir(), 'corridor-chromium-'))
    const words = [
      ...['--headless=new', '--no-sandbox', '--disable-gpu', '--remote-debugging-pipe'],
      ...['--no-first-run', '--disable-dev-shm-usage', `--user-data-dir=${profile}`],
      'about:blank',
    ]
    const stdio = ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] as const
    const child = spawn(chromiumProgram ?? '', words, { stdio: [...stdio] })
    const page = new ChromiumPage(child, profile)
    const { targetId } = await page.send('Target.createTarget', { url: 'about:blank' })
    const attached = await page.send('Target.attachToTarget', { targetId, flatten: true })
    page.session = String(attached['sessionId'])
    for (const domain of ['Page', 'Runtime', 'Log', 'WebAuthn'])
      await page.send(`${domain}.enable`, {})
    return page
  }

  /** An authenticator in the browser: it asks who it is (`verifies`), or cannot. */
  async addAuthenticator(verifies = true): Promise<void> {
    const options = {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: verifies, isUserVerified: verifies },
      automaticPresenceSimulation: true,
    }
    await this.send('WebAuthn.addVirtualAuthenticator', { options })
  }

  async goTo(url: string): Promise<void> {
    await this.send('Page.navigate', { url })
    await this.settled(() => this.isWhole())
  }

  /** Fills a field as typing does. */
  async fill(name: string, value: string): Promise<void> {
    const field = `document.querySelector('input[name=${JSON.stringify(name)}]')`
    await this.evaluate(`${field}.value = ${JSON.stringify(value)}`)
  }

  /** Clicks as a person does (a passkey is asked for after a gesture only), then waits for a page with a text. */
  async click(selector: string, until: string): Promise<void> {
    await this.send('Page.bringToFront', {})
    await this.evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`)
    await this.shows(until)
  }

  /** Lays the page out as a window or a phone of this width has it, in CSS pixels. */
  async resize(width: number): Promise<void> {
    const metrics = { width, height: 900, deviceScaleFactor: 1, mobile: width < 600 }
    await this.send('Emulation.setDeviceMetricsOverride', metrics)
  }

  /** Presses a key as a person without a mouse does. */
  async press(key: 'Tab' | 'Enter' | ' '): Promise<void> {
    const codes = { Tab: 9, Enter: 13, ' ': 32 }
    const event = { key, windowsVirtualKeyCode: codes[key], ...(key === 'Enter' && { text: '\r' }) }
    for (const type of ['keyDown', 'keyUp'])
      await this.send('Input.dispatchKeyEvent', { type, ...event })
  }

  /** Types into whatever has the focus. */
  async type(text: string): Promise<void> {
    await this.send('Input.insertText', { text })
  }

  /** Waits until the page is whole and holds a text. */
  async shows(text: string): Promise<void> {
    await this.settled(async () => (await this.isWhole()) && (await this.text()).includes(text))
  }

  /** The page as a PNG, all of its length. */
  async picture(): Promise<Buffer> {
    const told = await this.send('Page.captureScreenshot', { captureBeyondViewport: true })
    return Buffer.from(String(told['data']), 'base64')
  }

  async text(): Promise<string> {
    const text = await this.evaluate('document.body.innerText.replace(/\\s+/g, " ")')
    return typeof text === 'string' ? text : ''
  }

  /** The value of an expression in the page; undefined while it is being replaced. */
  async evaluate(expression: string): Promise<unknown> {
    const told = await this.send('Runtime.evaluate', {
      ...{ expression, returnByValue: true, userGesture: true, awaitPromise: true },
    })
    return (told['result'] as { value?: unknown } | undefined)?.value
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve))
    this.session = undefined
    void this.send('Browser.close', {})
    await ended
    // Its helpers may write a moment longer.
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }

  private isWhole(): Promise<unknown> {
    return this.evaluate('location.href !== "about:blank" && document.readyState === "complete"')
  }

  private async settled(done: () => Promise<unknown>): Promise<void> {
    try {
      await eventually(done, Boolean, 20_000)
    } catch (cause) {
      throw new Error(`the page says: ${await this.text()} ${this.complaints.join(' ')}`, { cause })
    }
  }

  private send(method: string, params: object): Promise<Answer> {
    this.last += 1
    const id = this.last
    const session = this.session === undefined ? {} : { sessionId: this.session }
    const way = this.child.stdio[3] as Writable
    return new Promise((resolve) => {
      this.waiting.set(id, resolve)
      way.write(`${JSON.stringify({ id, method, params, ...session })}\0`)
    })
  }

  private hear(message: Answer): void {
    const { id, method, params } = message
    if (typeof id === 'number') {
      this.waiting.get(id)?.((message['result'] ?? {}) as Answer)
      this.waiting.delete(id)
    }
    if (method !== 'Log.entryAdded' && method !== 'Runtime.exceptionThrown') return
    const complaint = JSON.stringify(params)
    if (!complaint.includes(transitionLeftOut)) this.complaints.push(complaint)
  }
}
