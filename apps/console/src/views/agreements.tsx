// SPDX-License-Identifier: Apache-2.0
import { catalogueOf } from '../i18n/catalogue'
import { Ltr, Pair, Term } from './marks'
import { renderPage } from './page'
import type { AgreementLine, AgreementsProps } from './props'
import { Standing, standingsOf } from './standing'
import { Cell, ColumnName, Head, Row, RowName, Rows, Table } from './table'
import { useWords } from './words'

/** The participant's agreements, and where each stands. */
export function renderAgreements({ frame, ...props }: AgreementsProps): string {
  return renderPage({
    frame,
    current: 'agreements',
    credit: null,
    title: catalogueOf(frame.language).agreements.title,
    children: <Body {...props} />,
  })
}

function Body({ agreements, propose }: Omit<AgreementsProps, 'frame'>) {
  const t = useWords()
  return (
    <>
      <div class="heading">
        <h1>{t.agreements.title}</h1>
        {agreements.length > 0 && <p class="lead">{t.agreements.lead(standingsOf(agreements))}</p>}
        {propose !== null && (
          <p>
            <a href={propose}>{t.agreements.propose}</a>
          </p>
        )}
      </div>
      {agreements.length === 0 ? (
        <p class="panel empty">{t.agreements.empty}</p>
      ) : (
        <section class="panel panel-table" aria-labelledby="list">
          <h2 id="list">{t.agreements.list}</h2>
          <List agreements={agreements} />
        </section>
      )}
    </>
  )
}

function List({ agreements }: { readonly agreements: readonly AgreementLine[] }) {
  const t = useWords()
  return (
    <Table caption={t.agreements.caption} look="agreements">
      <Head>
        <ColumnName>{t.columns.agreement}</ColumnName>
        <ColumnName>{t.columns.parties}</ColumnName>
        <ColumnName>{t.columns.term}</ColumnName>
        <ColumnName>{t.columns.standing}</ColumnName>
      </Head>
      <Rows>
        {agreements.map((line) => (
          <Row key={line.id}>
            <RowName>
              <span class="corridor-title">
                {line.href === null ? (
                  <Ltr>{line.id}</Ltr>
                ) : (
                  <a href={line.href}>
                    <Ltr>{line.id}</Ltr>
                  </a>
                )}
              </span>
              <span class="corridor-counts">{line.title}</span>
            </RowName>
            <Cell name={t.columns.parties}>
              <Pair parties={line.parties} />
            </Cell>
            <Cell name={t.columns.term}>
              <Term term={line.term} />
            </Cell>
            <Cell name={t.columns.standing} look="cell-status">
              <Standing standing={line.standing} />
            </Cell>
          </Row>
        ))}
      </Rows>
    </Table>
  )
}
