// SPDX-License-Identifier: Apache-2.0
import { catalogueOf } from '../i18n/catalogue'
import { Ltr, Moment } from './marks'
import { renderPage } from './page'
import { PasskeyForm } from './passkey-form'
import type { PasskeyLine, PasskeysProps } from './signing-props'
import { Cell, ColumnName, Head, Row, RowName, Rows, Table } from './table'
import { useWords } from './words'

/** The page of a person's passkeys: what there is, one more, one less. */
export function renderPasskeys(props: PasskeysProps): string {
  const t = catalogueOf(props.frame.language).passkeys
  return renderPage({
    frame: props.frame,
    current: 'passkeys',
    credit: null,
    title: t.title,
    ...(props.ask === null ? {} : { script: props.script }),
    children: <Body {...props} />,
  })
}

function Body(props: PasskeysProps) {
  const t = useWords().passkeys
  return (
    <>
      <div class="heading">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        {props.said !== null && (
          <p class="why" role="status">
            {props.said === 'registered' ? t.done : t.gone}
          </p>
        )}
      </div>
      <section class="panel panel-table" aria-labelledby="own">
        <h2 id="own">{t.own}</h2>
        {props.own.length === 0 ? (
          <p class="empty">{t.none}</p>
        ) : (
          <List lines={props.own} caption={t.own} own />
        )}
      </section>
      <section class="panel" aria-labelledby="register">
        <h2 id="register">{t.register}</h2>
        <Register {...props} />
      </section>
      {props.colleagues.length > 0 && (
        <section class="panel panel-table" aria-labelledby="office">
          <h2 id="office">{t.office}</h2>
          <List lines={props.colleagues} caption={t.officeCaption} own={false} />
        </section>
      )}
      <p class="under">{t.lost}</p>
    </>
  )
}

function Register({ ask, why, address }: PasskeysProps) {
  const t = useWords()
  const words = t.passkeys
  if (why === 'signs-nothing') return <p>{words.notNow}</p>
  if (why === 'no-name') return <p>{t.signing.noName(address)}</p>
  if (ask === null)
    return (
      <p>
        {words.fresh} <a href="/sign-in?fresh&to=/passkeys">{words.signInAgain}</a>
      </p>
    )
  return (
    <>
      <PasskeyForm ask={ask} words={words}>
        <p>
          <label for="name">{words.callIt}</label>{' '}
          <input id="name" name="name" required maxLength={60} autocomplete="off" />{' '}
          <span class="under">{words.callItHow}</span>
        </p>
      </PasskeyForm>
      <p>{words.after}</p>
      <pre class="command" tabIndex={0}>
        <code dir="ltr">corridor passkeys confirm</code>
      </pre>
    </>
  )
}

function List({
  lines,
  caption,
  own,
}: {
  readonly lines: readonly PasskeyLine[]
  readonly caption: string
  readonly own: boolean
}) {
  const t = useWords().passkeys
  const stateWords = { good: t.good, waits: t.waits, removed: t.removed }
  return (
    <Table caption={caption} look="agreements">
      <Head>
        <ColumnName>{t.name}</ColumnName>
        <ColumnName>{t.person}</ColumnName>
        <ColumnName>{t.registered}</ColumnName>
        <ColumnName>{t.state}</ColumnName>
      </Head>
      <Rows>
        {lines.map((line) => (
          <Row key={line.kid}>
            <RowName>
              {line.name}{' '}
              <span class="corridor-counts">
                <Ltr>{line.kid.slice(0, 12)}</Ltr>
                {line.synced ? ` · ${t.synced}` : ''}
              </span>
            </RowName>
            <Cell name={t.person}>{line.person}</Cell>
            <Cell name={t.registered}>
              <Moment at={line.registeredAt} />
            </Cell>
            <Cell name={t.state}>
              {stateWords[line.state]}
              {own && line.state !== 'removed' && (
                <form method="post" action="/passkeys/removals">
                  <input type="hidden" name="kid" value={line.kid} />
                  <button class="act-quiet" type="submit">
                    {t.remove(line.name)}
                  </button>
                </form>
              )}
            </Cell>
          </Row>
        ))}
      </Rows>
    </Table>
  )
}
