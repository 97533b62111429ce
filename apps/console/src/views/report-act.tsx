// SPDX-License-Identifier: Apache-2.0
import { catalogueOf } from '../i18n/catalogue'
import * as numbers from '../i18n/numbers'
import { ActForm, TextField } from './act-form'
import type { ReportActProps } from './act-props'
import { Crumbs } from './crumbs'
import { Ltr } from './marks'
import { renderPage } from './page'
import { SettledFigures } from './report-settled'
import { Fact, inFours, scriptOf, SignHere } from './sign-here'
import { useWords } from './words'

/** The page of an act about a report: exactly what a signature binds to, and the button; a form first where a reason is needed. */
export function renderReportAct(props: ReportActProps): string {
  const t = catalogueOf(props.frame.language)
  return renderPage({
    frame: props.frame,
    current: 'reports',
    credit: null,
    title: t.signing.title(t.acts[props.act].name, props.line.agreement),
    ...scriptOf(props.toSign),
    children: <Body {...props} />,
  })
}

function Body(props: ReportActProps) {
  const words = useWords()
  const { line, act, title, settled } = props
  const name = words.reports.of(line.agreement, numbers.period(line.period, words.quarter))
  return (
    <>
      <Crumbs list={name} href={line.href}>
        {words.acts[act].name}
      </Crumbs>
      <div class="heading">
        <h1>{words.acts[act].name}</h1>
        <p class="lead">
          {name}, {title}
        </p>
      </div>
      {settled !== null && <SettledFigures settled={settled} />}
      {props.toSign === null ? <Asking {...props} /> : <Signed {...props} />}
    </>
  )
}

function Asking(props: ReportActProps) {
  const words = useWords()
  const t = words.forms
  const { act, line, written, notRight } = props
  return (
    <section class="panel" aria-labelledby="needs">
      <h2 id="needs">{t.needs}</h2>
      <p>{words.acts[act].follows}</p>
      <ActForm action={`${line.href}/acts/${act}/document`} notRight={notRight}>
        <TextField
          field="reason"
          ground={{ written, notRight }}
          how={`${t.both} ${t.reasonHow}`}
          isLong
        />
        {act === 'return' && <Reopened {...props} />}
      </ActForm>
    </section>
  )
}

function Reopened({ settled, written }: ReportActProps) {
  const words = useWords()
  const t = words.forms
  if (settled === null || settled.figures.length === 0) return null
  return (
    <fieldset aria-describedby="figures-how">
      <legend>{t.figures}</legend>
      <p class="under" id="figures-how">
        {t.figuresHow}
      </p>
      {settled.figures.map(({ key, origin, destination, breakdown }) => (
        <label key={key} class="pick">
          <input
            type="checkbox"
            name="figures"
            value={key}
            checked={written.figures.includes(key)}
          />
          <span>
            {origin.name} → {destination.name}, {breakdown ?? words.cases.total}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function Signed({ act, toSign, line, settled, written }: ReportActProps) {
  const words = useWords()
  const t = words.forms
  if (toSign === null) return null
  const { says, follows } = words.acts[act]
  return (
    <SignHere says={says} follows={follows} toSign={toSign}>
      <Fact name={t.report} value={<Ltr>{`${line.agreement} ${line.period}`}</Ltr>} />
      <Fact name={t.reportVersion} value={numbers.count(line.version)} />
      {settled !== null && <Fact name={words.reports.digest} value={inFours(settled.digest)} />}
      {written.reason !== '' && <Fact name={t.reason} value={written.reason} />}
      {written.figures.length > 0 && (
        <Fact name={t.figures} value={<Ltr>{written.figures.join(', ')}</Ltr>} />
      )}
    </SignHere>
  )
}
