// SPDX-License-Identifier: Apache-2.0
import { HistoryChart } from '../charts'
import type { Catalogue } from '../i18n/catalogue'
import * as numbers from '../i18n/numbers'
import { FeedMembers } from './feed-members'
import { Moment, PeopleText, SideMark } from './marks'
import type { Feed, FeedMoves, Frame } from './props'
import { Cell, ColumnName, Head, Row, RowName, Rows, Table } from './table'
import { useWords } from './words'

/** The name of the secretariat's page. */
export function feedTitle(feed: Feed | null, frame: Frame, t: Catalogue): string {
  return t.feed.title(feed?.region ?? frame.viewer?.participant.name ?? frame.hubName)
}

/** The secretariat's home page: sums of the region. What two members say about each other has no place here. */
export function FeedBody({ feed, title }: { readonly feed: Feed | null; readonly title: string }) {
  const t = useWords()
  if (feed === null) {
    return (
      <>
        <div class="heading">
          <h1>{title}</h1>
        </div>
        <p class="panel empty">{t.feed.none}</p>
      </>
    )
  }
  const moves = feed.moves.toSorted((a, b) => (a.period < b.period ? -1 : 1))
  return (
    <>
      <div class="heading">
        <h1>{title}</h1>
        <Lead latest={moves.at(-1)} />
        <p class="under">
          {t.feed.version(feed.version)} · {t.review.made} <Moment at={feed.madeAt} />
        </p>
      </div>
      <div class="feed-top">
        <Coverage feed={feed} />
        <Years moves={moves} />
      </div>
      <FeedMembers rows={feed.byMember} />
      <p class="under">{t.feed.noBilateral}</p>
    </>
  )
}

function Lead({ latest }: { readonly latest: FeedMoves | undefined }) {
  const t = useWords()
  if (latest === undefined) return null
  const { asReportedByOrigins: origins, asReportedByDestinations: destinations } = latest
  if (origins === null || destinations === null) return null
  const year = numbers.period(latest.period, t.quarter)
  return (
    <p class="lead">{t.feed.lead(year, numbers.count(origins), numbers.count(destinations))}</p>
  )
}

function Coverage({ feed }: { readonly feed: Feed }) {
  const t = useWords()
  const consented = feed.members.filter((member) => feed.consented.includes(member.code))
  const out = feed.members.filter((member) => !feed.consented.includes(member.code))
  const names = t.list(out.map((member) => member.name))
  return (
    <section class="panel" aria-labelledby="coverage">
      <h2 id="coverage">{t.feed.coverage}</h2>
      <p class="card-value">
        {t.feed.ratio(consented.length, feed.members.length)}
        <span class="card-unit">{t.feed.consented}</span>
      </p>
      <ul class="members">
        {feed.members.map((member) => {
          const inside = feed.consented.includes(member.code)
          return (
            <li key={member.code} class={inside ? 'member' : 'member member-out'}>
              <svg class="tag-shape" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
                <path d={inside ? 'M2 6.5 5 9.5 10 3' : 'M2 6h8'} />
              </svg>
              {member.name}
            </li>
          )
        })}
      </ul>
      <p class="under">{coverageWords(out.length, names, t)}</p>
      <p class="under">{t.feed.corridors(feed.corridors)}</p>
    </section>
  )
}

function coverageWords(out: number, names: string, t: Catalogue): string {
  if (out === 0) return t.feed.everyone
  return out === 1 ? t.feed.leftOut(names) : t.feed.leftOutMany(names)
}

function Years({ moves }: { readonly moves: readonly FeedMoves[] }) {
  const t = useWords()
  const periods = moves.map((row) => row.period)
  return (
    <section class="panel" aria-labelledby="years">
      <h2 id="years">{t.feed.perYear}</h2>
      <div class="feed-years">
        {moves.length > 0 && (
          <HistoryChart
            label={`${t.feed.perYear}. ${t.feed.perYearCaption}`}
            periods={periods}
            origin={{ name: t.sides.origin, values: moves.map((row) => row.asReportedByOrigins) }}
            destination={{
              name: t.sides.destination,
              values: moves.map((row) => row.asReportedByDestinations),
            }}
            selected={null}
            write={numbers.count}
          />
        )}
        <YearsTable moves={moves} />
      </div>
    </section>
  )
}

function YearsTable({ moves }: { readonly moves: readonly FeedMoves[] }) {
  const t = useWords()
  return (
    <Table caption={t.feed.perYearCaption} look="small">
      <Head>
        <ColumnName>{t.columns.year}</ColumnName>
        <ColumnName look="number">
          <SideMark side="origin" /> {t.feed.byOrigins}
        </ColumnName>
        <ColumnName look="number">
          <SideMark side="destination" /> {t.feed.byDestinations}
        </ColumnName>
      </Head>
      <Rows>
        {moves.map((row) => (
          <Row key={row.period}>
            <RowName>{numbers.period(row.period, t.quarter)}</RowName>
            <Cell name={t.feed.byOrigins} look="number">
              <PeopleText persons={row.asReportedByOrigins} />
            </Cell>
            <Cell name={t.feed.byDestinations} look="number">
              <PeopleText persons={row.asReportedByDestinations} />
            </Cell>
          </Row>
        ))}
      </Rows>
    </Table>
  )
}
