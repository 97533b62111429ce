// SPDX-License-Identifier: Apache-2.0
// Terms as they are read before they are signed: clause by clause, what differs, and what is found in them.
import { Ltr } from './marks'
import type { ClauseSaid, DifferenceSaid, FindingSaid, TermsSaid } from './proposal-props'
import { Fact } from './sign-here'
import { Cell, ColumnName, Head, Row, RowName, Rows, Table } from './table'
import { useWords } from './words'

/** All of the terms in plain words, and to the letter. */
export function TermsInWords({ terms }: { readonly terms: TermsSaid }) {
  const t = useWords().proposals
  return (
    <section class="panel" aria-labelledby="said">
      <h2 id="said">{t.terms}</h2>
      <dl class="facts">
        {terms.head.map(({ member, says }) => (
          <Fact key={member} name={nameIn(t.head, member)} value={says} />
        ))}
      </dl>
      <Clauses name={t.enforced} clauses={terms.enforced} />
      <Clauses name={t.recorded} clauses={terms.recorded} />
      <details class="how">
        <summary>{t.letter}</summary>
        <pre class="command" tabIndex={0}>
          <code dir="ltr">{terms.letter}</code>
        </pre>
      </details>
    </section>
  )
}

function Clauses({
  name,
  clauses,
}: {
  readonly name: string
  readonly clauses: readonly ClauseSaid[]
}) {
  if (clauses.length === 0) return null
  return (
    <>
      <h3>{name}</h3>
      <ul class="clauses">
        {clauses.map(({ id, says }) => (
          <li key={id}>
            <span class="clause-number">
              <Ltr>{id}</Ltr>
            </span>
            <span dir="auto">{says}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What the linter has found: errors stop the proposal. */
export function Findings({ findings }: { readonly findings: readonly FindingSaid[] }) {
  const t = useWords().proposals
  const stops = findings.some(({ severity }) => severity === 'error')
  return (
    <section class="panel" aria-labelledby="found">
      <h2 id="found">{t.findings}</h2>
      {stops && (
        <p class="why" role="alert">
          {t.errors}
        </p>
      )}
      {findings.length === 0 ? (
        <p>{t.noFindings}</p>
      ) : (
        <ul class="plain">
          {findings.map(({ severity, clauses, says, remedy }) => (
            <li key={`${says} ${clauses.join(' ')}`}>
              <strong>{t.severity[severity]}</strong>
              {clauses.length > 0 && (
                <>
                  , {t.clause(clauses)} <Ltr>{clauses.join(', ')}</Ltr>
                </>
              )}
              : {says}. <span class="under">{remedy}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** What differs from the terms on the table, clause by clause. */
export function Differences({ differences }: { readonly differences: readonly DifferenceSaid[] }) {
  const t = useWords().proposals
  return (
    <section class="panel panel-table" aria-labelledby="differences">
      <h2 id="differences">{t.differences}</h2>
      {differences.length === 0 ? (
        <p class="more">{t.same}</p>
      ) : (
        <Table caption={t.differencesCaption} look="agreements">
          <Head>
            <ColumnName>{t.where}</ColumnName>
            <ColumnName>{t.change}</ColumnName>
            <ColumnName>{t.before}</ColumnName>
            <ColumnName>{t.after}</ColumnName>
          </Head>
          <Rows>
            {differences.map((one) => (
              <Row key={`${one.part} ${one.of} ${one.change}`}>
                <RowName>{whereOf(one, t)}</RowName>
                <Cell name={t.change}>
                  {t.changes[one.change]}
                  {one.members.length > 0 && (
                    <>
                      : <Ltr>{one.members.join(', ')}</Ltr>
                    </>
                  )}
                </Cell>
                <Cell name={t.before}>{one.before}</Cell>
                <Cell name={t.after}>{one.after}</Cell>
              </Row>
            ))}
          </Rows>
        </Table>
      )}
    </section>
  )
}

type Words = ReturnType<typeof useWords>['proposals']

function whereOf({ part, of }: DifferenceSaid, t: Words): string {
  return part === 'head' ? nameIn(t.head, of) : `${t.parts[part]} ${of}`
}

function nameIn(names: Readonly<Record<string, string>>, member: string): string {
  return names[member] ?? member
}
