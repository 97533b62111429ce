// SPDX-License-Identifier: Apache-2.0
import { scaleLimit } from '../charts'
import * as numbers from '../i18n/numbers'
import { FigureCells, FigureColumns, figureColumns, HowToRead } from './figure-cells'
import { byDirection, judgedAsymmetries, type DirectionGroup } from './figures'
import { Direction } from './marks'
import type { Figure } from './props'
import { ColumnName, Head, Row, RowName, Rows, Table } from './table'
import { useWords } from './words'

interface ReviewTableProps {
  readonly figures: readonly Figure[]
  readonly chosen: Figure
  readonly tolerancePercent: number
}

/** Where the differences are: every figure of the corridor, by direction and year. */
export function ReviewTable({ figures, chosen, tolerancePercent }: ReviewTableProps) {
  const t = useWords()
  const limit = scaleLimit(judgedAsymmetries(figures), tolerancePercent)
  return (
    <section class="panel panel-table" aria-labelledby="where">
      <div class="panel-head">
        <h2 id="where">{t.review.where}</h2>
        <HowToRead limit={limit} tolerance={tolerancePercent} />
      </div>
      <Table caption={t.review.caption} look="figures">
        <Head>
          <ColumnName>{t.columns.year}</ColumnName>
          <FigureColumns />
        </Head>
        {byDirection(figures).map((group) => (
          <GroupRows
            key={group.key}
            group={group}
            chosen={chosen}
            limit={limit}
            tolerancePercent={tolerancePercent}
          />
        ))}
      </Table>
    </section>
  )
}

interface GroupProps {
  readonly group: DirectionGroup
  readonly chosen: Figure
  readonly limit: number
  readonly tolerancePercent: number
}

function GroupRows({ group, chosen, limit, tolerancePercent }: GroupProps) {
  const t = useWords()
  const first = group.figures[0]
  if (first === undefined) return null
  return (
    <Rows look="group">
      <Row look="group-name">
        <RowName columns={figureColumns + 1}>
          <span class="group-title">
            <Direction figure={first} />
            {first.breakdown !== null && `, ${first.breakdown}`}
          </span>{' '}
          <span class="group-note">
            {t.review.rowgroup(first.origin.name, first.destination.name)}
          </span>
        </RowName>
      </Row>
      {group.figures.map((figure) => (
        <Row
          key={figure.href}
          chosen={figure === chosen}
          look={figure === chosen ? 'chosen' : undefined}
        >
          <RowName look="cell-direction">
            <a href={figure.href}>
              <span class="hidden-text">
                <Direction figure={figure} />,{' '}
              </span>
              {numbers.period(figure.period, t.quarter)}
            </a>
          </RowName>
          <FigureCells figure={figure} limit={limit} tolerancePercent={tolerancePercent} />
        </Row>
      ))}
    </Rows>
  )
}
