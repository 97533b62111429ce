// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { catalogueOf } from '../i18n/catalogue'
import type { Frame } from './props'
import { Speaking, useWords } from './words'

/** A page: its frame, its name (h1 and title are made of it), which page of the menu it is, and what it holds. */
export interface PageProps {
  readonly frame: Frame
  readonly title: string
  readonly current:
    'corridors' | 'cases' | 'reports' | 'agreements' | 'offices' | 'passkeys' | 'none'
  /** Source line of the figures; null on pages without figures. */
  readonly credit: string | null
  /** Address of the one script, on the few pages that need it; the others run without any. */
  readonly script?: string
  readonly children: ComponentChildren
}

/** The whole document as text. */
export function renderPage(props: PageProps): string {
  const t = catalogueOf(props.frame.language)
  const page = (
    <Speaking value={t}>
      <Page {...props} />
    </Speaking>
  )
  return `<!doctype html>${renderToString(page)}`
}

function Page({ frame, title, current, credit, script, children }: PageProps) {
  const t = useWords()
  return (
    <html lang={frame.language} dir={t.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{`${title} – ${frame.hubName}`}</title>
        <link rel="stylesheet" href={frame.stylesheet} />
        <link rel="icon" type="image/svg+xml" href={frame.icon} />
        {script !== undefined && <script src={script} defer />}
      </head>
      <body>
        <a class="skip" href="#content">
          {t.frame.skip}
        </a>
        <Header frame={frame} current={current} />
        <main id="content" class="page" tabIndex={-1}>
          {children}
        </main>
        <footer class="footer">
          <div class="page footer-page">
            {credit !== null && <p class="footer-credit">{credit}</p>}
            <p>
              {frame.hubName} · {t.frame.software(frame.version)} · {t.frame.acts}
            </p>
          </div>
        </footer>
      </body>
    </html>
  )
}

function Header({ frame, current }: Pick<PageProps, 'frame' | 'current'>) {
  return (
    <header class="header">
      {frame.notice !== null && <p class="notice">{frame.notice}</p>}
      <div class="header-bar">
        <div class="page header-page">
          <a class="header-name" href={frame.addresses.corridors}>
            <Logo />
            <span>{frame.hubName}</span>
          </a>
          {frame.viewer !== null && <Menu frame={frame} current={current} />}
          {frame.viewer !== null && <Reader frame={frame} />}
        </div>
      </div>
    </header>
  )
}

function Logo() {
  return (
    <svg class="logo" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <path class="logo-way" d="M7 21C8 12 13 7 21 7" />
      <circle class="logo-origin" cx={7} cy={21} r={5} />
      <rect class="logo-destination" x={16} y={2} width={10} height={10} />
    </svg>
  )
}

function Menu({ frame, current }: Pick<PageProps, 'frame' | 'current'>) {
  const t = useWords()
  const home = frame.viewer?.kind === 'secretariat' ? t.frame.feed : t.frame.corridors
  const items = [
    { key: 'corridors', text: home, href: frame.addresses.corridors },
    ...(frame.addresses.cases === null
      ? []
      : [{ key: 'cases', text: t.frame.cases, href: frame.addresses.cases }]),
    ...(frame.addresses.reports === null
      ? []
      : [{ key: 'reports', text: t.frame.reports, href: frame.addresses.reports }]),
    { key: 'agreements', text: t.frame.agreements, href: frame.addresses.agreements },
    ...(frame.addresses.offices === null
      ? []
      : [{ key: 'offices', text: t.frame.offices, href: frame.addresses.offices }]),
    ...(frame.addresses.passkeys === null
      ? []
      : [{ key: 'passkeys', text: t.frame.passkeys, href: frame.addresses.passkeys }]),
  ]
  return (
    <nav class="menu" aria-label={t.frame.pages}>
      <ul>
        {items.map((item) => (
          <li key={item.key}>
            <a href={item.href} aria-current={item.key === current ? 'page' : undefined}>
              {item.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Reader({ frame }: Pick<PageProps, 'frame'>) {
  const t = useWords()
  if (frame.viewer === null) return null
  return (
    <div class="reader">
      <p class="reader-name">
        <span class="hidden-text">{t.frame.readingAs} </span>
        <strong>{frame.viewer.participant.name}</strong>
        <span class="reader-office">{frame.viewer.office}</span>
      </p>
      {frame.addresses.signOut !== null && (
        <form method="post" action={frame.addresses.signOut}>
          <button class="reader-out" type="submit">
            {t.frame.signOut}
          </button>
        </form>
      )}
    </div>
  )
}
