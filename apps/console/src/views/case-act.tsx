// SPDX-License-Identifier: Apache-2.0
import { catalogueOf } from '../i18n/catalogue'
import * as numbers from '../i18n/numbers'
import { CauseFields } from './act-causes'
import { ActForm, Choice, TextField } from './act-form'
import type { CaseActProps } from './act-props'
import { OnTheTable } from './case-figure'
import { CaseDifference } from './case-figures'
import { About, Causes, Suggested } from './case-words'
import { Crumbs } from './crumbs'
import { Direction, Ltr } from './marks'
import { renderPage } from './page'
import { Fact, scriptOf, SignHere } from './sign-here'
import { Trio } from './trio'
import { useWords } from './words'

/** The page of an act about a case: first what has to be said with it, then what is signed, to the letter, and the button. */
export function renderCaseAct(props: CaseActProps): string {
  const t = catalogueOf(props.frame.language)
  return renderPage({
    frame: props.frame,
    current: 'cases',
    credit: null,
    title: t.signing.title(t.acts[props.act].name, props.line.id),
    ...scriptOf(props.toSign),
    children: <Body {...props} />,
  })
}

function Body(props: CaseActProps) {
  const words = useWords()
  const { line, act, isStale, figure } = props
  return (
    <>
      <Crumbs list={line.id} href={figure?.href ?? line.href}>
        {words.acts[act].name}
      </Crumbs>
      <div class="heading">
        <h1>{words.acts[act].name}</h1>
        <p class="lead">
          <About about={line.about} />, {numbers.period(line.period, words.quarter)}
        </p>
        {isStale && (
          <p class="why" role="alert">
            {words.forms.stale}
          </p>
        )}
      </div>
      <Ground {...props} />
      {props.toSign === null ? <Asking {...props} /> : <Signed {...props} />}
    </>
  )
}

/** What the act is about: the figure with what is on the table. */
function Ground({ figure }: CaseActProps) {
  const t = useWords()
  if (figure === null) return null
  return (
    <section class="panel" aria-labelledby="figure">
      <h2 id="figure">
        {figure.breakdown ?? t.cases.total}, <Direction figure={figure} />
      </h2>
      <Trio figure={figure} difference={<CaseDifference figure={figure} />} />
      {figure.proposal !== null && <OnTheTable proposal={figure.proposal} agreed={figure.agreed} />}
      <Suggested causes={figure.suggested} />
    </section>
  )
}

function Asking(props: CaseActProps) {
  const words = useWords()
  const t = words.forms
  const { act, line, answers, figure, written, notRight } = props
  const hasCauses = act !== 'close' && act !== 'comment'
  return (
    <section class="panel" aria-labelledby="needs">
      <h2 id="needs">{t.needs}</h2>
      <p>{words.acts[act].follows}</p>
      <ActForm
        action={`${line.href}/acts/${act}/document`}
        notRight={notRight}
        hasCauses={hasCauses}
      >
        <input type="hidden" name="answers" value={String(answers)} />
        {figure !== null && <input type="hidden" name="figure" value={figure.key} />}
        <Fields {...props} ground={{ written, notRight }} />
      </ActForm>
    </section>
  )
}

type Grounded = CaseActProps & {
  readonly ground: Pick<CaseActProps, 'written' | 'notRight'>
}

function Fields(props: Grounded) {
  const t = useWords().forms
  const { act, figure, ground } = props
  switch (act) {
    case 'propose':
    case 'counter':
    case 'differ':
      return (
        <>
          {act !== 'differ' && <TextField field="value" ground={ground} how={t.valueHow} />}
          <CauseFields ground={ground} difference={figure?.difference ?? null} hasParts />
          <TextField field="reason" ground={ground} how={`${t.both} ${t.reasonHow}`} isLong />
          <Adjustment {...props} />
        </>
      )
    case 'explain':
      return (
        <>
          <TextField field="text" ground={ground} how={`${t.both} ${t.textHow}`} isLong />
          <CauseFields ground={ground} difference={null} hasParts={false} />
        </>
      )
    case 'comment':
      return <CommentFields {...props} />
    case 'close':
      return <TextField field="reason" ground={ground} how={`${t.both} ${t.reasonHow}`} isLong />
    case 'agree':
      return null
  }
}

function CommentFields({ ground }: Grounded) {
  const t = useWords().forms
  return (
    <>
      <TextField field="text" ground={ground} how={t.textHow} isLong />
      <fieldset>
        <legend>{t.audience}</legend>
        {(['both', 'office'] as const).map((who) => (
          <label key={who} class="pick">
            <input
              type="radio"
              name="audience"
              value={who}
              checked={ground.written.audience === who}
            />
            {t.audiences[who]}
          </label>
        ))}
      </fieldset>
      <TextField field="corrects" ground={ground} how={t.correctsHow} />
    </>
  )
}

function Adjustment({ ground }: Grounded) {
  const t = useWords().forms
  return (
    <>
      <p class="field">
        <label for="adjustment">{t.adjustment}</label>
        <Choice
          name="adjustment"
          id="adjustment"
          options={Object.entries(t.adjustments)}
          chosen={ground.written.adjustment}
        />
      </p>
      <TextField field="until" ground={ground} how={t.untilHow} />
    </>
  )
}

function Signed(props: CaseActProps) {
  const words = useWords()
  const { act, toSign, line, answers } = props
  if (toSign === null) return null
  const { says, follows } = words.acts[act]
  return (
    <SignHere says={says} follows={follows} toSign={toSign}>
      <Fact name={words.forms.case} value={<Ltr>{line.id}</Ltr>} />
      {act !== 'comment' && <Fact name={words.forms.version} value={numbers.count(answers)} />}
      <Said {...props} />
    </SignHere>
  )
}

/** The words that are signed, one fact each. */
function Said({ act, written, figure }: CaseActProps) {
  const words = useWords()
  const t = words.forms
  if (act === 'agree') return null
  const { value, reason, text, audience, corrects, adjustment, until } = written
  const causes = written.causes.filter(({ cause }) => cause !== '')
  const hold = Object.entries(t.adjustments).find(([kind]) => kind === adjustment)?.[1] ?? ''
  return (
    <>
      {(act === 'propose' || act === 'counter') && (
        <Fact name={t.value} value={<Ltr>{value}</Ltr>} />
      )}
      {act === 'differ' && figure !== null && <Fact name={t.value} value={words.cases.bothStand} />}
      {causes.length > 0 && (
        <Fact
          name={t.causes}
          value={
            <Causes
              causes={causes.map(({ cause, persons }) => ({
                cause,
                persons: persons === '' ? null : Number(persons),
              }))}
            />
          }
        />
      )}
      {reason !== '' && <Fact name={t.reason} value={reason} />}
      {text !== '' && <Fact name={t.text} value={text} />}
      {act === 'comment' && <Fact name={t.audience} value={t.audiences[audience]} />}
      {corrects !== '' && <Fact name={t.corrects} value={corrects} />}
      {adjustment !== '' && <Fact name={t.adjustment} value={`${hold} ${until}`} />}
    </>
  )
}
