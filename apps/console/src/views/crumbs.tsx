// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact'
import { useWords } from './words'

/** The way to a page: the list that it stands in, and its own name. */
export function Crumbs({
  list,
  href,
  children,
}: {
  readonly list: string
  readonly href: string
  readonly children: ComponentChildren
}) {
  const t = useWords()
  return (
    <nav class="crumbs" aria-label={t.frame.here}>
      <ol>
        <li>
          <a href={href}>{list}</a>
        </li>
        <li aria-current="page">{children}</li>
      </ol>
    </nav>
  )
}
