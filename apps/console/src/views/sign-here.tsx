// SPDX-License-Identifier: Apache-2.0
// What every page on which people sign has: what is signed, to the letter, and the button.
import type { ComponentChildren } from 'preact'
import { PasskeyForm } from './passkey-form'
import type { ToSign } from './signing-props'
import { useWords } from './words'

/** What is signed in words, by its digest and to the letter; then the passkey's button, or why there is none. */
export function SignHere({
  says,
  follows,
  toSign,
  children,
}: {
  readonly says: string
  readonly follows: string
  readonly toSign: ToSign
  /** Facts of the act: `Fact`. */
  readonly children?: ComponentChildren
}) {
  const t = useWords().signing
  const { document, signer } = toSign
  return (
    <section class="panel" aria-labelledby="what">
      <h2 id="what">{t.what}</h2>
      <p class="lead">{t.bySigning(signer.participant.name, says)}</p>
      <p>{follows}</p>
      <dl class="facts">
        {children}
        <Fact name={t.documentDigest} value={inFours(document.digest)} />
      </dl>
      <details class="how">
        <summary>{t.document}</summary>
        <pre class="command" tabIndex={0}>
          <code dir="ltr">{document.text}</code>
        </pre>
      </details>
      <Button {...toSign} />
    </section>
  )
}

/** One fact of an act; `value` as its writer gave it. */
export function Fact({
  name,
  value,
}: {
  readonly name: string
  readonly value: ComponentChildren
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{value}</dd>
    </div>
  )
}

function Button({ ask, why, signer, address, command }: ToSign) {
  const t = useWords().signing
  return (
    <>
      {ask === null ? (
        <p class="why">
          {why === 'not-person' && (
            <>
              {t.notPerson} <a href="/sign-in">{t.signIn}</a>
            </>
          )}
          {why === 'no-role' && t.noRole}
          {why === 'no-name' && t.noName(address)}
          {why === 'no-passkey' && (
            <>
              {t.noPasskey} <a href="/passkeys">{t.getOne}</a>
            </>
          )}
        </p>
      ) : (
        <PasskeyForm ask={ask} words={t}>
          <p>{t.who(signer.participant.name, signer.office, signer.person)}</p>
          <p class="under">{t.minutes}</p>
        </PasskeyForm>
      )}
      <p>{t.instead}</p>
      <pre class="command" tabIndex={0}>
        <code dir="ltr">{command}</code>
      </pre>
    </>
  )
}

/** A digest as people compare it: in groups of four. */
export function inFours(digest: string): string {
  const [algorithm = '', hash = ''] = digest.split(':')
  return `${algorithm} ${hash.match(/.{1,4}/g)?.join(' ') ?? ''}`
}

/** The script that a page needs: only where a passkey is asked for. */
export function scriptOf(toSign: ToSign | null): { readonly script?: string } {
  return toSign === null || toSign.ask === null ? {} : { script: toSign.script }
}
