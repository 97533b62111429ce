// SPDX-License-Identifier: Apache-2.0
import { catalogueOf } from '../i18n/catalogue'
import { Crumbs } from './crumbs'
import { renderPage } from './page'
import type { ProposalProps, TermsSaid } from './proposal-props'
import { Differences, Findings, TermsInWords } from './proposed-terms'
import { Fact, inFours, scriptOf, SignHere } from './sign-here'
import { useWords } from './words'

/** The page of a proposal: a form for the terms; then what they are, what differs, what is found in them, and what is signed. */
export function renderProposal(props: ProposalProps): string {
  return renderPage({
    frame: props.frame,
    current: 'agreements',
    credit: null,
    title: titleOf(props),
    ...scriptOf(props.toSign),
    children: <Body {...props} />,
  })
}

function titleOf({ frame, answers }: ProposalProps): string {
  const t = catalogueOf(frame.language).proposals
  return answers === null ? t.title : t.counterTitle(answers.id)
}

function Body(props: ProposalProps) {
  const words = useWords()
  const { answers, terms, differences, wrong } = props
  const isNew = answers === null
  return (
    <>
      <Crumbs
        list={isNew ? words.agreements.title : answers.id}
        href={isNew ? '/agreements' : `/agreements/${encodeURIComponent(answers.id)}`}
      >
        {titleOf(props)}
      </Crumbs>
      <div class="heading">
        <h1>{titleOf(props)}</h1>
        <p class="lead">{isNew ? words.proposals.lead : words.proposals.counterLead}</p>
        {wrong !== null && (
          <p class="why" role="alert">
            <a href="#terms">{words.proposals.wrong[wrong.why]}</a> {wrong.detail}
          </p>
        )}
      </div>
      {terms !== null && (
        <>
          {differences !== null && <Differences differences={differences} />}
          <Findings findings={terms.findings} />
          <TermsInWords terms={terms} />
          <Signed {...props} terms={terms} />
        </>
      )}
      <Asking {...props} />
    </>
  )
}

function Signed({ answers, toSign, terms }: ProposalProps & { readonly terms: TermsSaid }) {
  const words = useWords()
  if (toSign === null) return null
  const { says, follows } = words.signing.acts[answers === null ? 'propose' : 'counter']
  return (
    <SignHere says={says} follows={follows} toSign={toSign}>
      <Fact name={words.signing.digest} value={inFours(terms.digest)} />
      {answers !== null && <Fact name={words.proposals.answered} value={inFours(answers.digest)} />}
    </SignHere>
  )
}

/** A plain form with a file; nothing of it stands in an address. */
function Asking({ answers, text, wrong, toSign }: ProposalProps) {
  const t = useWords().proposals
  return (
    <section class="panel" aria-labelledby="form">
      <h2 id="form">{t.form}</h2>
      <form
        method="post"
        action="/proposals/document"
        enctype="multipart/form-data"
        class="act-form"
      >
        {answers !== null && <input type="hidden" name="answers" value={answers.id} />}
        <p class="field">
          <label for="file">{t.file}</label>
          <span class="under" id="file-how">
            {t.fileHow}
          </span>
          <input
            type="file"
            id="file"
            name="file"
            accept=".json,application/json"
            aria-describedby="file-how"
          />
        </p>
        <p class="field">
          <label for="terms">{t.text}</label>
          <span class="under" id="terms-how">
            {t.textHow}
          </span>
          <textarea
            id="terms"
            name="terms"
            rows={16}
            dir="ltr"
            spellcheck={false}
            aria-describedby="terms-how"
            aria-invalid={wrong === null ? undefined : true}
          >
            {text}
          </textarea>
        </p>
        <p>
          <button class={toSign === null ? 'act' : 'act-quiet'} type="submit">
            {t.next}
          </button>
        </p>
      </form>
    </section>
  )
}
