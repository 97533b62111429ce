// SPDX-License-Identifier: Apache-2.0
import { useWords } from './words'

/** The acts that are open to the reader now, each a page of its own; `pages` null where the reader has no name of their own. */
export function MayDo({
  pages,
  command,
}: {
  readonly pages: readonly { readonly href: string; readonly name: string }[] | null
  readonly command: string
}) {
  const t = useWords().signing
  if (pages === null)
    return (
      <>
        <p>
          {t.notPerson} <a href="/sign-in">{t.signIn}</a>
        </p>
        <pre class="command" tabIndex={0}>
          <code dir="ltr">{command}</code>
        </pre>
      </>
    )
  if (pages.length === 0) return <p>{t.nothing}</p>
  return (
    <ul class="plain">
      {pages.map(({ href, name }) => (
        <li key={href}>
          <a href={href}>{name}</a>
        </li>
      ))}
    </ul>
  )
}
