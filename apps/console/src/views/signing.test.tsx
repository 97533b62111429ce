// SPDX-License-Identifier: Apache-2.0
import { agreement, belgium, frameFor, textOf } from './given'
import { renderPasskeys } from './passkeys'
import { renderSigning } from './signing'
import type { PasskeyAsk, PasskeysProps, SigningProps, ToSign } from './signing-props'

const ask: PasskeyAsk = {
  ...{ action: '/agreements/BE-DK-2026/acts/suspend', kind: 'get' },
  options: { challenge: 'AAAA', allowCredentials: [{ type: 'public-key', id: '"><script>' }] },
  hidden: { bytes: 'e30', iat: '1' },
}
const toSign: ToSign = {
  script: '/assets/passkey.js',
  signer: { participant: belgium, office: 'Statbel', person: 'Anna' },
  document: { text: '{"act":"suspend"}', digest: 'sha-256:abcdefgh' },
  ...{ ask, why: null, address: 'http://localhost', command: 'corridor agreements suspend' },
}
const props: SigningProps = {
  ...{ frame: frameFor('state'), agreement, act: 'suspend', needs: [] },
  digest: 'sha-256:ShOo6IZNYM76yCTzTmzu1TCTkQEfcBB3MxWDgmCC6uU',
  words: { reason: 'a <b>new</b> law' },
  toSign,
}

describe('the page of an act', () => {
  it('shows what is signed in words, by its digest in groups of four, and to the letter', () => {
    const text = textOf(renderSigning(props))
    expect(text).toContain('By signing, Belgium suspends the agreement.')
    expect(text).toContain('sha-256 ShOo 6IZN YM76')
    expect(text).toContain('{&quot;act&quot;:&quot;suspend&quot;}')
    expect(text).toContain('a &lt;b>new&lt;/b> law')
    expect(text).toContain('You sign as Anna, for Belgium, Statbel.')
  })

  it('names one script and holds none, and explains itself where none runs', () => {
    const html = renderSigning(props)
    expect(html.match(/<script/g)).toHaveLength(1)
    expect(html).toContain('<script src="/assets/passkey.js" defer></script>')
    expect(html).not.toMatch(/\son[a-z]+=|\sstyle=|javascript:/i)
    expect(html).toMatch(/<noscript>.*runs no script.*<\/noscript>/s)
    expect(textOf(html)).toContain('corridor agreements suspend')
  })

  it.each([
    ['not-person', 'sign in with your own name'],
    ['no-passkey', 'You have no passkey that is good yet.'],
    ['no-role', 'Your roles do not sign this.'],
    ['no-name', 'CORRIDOR_PUBLIC_ADDRESS'],
  ] as const)('without a passkey to ask says why, and runs no script: %s', (why, words) => {
    const html = renderSigning({ ...props, toSign: { ...toSign, ask: null, why } })
    expect(html).not.toMatch(/<script|data-passkey/)
    expect(textOf(html)).toContain(words)
  })

  it('asks in a plain form for what has to be said first', () => {
    const html = renderSigning({ ...props, toSign: null, needs: ['reason'] })
    expect(html).toMatch(/<form method="get"/)
    expect(html).not.toMatch(/<script/)
  })
})

describe('the page of passkeys', () => {
  const line = {
    ...{ kid: 'k3yPabcdefghijkl', name: 'office laptop', person: 'Anna', synced: false },
    registeredAt: '2026-11-26T09:00:00Z',
  }
  const page: PasskeysProps = {
    ...{ frame: frameFor('state'), script: '/assets/passkey.js', colleagues: [], ask: null },
    ...{ why: 'sign-in-again', address: 'http://localhost', said: null },
    own: [
      { ...line, state: 'waits' },
      { ...line, kid: 'other', state: 'removed' },
    ],
  }

  it('says where each stands, lets its owner remove what is not removed, and asks for a fresh sign-in', () => {
    const html = renderPasskeys(page)
    expect(textOf(html)).toContain('Waits for a second official')
    expect(html.match(/action="\/passkeys\/removals"/g)).toHaveLength(1)
    expect(html).toContain('href="/sign-in?fresh&amp;to=/passkeys"')
    expect(html).not.toMatch(/<script/)
  })
})
