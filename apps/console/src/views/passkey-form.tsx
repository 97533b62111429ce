// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact'
import type { PasskeyAsk } from './signing-props'

/**
 * A form that a passkey completes: the page's script reads `data-` attributes, asks the browser, fills the empty hidden fields and sends
 * the form. Where no script runs the form says so, and the hub refuses what no passkey has signed.
 */
export function PasskeyForm({
  ask,
  words,
  children,
}: {
  readonly ask: PasskeyAsk
  readonly words: {
    readonly button: string
    readonly failed: string
    readonly unsupported: string
    readonly noScript: string
  }
  readonly children?: ComponentChildren
}) {
  const answers =
    ask.kind === 'create'
      ? ['clientDataJSON', 'attestationObject']
      : ['clientDataJSON', 'authenticatorData', 'signature']
  return (
    <form
      method="post"
      action={ask.action}
      class="signing"
      data-passkey={ask.kind}
      data-options={JSON.stringify(ask.options)}
    >
      {Object.entries(ask.hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {['credential', ...answers].map((name) => (
        <input key={name} type="hidden" name={name} value="" data-answer={name} />
      ))}
      {children}
      <noscript>
        <p class="why">{words.noScript}</p>
      </noscript>
      <p class="why" role="alert" data-said="failed" hidden>
        {words.failed}
      </p>
      <p class="why" role="alert" data-said="unsupported" hidden>
        {words.unsupported}
      </p>
      <p>
        <button class="act" type="submit">
          {words.button}
        </button>
      </p>
    </form>
  )
}
