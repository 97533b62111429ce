// SPDX-License-Identifier: Apache-2.0
import { catalogueOf } from '../i18n/catalogue'
import * as numbers from '../i18n/numbers'
import type { CaseLine, CasesProps } from './case-props'
import { About, Due, Standing } from './case-words'
import { Ltr } from './marks'
import { renderPage } from './page'
import { Cell, ColumnName, Head, Row, RowName, Rows, Table } from './table'
import { useWords } from './words'

/** The list of cases, those due first; what it shows stands in its address. */
export function renderCases(props: CasesProps): string {
  return renderPage({
    frame: props.frame,
    current: 'cases',
    credit: null,
    title: catalogueOf(props.frame.language).cases.title,
    children: <Body {...props} />,
  })
}

function Body(props: CasesProps) {
  const t = useWords().cases
  const { all, unsettled, ours } = props
  return (
    <>
      <div class="heading">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead(unsettled, ours)}</p>
        <p class="under">{t.about}</p>
      </div>
      {all === 0 ? <p class="panel empty">{t.empty}</p> : <Found {...props} />}
    </>
  )
}

function Found(props: CasesProps) {
  const t = useWords().cases
  const { cases, found, all, next } = props
  return (
    <section class="panel panel-table" aria-labelledby="list">
      <div class="panel-head">
        <h2 id="list">{t.list}</h2>
        <Filter {...props} />
      </div>
      {cases.length === 0 ? (
        <p class="empty">{t.noneFound}</p>
      ) : (
        <Table caption={`${t.caption} ${t.found(found, all)}.`} look="cases">
          <Columns />
          <Rows>
            {cases.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </Rows>
        </Table>
      )}
      {next !== null && (
        <p class="more">
          <a href={next}>{t.next}</a>
        </p>
      )}
    </section>
  )
}

const shows = ['open', 'ours', 'settled', 'all'] as const

function Filter({ filter, agreements, periods }: CasesProps) {
  const words = useWords()
  const t = words.cases
  return (
    <form method="get" class="filter" aria-label={t.filter}>
      <p>
        <label for="agreement">{t.agreement}</label>
        <select id="agreement" name="agreement">
          <option value="">{t.everyAgreement}</option>
          {agreements.map((id) => (
            <option key={id} value={id} selected={id === filter.agreement}>
              {id}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label for="period">{t.period}</label>
        <select id="period" name="period">
          <option value="">{t.everyPeriod}</option>
          {periods.map((one) => (
            <option key={one} value={one} selected={one === filter.period}>
              {numbers.period(one, words.quarter)}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label for="show">{t.show}</label>
        <select id="show" name="show">
          {shows.map((one) => (
            <option key={one} value={one} selected={one === filter.show}>
              {t.shows[one]}
            </option>
          ))}
        </select>
      </p>
      <button class="act-quiet" type="submit">
        {t.apply}
      </button>
    </form>
  )
}

function Columns() {
  const t = useWords().cases
  return (
    <Head>
      <ColumnName>{t.case}</ColumnName>
      <ColumnName>{t.period}</ColumnName>
      <ColumnName>{t.standing}</ColumnName>
      <ColumnName look="number">{t.open}</ColumnName>
      <ColumnName>{t.waitsFor}</ColumnName>
      <ColumnName>{t.due}</ColumnName>
    </Head>
  )
}

function Line({ line }: { readonly line: CaseLine }) {
  const words = useWords()
  const t = words.cases
  const waits = line.waitsFor.map(({ name }) => name)
  return (
    <Row>
      <RowName look="corridor-name">
        <span class="corridor-title">
          <a href={line.href}>
            <About about={line.about} />
          </a>
        </span>
        <span class="corridor-counts">
          <Ltr>{line.id}</Ltr>
        </span>
      </RowName>
      <Cell name={t.period}>{numbers.period(line.period, words.quarter)}</Cell>
      <Cell name={t.standing}>
        <Standing of={line.standing} />
      </Cell>
      <Cell name={t.open} look="number">
        {t.openOf(line.unsettled, line.figures)}
      </Cell>
      <Cell name={t.waitsFor}>{waits.length === 0 ? t.nobody : words.list(waits)}</Cell>
      <Cell name={t.due}>
        {line.unsettled === 0 ? <span class="said-none">–</span> : <Due line={line} />}
      </Cell>
    </Row>
  )
}
