// SPDX-License-Identifier: Apache-2.0
import * as numbers from '../i18n/numbers'
import { CaseDifference } from './case-figures'
import { Causes, Standing } from './case-words'
import { SaysCells, SaysColumns } from './figure-cells'
import { Direction, Ltr } from './marks'
import type { Settled, SettledFigure } from './report-props'
import { inFours } from './sign-here'
import { Cell, ColumnName, Head, Row, RowName, Rows, Table } from './table'
import { useWords } from './words'

/** What the parties sign: how many figures came to what, and each of them. */
export function SettledFigures({ settled }: { readonly settled: Settled }) {
  const t = useWords().reports
  const { figures, digest } = settled
  return (
    <section class="panel panel-table" aria-labelledby="settled">
      <h2 id="settled">{t.settled}</h2>
      <SettledCounts settled={settled} />
      {figures.length === 0 ? <p class="empty">{t.noFigures}</p> : <Figures figures={figures} />}
      <p class="under panel-foot">
        {t.digest}: <Ltr>{inFours(digest)}</Ltr>
      </p>
    </section>
  )
}

function SettledCounts({ settled }: { readonly settled: Settled }) {
  const t = useWords().reports
  const { agreed, agreedToDiffer, corrected, notTakenUp } = settled
  return (
    <dl class="trio four">
      <Count name={t.agreed} count={agreed} />
      <Count name={t.agreedToDiffer} count={agreedToDiffer} />
      <Count name={t.corrected} count={corrected} />
      <Count name={t.notTakenUp} count={notTakenUp} note={t.notTakenUpWhy} />
    </dl>
  )
}

function Count({
  name,
  count,
  note,
}: {
  readonly name: string
  readonly count: number
  readonly note?: string
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{numbers.count(count)}</dd>
      {note !== undefined && count > 0 && <dd class="trio-note">{note}</dd>}
    </div>
  )
}

function Figures({ figures }: { readonly figures: readonly SettledFigure[] }) {
  const words = useWords()
  const t = words.reports
  return (
    <Table caption={t.settledCaption} look="cases">
      <Head>
        <ColumnName>{words.cases.figure}</ColumnName>
        <SaysColumns />
        <ColumnName look="number">{words.columns.difference}</ColumnName>
        <ColumnName>{t.standing}</ColumnName>
        <ColumnName look="number">{t.value}</ColumnName>
        <ColumnName>{t.causes}</ColumnName>
      </Head>
      <Rows>
        {figures.map((figure) => (
          <FigureRow key={figure.case + figure.key} figure={figure} />
        ))}
      </Rows>
    </Table>
  )
}

function FigureRow({ figure }: { readonly figure: SettledFigure }) {
  const words = useWords()
  const t = words.reports
  return (
    <Row>
      <RowName look="corridor-name">
        <span class="corridor-title">
          <Direction figure={figure} />, {figure.breakdown ?? words.cases.total}
        </span>
        <span class="corridor-counts">
          <a href={figure.caseHref}>
            <Ltr>{figure.case}</Ltr>
          </a>
        </span>
      </RowName>
      <SaysCells figure={figure} />
      <Cell name={words.columns.difference} look="number cell-difference">
        <CaseDifference figure={figure} />
      </Cell>
      <Cell name={t.standing}>
        <Standing of={figure.standing} />
      </Cell>
      <Cell name={t.value} look="number">
        {figure.value === null ? (
          <span class="said-none">{t.none}</span>
        ) : (
          <strong>{numbers.count(figure.value)}</strong>
        )}
      </Cell>
      <Cell name={t.causes} look="cell-why">
        <Causes causes={figure.causes} />
        {figure.reason !== '' && (
          <span class="reason" dir="auto">
            {figure.reason}
          </span>
        )}
      </Cell>
    </Row>
  )
}
