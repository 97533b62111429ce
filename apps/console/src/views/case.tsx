// SPDX-License-Identifier: Apache-2.0
import { catalogueOf } from '../i18n/catalogue'
import * as numbers from '../i18n/numbers'
import { CaseFigures } from './case-figures'
import { SelectedCaseFigure } from './case-figure'
import type { CaseProps } from './case-props'
import { Sides } from './case-sides'
import { Discussion, History } from './case-talk'
import { About, Due, Standing, Suggested } from './case-words'
import { Crumbs } from './crumbs'
import { Ltr } from './marks'
import { MayDo } from './may-do'
import { renderPage } from './page'
import { useWords } from './words'

/** The page of one case: what both sides say and answer, what is on the table, and what has happened. */
export function renderCase(props: CaseProps): string {
  return renderPage({
    frame: props.frame,
    current: 'cases',
    credit: null,
    title: titleOf(props),
    children: <Body {...props} />,
  })
}

function titleOf({ frame, line }: CaseProps): string {
  const t = catalogueOf(frame.language)
  const { about } = line
  const what =
    about.kind === 'reporter'
      ? t.cases.ofReporter(about.reporter.name)
      : `${about.origin.name} → ${about.destination.name}`
  return `${what}, ${numbers.period(line.period, t.quarter)}`
}

function Body(props: CaseProps) {
  const words = useWords()
  const t = words.cases
  const { figures, selected, mayDo, command, comments, line } = props
  const chosen = figures.find(({ key }) => key === selected) ?? figures[0]
  return (
    <>
      <Heading {...props} />
      <Sides sides={props.sides} />
      {props.suggested.length > 0 && (
        <div class="panel">
          <Suggested causes={props.suggested} />
        </div>
      )}
      <div class="review">
        <CaseFigures figures={figures} chosen={chosen} />
        {chosen !== undefined && <SelectedCaseFigure figure={chosen} isPerson={mayDo !== null} />}
        <div>
          <section class="panel" aria-labelledby="may">
            <h2 id="may">{t.mayDo}</h2>
            <MayDo
              pages={mayDo?.map(({ act, href }) => ({ href, name: words.acts[act].name })) ?? null}
              command={command}
            />
          </section>
          <Discussion comments={comments} about={line.about} />
          <Basis {...props} />
        </div>
      </div>
      <History moves={props.moves} caption={t.historyCaption} />
    </>
  )
}

function Heading({ frame, line, title, done }: CaseProps) {
  const words = useWords()
  const t = words.cases
  const { figures, unsettled } = line
  return (
    <>
      <Crumbs list={t.title} href={frame.addresses.cases ?? '/cases'}>
        <Ltr>{line.id}</Ltr>
      </Crumbs>
      <div class="heading">
        <h1>
          <About about={line.about} />, {numbers.period(line.period, words.quarter)}
        </h1>
        <p class="under">{title}</p>
        <p class="finding">
          <Standing of={line.standing} />
          <span>
            {unsettled === 0 ? t.settledAll(figures) : t.openLead(unsettled, figures)}
            {unsettled > 0 && (
              <>
                {' '}
                {!line.isLate && `${t.due} `}
                <Due line={line} />. {t.silence}
              </>
            )}
          </span>
        </p>
        {done && (
          <p class="why" role="status">
            {t.done}
          </p>
        )}
      </div>
    </>
  )
}

function Basis({ basis, corridor, report }: CaseProps) {
  const t = useWords().cases
  return (
    <section class="panel" aria-labelledby="basis">
      <h2 id="basis">{t.basis}</h2>
      <ul class="plain">
        <li>{basis.expectation === null ? t.noExpectation : t.expectation(basis.expectation)}</li>
        {basis.rules.length > 0 && (
          <li>
            {t.rules}: <Ltr>{basis.rules.join(', ')}</Ltr>
          </li>
        )}
      </ul>
      <p>
        <a href={report}>{t.report}</a>
      </p>
      {corridor !== null && (
        <p>
          <a href={corridor}>{t.corridor}</a>
        </p>
      )}
    </section>
  )
}
