// SPDX-License-Identifier: Apache-2.0
import * as numbers from '../i18n/numbers'
import type { CaseFigure } from './case-props'
import { Standing } from './case-words'
import { SaysCells, SaysColumns } from './figure-cells'
import { Direction, Ltr } from './marks'
import { Cell, ColumnName, Head, Row, RowName, Rows, Table } from './table'
import { useWords } from './words'

/** Every figure of a case: what both sides say, where it stands, what is on the table. */
export function CaseFigures({
  figures,
  chosen,
}: {
  readonly figures: readonly CaseFigure[]
  readonly chosen: CaseFigure | undefined
}) {
  const words = useWords()
  const t = words.cases
  return (
    <section class="panel panel-table" aria-labelledby="figures">
      <h2 id="figures">{t.figures}</h2>
      <Table caption={t.figuresCaption} look="cases">
        <Head>
          <ColumnName>{t.figure}</ColumnName>
          <SaysColumns />
          <ColumnName look="number">{words.columns.difference}</ColumnName>
          <ColumnName>{t.standing}</ColumnName>
          <ColumnName>{t.onTable}</ColumnName>
        </Head>
        <Rows>
          {figures.map((figure) => (
            <FigureRow key={figure.key} figure={figure} isChosen={figure === chosen} />
          ))}
        </Rows>
      </Table>
    </section>
  )
}

function FigureRow({
  figure,
  isChosen,
}: {
  readonly figure: CaseFigure
  readonly isChosen: boolean
}) {
  const words = useWords()
  const t = words.cases
  return (
    <Row look={isChosen ? 'chosen' : undefined} chosen={isChosen}>
      <RowName look="corridor-name">
        <span class="corridor-title">
          <a href={`${figure.href}#selected`}>{figure.breakdown ?? t.total}</a>
        </span>
        <span class="corridor-counts">
          <Direction figure={figure} />
        </span>
      </RowName>
      <SaysCells figure={figure} />
      <Cell name={words.columns.difference} look="number cell-difference">
        <CaseDifference figure={figure} />
      </Cell>
      <Cell name={t.standing}>
        <Standing of={figure.standing} />
      </Cell>
      <Cell name={t.onTable}>
        <OnTable figure={figure} />
      </Cell>
    </Row>
  )
}

/** Origin minus destination, or that it cannot be told. */
export function CaseDifference({ figure }: { readonly figure: Pick<CaseFigure, 'difference'> }) {
  const t = useWords()
  if (figure.difference === null) return <span class="said-none">{t.review.noDifference}</span>
  return <Ltr>{numbers.signed(figure.difference)}</Ltr>
}

function OnTable({ figure: { proposal } }: { readonly figure: CaseFigure }) {
  const t = useWords().cases
  if (proposal === null) return <span class="said-none">{t.nothingOnTable}</span>
  return (
    <>
      {proposal.value === null ? t.bothStand : numbers.count(proposal.value)}{' '}
      <span class="corridor-counts">{proposal.by.name}</span>
    </>
  )
}
