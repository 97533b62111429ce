// SPDX-License-Identifier: Apache-2.0
import { catalogueOf } from '../i18n/catalogue'
import { AgreementPanel } from './agreement-panel'
import { Ltr } from './marks'
import { renderPage } from './page'
import { Fact, inFours, scriptOf, SignHere } from './sign-here'
import type { SigningProps } from './signing-props'
import { useWords } from './words'

/** The page of one act: first what has to be said with it, then what is signed, to the letter, and the button. */
export function renderSigning(props: SigningProps): string {
  const t = catalogueOf(props.frame.language).signing
  return renderPage({
    frame: props.frame,
    current: 'agreements',
    credit: null,
    title: t.title(t.acts[props.act].name, props.agreement.id),
    ...scriptOf(props.toSign),
    children: <Body {...props} />,
  })
}

function Body(props: SigningProps) {
  const t = useWords().signing
  const { agreement, act } = props
  return (
    <>
      <div class="heading">
        <p class="crumbs">
          <a href={`/agreements/${encodeURIComponent(agreement.id)}`}>
            <Ltr>{agreement.id}</Ltr>
          </a>
        </p>
        <h1>{t.acts[act].name}</h1>
        <p class="lead">{agreement.title}</p>
      </div>
      {props.toSign === null ? <Asking {...props} /> : <Signed {...props} />}
      <AgreementPanel agreement={agreement} />
    </>
  )
}

/** A plain form: what it asks for comes back in the address, and the next page shows what is signed. */
function Asking({ needs, words, act }: SigningProps) {
  const t = useWords().signing
  const label = { reason: t.reason, clauses: t.clauses, participant: t.participant }
  return (
    <section class="panel" aria-labelledby="what">
      <h2 id="what">{t.acts[act].name}</h2>
      <p>{t.acts[act].follows}</p>
      <form method="get" class="signing">
        {needs.map((need) => (
          <p key={need}>
            <label for={need}>{label[need]}</label>{' '}
            <input
              id={need}
              name={need}
              value={words[need] ?? ''}
              required={act !== 'accede'}
              maxLength={500}
              aria-describedby={need === 'clauses' ? 'clauses-how' : undefined}
            />{' '}
            {need === 'clauses' && (
              <span class="under" id="clauses-how">
                {act === 'accede' ? t.clausesOrNone : t.clausesHow}
              </span>
            )}
          </p>
        ))}
        <p>
          <button class="act" type="submit">
            {t.next}
          </button>
        </p>
      </form>
    </section>
  )
}

function Signed(props: SigningProps) {
  const t = useWords().signing
  const { act, words, toSign, agreement, digest } = props
  if (toSign === null) return null
  return (
    <SignHere says={t.acts[act].says} follows={t.acts[act].follows} toSign={toSign}>
      <Fact name={t.agreement} value={agreement.id} />
      <Fact name={t.digest} value={inFours(digest)} />
      {words.reason !== undefined && <Fact name={t.reason} value={words.reason} />}
      {(words.clauses ?? '') !== '' && <Fact name={t.clauses} value={words.clauses} />}
      {act === 'accede' && words.clauses === '' && <Fact name={t.clauses} value={t.noClauses} />}
      {words.participant !== undefined && <Fact name={t.participant} value={words.participant} />}
    </SignHere>
  )
}
