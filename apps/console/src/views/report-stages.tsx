// SPDX-License-Identifier: Apache-2.0
import * as numbers from '../i18n/numbers'
import { Ltr } from './marks'
import type { Range, Stage } from './report-props'
import { Cell, ColumnName, Head, Row, RowName, Rows, Table } from './table'
import { useWords } from './words'

/** The stages of a path, each held against the one before it: never set equal, only within a range. */
export function Stages({ stages }: { readonly stages: readonly Stage[] }) {
  const words = useWords()
  const t = words.reports
  return (
    <section class="panel panel-table" aria-labelledby="stages">
      <h2 id="stages">{t.stages}</h2>
      <Table caption={t.stagesCaption} look="cases">
        <Head>
          <ColumnName>{t.stage}</ColumnName>
          <ColumnName>{t.period}</ColumnName>
          <ColumnName>{t.heldAgainst}</ColumnName>
          <ColumnName look="number">{t.said}</ColumnName>
          <ColumnName look="number">{t.range}</ColumnName>
          <ColumnName>{t.outcome}</ColumnName>
        </Head>
        <Rows>
          {stages.map((one) => (
            <StageRow
              key={`${one.clause} ${one.stage} ${one.period} ${one.lookedAt}`}
              stage={one}
            />
          ))}
        </Rows>
      </Table>
    </section>
  )
}

function StageRow({ stage: one }: { readonly stage: Stage }) {
  const words = useWords()
  const t = words.reports
  const isOutside = one.outcome === 'above' || one.outcome === 'below'
  return (
    <Row>
      <RowName look="corridor-name">
        <span class="corridor-title">
          <Ltr>{one.stage}</Ltr>
        </span>
        <span class="corridor-counts">
          <Ltr>{one.clause}</Ltr>
        </span>
      </RowName>
      <Cell name={t.period}>{numbers.period(one.period, words.quarter)}</Cell>
      <Cell name={t.heldAgainst}>
        {one.lookedAt !== 'stock' && <Ltr>{one.after}</Ltr>}{' '}
        <span class="under">{t.lookedAt[one.lookedAt]}</span>
      </Cell>
      <Cell name={t.said} look="number">
        <RangeText range={one.said} />
      </Cell>
      <Cell name={t.range} look="number">
        <RangeText range={one.expected} />
      </Cell>
      <Cell name={t.outcome}>
        <span class={isOutside ? 'beyond' : undefined}>{t.outcomes[one.outcome]}</span>{' '}
        <span class="under">{t.bases[one.basis]}</span>
      </Cell>
    </Row>
  )
}

function RangeText({ range }: { readonly range: Range | null }) {
  const t = useWords().reports
  if (range === null) return <span class="said-none">–</span>
  const lower = numbers.count(range.lower)
  if (range.upper === null) return <>{t.orMore(lower)}</>
  if (range.upper === range.lower) return <>{lower}</>
  return <Ltr>{t.balancedFrom(lower, numbers.count(range.upper))}</Ltr>
}
