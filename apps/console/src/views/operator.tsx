// SPDX-License-Identifier: Apache-2.0
import * as numbers from '../i18n/numbers'
import { tally, type Tally } from './figures'
import { Pair, Tag } from './marks'
import type { CorridorCounts } from './props'
import { standingsOf } from './standing'
import { Cell, ColumnName, Head, Row, RowName, Rows, Table } from './table'
import { useWords } from './words'

/** The operator's home page: counts of figures, never a figure. */
export function OperatorBody({ corridors }: { readonly corridors: readonly CorridorCounts[] }) {
  const t = useWords()
  return (
    <>
      <div class="heading">
        <h1>{t.operator.title}</h1>
        <p class="lead">{t.operator.lead}</p>
      </div>
      {corridors.length === 0 ? (
        <p class="panel empty">{t.home.empty}</p>
      ) : (
        <CountsTable corridors={corridors} />
      )}
    </>
  )
}

function CountsTable({ corridors }: { readonly corridors: readonly CorridorCounts[] }) {
  const t = useWords()
  const sum = tally({
    within: total(corridors.map((line) => line.within)),
    outside: total(corridors.map((line) => line.outside)),
    notComparable: total(corridors.map((line) => line.notComparable)),
    oneSided: total(corridors.map((line) => line.oneSided)),
  })
  return (
    <section class="panel panel-table" aria-labelledby="counts">
      <h2 id="counts">{t.operator.table}</h2>
      <Table caption={t.operator.caption} look="counts">
        <Head>
          <ColumnName>{t.columns.corridor}</ColumnName>
          <ColumnName>{t.columns.standing}</ColumnName>
          <ColumnName look="number">{t.columns.compared}</ColumnName>
          <ColumnName look="number">{t.states.within}</ColumnName>
          <ColumnName look="number">{t.states.outside}</ColumnName>
          <ColumnName look="number">{t.states['not-comparable']}</ColumnName>
          <ColumnName look="number">{t.states['one-sided']}</ColumnName>
        </Head>
        <Rows>
          {corridors.map((line) => (
            <Row key={line.agreement.id}>
              <RowName>
                <Pair parties={line.agreement.parties} />
              </RowName>
              <Cell name={t.columns.standing}>
                <Tag state={line.agreement.standing.state} />
              </Cell>
              <CountCells of={tally(line)} />
            </Row>
          ))}
        </Rows>
        <Rows look="sum">
          <Row>
            <RowName>{t.operator.total}</RowName>
            <Cell name={t.columns.standing}>
              {t.home.corridors(standingsOf(corridors.map((line) => line.agreement)))}
            </Cell>
            <CountCells of={sum} />
          </Row>
        </Rows>
      </Table>
    </section>
  )
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, one) => sum + one, 0)
}

function CountCells({ of }: { readonly of: Tally }) {
  const t = useWords()
  const cells = [
    { name: t.columns.compared, value: of.compared },
    { name: t.states.within, value: of.within },
    { name: t.states.outside, value: of.outside },
    { name: t.states['not-comparable'], value: of.notComparable },
    { name: t.states['one-sided'], value: of.oneSided },
  ]
  return (
    <>
      {cells.map((cell) => (
        <Cell key={cell.name} name={cell.name} look="number">
          {numbers.count(cell.value)}
        </Cell>
      ))}
    </>
  )
}
