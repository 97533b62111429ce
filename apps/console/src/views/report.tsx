// SPDX-License-Identifier: Apache-2.0
import { catalogueOf } from '../i18n/catalogue'
import * as numbers from '../i18n/numbers'
import { History } from './case-talk'
import { Crumbs } from './crumbs'
import { Ltr, Moment } from './marks'
import { MayDo } from './may-do'
import { renderPage } from './page'
import { Commitments } from './report-commitments'
import { ComparedFigures } from './report-compared'
import type { ReportProps } from './report-props'
import { SettledFigures } from './report-settled'
import { Stages } from './report-stages'
import { Steps } from './report-steps'
import { ReportDue, ReportTag } from './report-words'
import { useWords } from './words'

/** The page of one report: where it stands, what is signed, what was compared, and what has happened. */
export function renderReport(props: ReportProps): string {
  const t = catalogueOf(props.frame.language)
  const { agreement, period } = props.line
  return renderPage({
    frame: props.frame,
    current: 'reports',
    credit: null,
    title: t.reports.of(agreement, numbers.period(period, t.quarter)),
    children: <Body {...props} />,
  })
}

function Body(props: ReportProps) {
  const words = useWords()
  const { settled, compared, mayDo, command, moves } = props
  return (
    <>
      <Heading {...props} />
      <Steps line={props.line} />
      <section class="panel" aria-labelledby="may">
        <h2 id="may">{words.cases.mayDo}</h2>
        <MayDo
          pages={mayDo?.map(({ act, href }) => ({ href, name: words.acts[act].name })) ?? null}
          command={command}
        />
        <Signatures {...props} />
      </section>
      {settled === null ? <NotReady {...props} /> : <SettledFigures settled={settled} />}
      {compared !== null && (
        <>
          {compared.commitments !== null && <Commitments committed={compared.commitments} />}
          <ComparedFigures compared={compared} />
          {compared.stages.length > 0 && <Stages stages={compared.stages} />}
        </>
      )}
      <History moves={moves} caption={words.reports.historyCaption} />
    </>
  )
}

function Heading({ frame, line, title, done, returned }: ReportProps) {
  const words = useWords()
  const t = words.reports
  const { agreement, period, version, standing, mark } = line
  return (
    <>
      <Crumbs list={t.title} href={frame.addresses.reports ?? '/reports'}>
        <Ltr>{agreement}</Ltr>, {numbers.period(period, words.quarter)}
      </Crumbs>
      <div class="heading">
        <h1>{t.of(agreement, numbers.period(period, words.quarter))}</h1>
        <p class="under">{title}</p>
        <p class="finding">
          <ReportTag of={standing} />
          <span>
            {t.version} {numbers.count(version)} · {t.due} <ReportDue line={line} />
          </span>
        </p>
        {mark !== null && <p class="why">{t.marks[mark]}</p>}
        {returned !== null && (
          <p class="why">
            {t.returned(returned.by.name)} <span dir="auto">{returned.reason}</span>
          </p>
        )}
        {done && (
          <p class="why" role="status">
            {t.done}
          </p>
        )}
      </div>
    </>
  )
}

function Signatures({ line, file }: ReportProps) {
  const t = useWords().reports
  return (
    <>
      {line.signed.length > 0 && (
        <dl class="facts">
          {line.signed.map(({ by, at }) => (
            <div key={by.code}>
              <dt>
                {t.signedBy} {by.name}
              </dt>
              <dd>
                <Moment at={at} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {file !== null && (
        <p>
          <a href={file} download>
            {t.file}
          </a>{' '}
          <span class="under">{t.fileHow}</span>
        </p>
      )}
    </>
  )
}

function NotReady({ openCases }: ReportProps) {
  const t = useWords().reports
  return (
    <section class="panel" aria-labelledby="settled">
      <h2 id="settled">{t.notReady}</h2>
      {openCases.length === 0 ? (
        <p>{t.returnedWork}</p>
      ) : (
        <>
          <p>{t.openCases(openCases.length)}</p>
          <ul class="plain">
            {openCases.map(({ id, href }) => (
              <li key={id}>
                <a href={href}>
                  <Ltr>{id}</Ltr>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
