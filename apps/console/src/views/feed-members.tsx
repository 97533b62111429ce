// SPDX-License-Identifier: Apache-2.0
import { TwinBar } from '../charts'
import * as numbers from '../i18n/numbers'
import { PeopleText, SideMark } from './marks'
import type { FeedMember } from './props'
import { Cell, ColumnName, Head, Row, RowName, Rows, Table } from './table'
import { useWords } from './words'

/** Moves to and from each member, by year: two columns that are never subtracted from each other. */
export function FeedMembers({ rows }: { readonly rows: readonly FeedMember[] }) {
  const t = useWords()
  const members = [...new Set(rows.map((row) => row.member.code))]
  const largest = Math.max(0, ...rows.flatMap((row) => [row.fromMembers ?? 0, row.toMembers ?? 0]))
  return (
    <section class="panel panel-table" aria-labelledby="members">
      <h2 id="members">{t.feed.byMember}</h2>
      <Table caption={t.feed.byMemberCaption} look="feed-members">
        <Head>
          <ColumnName>{t.feed.member}</ColumnName>
          <ColumnName>{t.columns.year}</ColumnName>
          <ColumnName look="number">
            <SideMark side="origin" /> {t.feed.departures}
          </ColumnName>
          <ColumnName look="number">
            <SideMark side="destination" /> {t.feed.arrivals}
          </ColumnName>
          <ColumnName look="bar-name">{t.feed.bar}</ColumnName>
        </Head>
        {members.map((code) => (
          <MemberRows
            key={code}
            rows={rows.filter((row) => row.member.code === code)}
            largest={largest}
          />
        ))}
      </Table>
    </section>
  )
}

function MemberRows({
  rows,
  largest,
}: {
  readonly rows: readonly FeedMember[]
  readonly largest: number
}) {
  const t = useWords()
  const sorted = rows.toSorted((a, b) => (a.period < b.period ? -1 : 1))
  return (
    <Rows look="group">
      {sorted.map((row, index) => (
        <Row key={row.period} look={index === 0 ? 'group-first' : undefined}>
          {index === 0 && <RowName rows={sorted.length}>{row.member.name}</RowName>}
          <Cell name={t.columns.year} look="cell-direction">
            {numbers.period(row.period, t.quarter)}
          </Cell>
          <Cell name={t.feed.departures} look="number">
            <PeopleText persons={row.toMembers} />
          </Cell>
          <Cell name={t.feed.arrivals} look="number">
            <PeopleText persons={row.fromMembers} />
          </Cell>
          <Cell name={t.feed.bar} look="cell-bar">
            <TwinBar left={row.toMembers} right={row.fromMembers} largest={largest} />
          </Cell>
        </Row>
      ))}
    </Rows>
  )
}
