// SPDX-License-Identifier: Apache-2.0
import { catalogueOf } from '../i18n/catalogue'
import * as numbers from '../i18n/numbers'
import { Ltr, Moment, Pair } from './marks'
import { renderPage } from './page'
import type { ReportsProps, ReviewLine } from './report-props'
import { ReportDue, ReportTag, waitsForSignatures } from './report-words'
import { Cell, ColumnName, Head, Row, RowName, Rows, Table } from './table'
import { useWords } from './words'

/** The list of reports: where the newest version of each stands. */
export function renderReports(props: ReportsProps): string {
  return renderPage({
    frame: props.frame,
    current: 'reports',
    credit: null,
    title: catalogueOf(props.frame.language).reports.title,
    children: <Body {...props} />,
  })
}

function Body({ reports }: ReportsProps) {
  const t = useWords().reports
  return (
    <>
      <div class="heading">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead(reports.filter(waitsForSignatures).length)}</p>
        <p class="under">{t.about}</p>
      </div>
      {reports.length === 0 ? (
        <p class="panel empty">{t.empty}</p>
      ) : (
        <section class="panel panel-table" aria-labelledby="list">
          <h2 id="list">{t.list}</h2>
          <Table caption={t.caption} look="cases">
            <Head>
              <ColumnName>{t.report}</ColumnName>
              <ColumnName>{t.period}</ColumnName>
              <ColumnName look="number">{t.version}</ColumnName>
              <ColumnName>{t.standing}</ColumnName>
              <ColumnName>{t.signedBy}</ColumnName>
              <ColumnName>{t.due}</ColumnName>
            </Head>
            <Rows>
              {reports.map((line) => (
                <Line key={line.href} line={line} />
              ))}
            </Rows>
          </Table>
        </section>
      )}
    </>
  )
}

function Line({ line }: { readonly line: ReviewLine }) {
  const words = useWords()
  const t = words.reports
  return (
    <Row>
      <RowName look="corridor-name">
        <span class="corridor-title">
          <a href={line.href}>
            <Pair parties={line.parties} />
          </a>
        </span>
        <span class="corridor-counts">
          <Ltr>{line.agreement}</Ltr>
        </span>
      </RowName>
      <Cell name={t.period}>{numbers.period(line.period, words.quarter)}</Cell>
      <Cell name={t.version} look="number">
        {numbers.count(line.version)}
      </Cell>
      <Cell name={t.standing}>
        <ReportTag of={line.standing} />
      </Cell>
      <Cell name={t.signedBy}>
        {line.signed.length === 0 && <span class="said-none">{t.nobody}</span>}
        {line.signed.map(({ by, at }) => (
          <span key={by.code} class="corridor-counts">
            <strong>{by.name}</strong> <Moment at={at} />
          </span>
        ))}
      </Cell>
      <Cell name={t.due}>
        <ReportDue line={line} />
      </Cell>
    </Row>
  )
}
