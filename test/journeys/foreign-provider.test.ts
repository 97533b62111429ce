// SPDX-License-Identifier: Apache-2.0
// People sign in with a provider that is not ours: a process of its own, which takes the secret another way, signs with other keys that
// change, and calls people by numbers.
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { signedRequest } from '@corridor/sdk'
import { freePort } from '@corridor/platform'
import { eventually, newAuthenticator } from '@corridor/testing'
import { Browser, textOf } from './browser'
import { must, operatorOf } from './cast'
import { official } from './officials'
import { raiseHub, type Hub } from './raise-hub'

let hub: Hub
let port: number
let provider: ChildProcess | undefined

beforeAll(async () => {
  port = await freePort()
  const issuer = `http://localhost:${String(port)}`
  const signIn = { issuer, client: 'hub', secret: 'a secret of the ministry' }
  hub = await raiseHub('in one process', { signIn })
  const operator = await operatorOf(hub)
  const chief = await official({ hub, operator }, { participant: 'BE', holder: 'Chief' })
  const person = { participant: 'BE', office: 'STAT', roles: ['signatory'], name: 'Anna' }
  const body = Buffer.from(JSON.stringify({ ...person, subject: '4711' }))
  const told = await signedRequest(chief, { method: 'POST', target: '/api/people', body })
  // No passphrase: whoever says who people are keeps those.
  expect(must(told, 'register')).not.toHaveProperty('passphrase')
}, 60_000)

afterAll(async () => {
  await endProvider()
  await hub.close()
})

async function startProvider(algorithm: string, way: string): Promise<void> {
  const redirect = `${hub.http.replace('127.0.0.1', 'localhost')}/sign-in/callback`
  const settings = JSON.stringify({ port, redirect, algorithm, way })
  const child = spawn(process.execPath, [join(__dirname, 'foreign-provider.mjs'), settings], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  provider = child
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => {
      resolve()
    })
    child.once('exit', () => {
      reject(new Error('the provider did not start'))
    })
  })
}

async function endProvider(): Promise<void> {
  const child = provider
  if (child === undefined) return
  provider = undefined
  await new Promise((resolve) => {
    child.removeAllListeners('exit').once('exit', resolve)
    child.kill()
  })
}

async function signIn(number: string, query = ''): Promise<{ browser: Browser; page: Response }> {
  const browser = new Browser(hub.http)
  await browser.get(`/sign-in${query}`)
  expect(new URL(browser.url).port).toBe(String(port))
  return { browser, page: await browser.submit(browser.url, { number }) }
}

describe('with a provider of a ministry', () => {
  it.each([
    ['ES256', 'client_secret_post'],
    ['PS256', 'client_secret_post'],
    ['ES256', 'client_secret_post'],
  ])('people sign in, also after it has changed its keys: %s, %s', async (algorithm, way) => {
    await endProvider()
    await startProvider(algorithm, way)
    // Where it signs in another way than it said before, the hub asks it again after one sign-in that failed.
    const { page } = await eventually(
      () => signIn('4711'),
      (one) => one.page.status === 200,
      20_000,
    )
    expect(textOf(await page.text())).toContain('You read as BE')
    // Who is known to the provider and not to the register is nobody here.
    expect((await signIn('4712')).page.status).toBe(401)
  })

  it('a passkey is registered after it has asked anew, and said when', async () => {
    const { browser } = await signIn('4711', '?fresh&to=/passkeys')
    const { action, fields } = await browser.complete('/passkeys', newAuthenticator())
    const registered = await browser.submit(action, { ...fields, name: 'phone' })
    expect(textOf(await registered.text())).toContain('Now a second official confirms it')
  })
})
