// SPDX-License-Identifier: Apache-2.0
// Pages without figures: not signed in, nothing here, our fault.
import { problem } from '@corridor/contracts'
import { catalogueOf } from '../i18n/catalogue'
import { Ltr } from './marks'
import { renderPage } from './page'
import type {
  LocalSignInProps,
  NotFoundProps,
  ProblemProps,
  RefusedProps,
  SignedOutProps,
} from './props'

/** Where nobody is signed in: why, and how to get a link. */
export function renderSignedOut({ frame, why }: SignedOutProps): string {
  const t = catalogueOf(frame.language).signedOut
  return renderPage({
    frame: { ...frame, viewer: null },
    current: 'none',
    credit: null,
    title: t.title,
    children: (
      <div class="panel plain-page">
        <h1>{t.title}</h1>
        <p class="lead">{t.why[why]}</p>
        <p>
          <a href="/sign-in">{t.byProvider}</a>
        </p>
        <h2>{t.byLink}</h2>
        <p>{t.how}</p>
        <pre class="command" tabIndex={0}>
          <code dir="ltr">corridor console --profile BE</code>
        </pre>
        <p>{t.then}</p>
        <p class="under">{t.sees}</p>
      </div>
    ),
  })
}

/** The form of the local provider: a name and a passphrase, without any script. */
export function renderLocalSignIn({ frame, uid, wrong }: LocalSignInProps): string {
  const t = catalogueOf(frame.language).localSignIn
  return renderPage({
    frame: { ...frame, viewer: null },
    current: 'none',
    credit: null,
    title: t.title,
    children: (
      <div class="panel plain-page">
        <h1>{t.title}</h1>
        {wrong ? (
          <p class="lead" role="alert">
            {t.wrong}
          </p>
        ) : null}
        <form method="post" action={`/sign-in/local/${encodeURIComponent(uid)}`}>
          <p>
            <label for="name">{t.name}</label>{' '}
            <input id="name" name="name" autocomplete="username" required />
          </p>
          <p>
            <label for="passphrase">{t.passphrase}</label>{' '}
            <input
              id="passphrase"
              name="passphrase"
              type="password"
              autocomplete="current-password"
              required
            />
          </p>
          <p>
            <button type="submit">{t.enter}</button>
          </p>
        </form>
        <p class="under">{t.about}</p>
      </div>
    ),
  })
}

/** For what does not exist and for what is not shared with the reader: the same page, to the byte. */
export function renderNotFound({ frame }: NotFoundProps): string {
  const t = catalogueOf(frame.language).notFound
  return renderPage({
    frame,
    current: 'none',
    credit: null,
    title: t.title,
    children: (
      <div class="panel plain-page">
        <h1>{t.title}</h1>
        <p>{t.text}</p>
        <p>
          <a href={frame.addresses.corridors}>{t.home}</a>
        </p>
      </div>
    ),
  })
}

/** A refusal: what it is, what to do, what was met. */
export function renderRefused({ frame, code, detail, back }: RefusedProps): string {
  const t = catalogueOf(frame.language)
  const found = problem(code)
  return renderPage({
    frame,
    current: 'none',
    credit: null,
    title: found?.title ?? t.problem.title,
    children: (
      <div class="panel plain-page">
        <h1>{found?.title ?? t.problem.title}</h1>
        <p class="lead">{found?.remedy ?? t.problem.todo}</p>
        <p>
          {t.refused.detail}: {detail}
        </p>
        <p class="under">
          {t.problem.code} <Ltr>{found === undefined ? code : `${found.number} ${code}`}</Ltr>
        </p>
        <p>
          <a href={back}>{t.refused.back}</a>
        </p>
      </div>
    ),
  })
}

/** Our fault: what is safe, what to do, what to tell the operator. */
export function renderProblem({ frame, code, reference }: ProblemProps): string {
  const t = catalogueOf(frame.language).problem
  const facts = [
    { name: t.code, value: code },
    { name: t.reference, value: reference },
  ]
  return renderPage({
    frame,
    current: 'none',
    credit: null,
    title: t.title,
    children: (
      <div class="panel plain-page">
        <h1>{t.title}</h1>
        <p class="lead">{t.safe}</p>
        <p>{t.todo}</p>
        {facts.map(({ name, value }) =>
          value === null ? null : (
            <p key={name}>
              {name}{' '}
              <strong>
                <Ltr>{value}</Ltr>
              </strong>
            </p>
          ),
        )}
      </div>
    ),
  })
}
