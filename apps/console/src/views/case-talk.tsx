// SPDX-License-Identifier: Apache-2.0
import type { CaseAbout, CaseComment, Move } from './case-props'
import { Ltr, Moment } from './marks'
import { Cell, ColumnName, Head, Row, RowName, Rows, Table } from './table'
import { useWords } from './words'

/** The comments of a case: whose each is, who reads it. Edges have the colour of the side; words say the same. */
export function Discussion({
  comments,
  about,
}: {
  readonly comments: readonly CaseComment[]
  readonly about: CaseAbout
}) {
  const t = useWords().cases
  return (
    <section class="panel" aria-labelledby="discussion">
      <h2 id="discussion">{t.discussion}</h2>
      {comments.length === 0 ? (
        <p class="under">{t.noComments}</p>
      ) : (
        <ol class="talk">
          {comments.map((comment) => (
            <Comment key={comment.id} comment={comment} about={about} />
          ))}
        </ol>
      )}
    </section>
  )
}

function Comment({ comment, about }: { readonly comment: CaseComment; readonly about: CaseAbout }) {
  const t = useWords().cases
  const { id, by, at, text, audience, corrects, isEdited } = comment
  return (
    <li class={`talk-one talk-${roleOf(by.code, about)}`}>
      <p class="under">
        <strong>{by.name}</strong> · <Moment at={at} /> · {t[audience]} · <Ltr>{id}</Ltr>
        {corrects !== null && ` · ${t.corrects(corrects)}`}
        {isEdited && ` · ${t.edited}`}
      </p>
      <p class="said-text" dir="auto">
        {text}
      </p>
    </li>
  )
}

function roleOf(code: string, about: CaseAbout): 'origin' | 'destination' | 'other' {
  if (about.kind === 'reporter') return 'other'
  if (code === about.origin.code) return 'origin'
  return code === about.destination.code ? 'destination' : 'other'
}

/** What has happened, oldest first: who did it, and whether it was signed. */
export function History({
  moves,
  caption,
}: {
  readonly moves: readonly Move[]
  readonly caption: string
}) {
  const words = useWords()
  const t = words.cases
  return (
    <section class="panel panel-table" aria-labelledby="history">
      <h2 id="history">{t.history}</h2>
      <Table caption={caption} look="agreements">
        <Head>
          <ColumnName>{words.signing.act}</ColumnName>
          <ColumnName>{words.signing.when}</ColumnName>
          <ColumnName>{words.signing.by}</ColumnName>
          <ColumnName>{words.signing.why}</ColumnName>
        </Head>
        <Rows>
          {moves.map((move) => (
            <Row key={move.number}>
              <RowName>
                {t.facts[move.fact] ??
                  words.reports.facts[move.fact] ??
                  move.fact.replaceAll('-', ' ')}
                {move.figure !== null && <span class="corridor-counts">{move.figure}</span>}
              </RowName>
              <Cell name={words.signing.when}>
                <Moment at={move.at} />
              </Cell>
              <Cell name={words.signing.by}>
                {move.by?.name ?? t.hub}
                {move.isSigned && <span class="corridor-counts">{t.isSigned}</span>}
              </Cell>
              <Cell name={words.signing.why}>
                {move.words !== '' && <span dir="auto">{move.words}</span>}
              </Cell>
            </Row>
          ))}
        </Rows>
      </Table>
    </section>
  )
}
