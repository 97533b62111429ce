// SPDX-License-Identifier: Apache-2.0
import { catalogueOf } from '../i18n/catalogue'
import { Choice } from './act-form'
import { Ltr, Moment } from './marks'
import { renderPage } from './page'
import { Fact, scriptOf, SignHere } from './sign-here'
import type { ReleasingOfficesProps } from './signing-props'
import { Cell, ColumnName, Head, Row, RowName, Rows, Table } from './table'
import { useWords } from './words'

/** Which offices of a state release its figures; a form that names one, then what is signed. */
export function renderReleasingOffices(props: ReleasingOfficesProps): string {
  return renderPage({
    frame: props.frame,
    current: 'offices',
    credit: null,
    title: catalogueOf(props.frame.language).offices.title,
    ...scriptOf(props.toSign),
    children: <Body {...props} />,
  })
}

function Body(props: ReleasingOfficesProps) {
  const words = useWords()
  return (
    <>
      <div class="heading">
        <h1>{words.offices.title}</h1>
        <p class="lead">{words.offices.lead}</p>
        {props.done && (
          <p class="why" role="status">
            {words.signing.done}
          </p>
        )}
      </div>
      {props.toSign === null ? <Asking {...props} /> : <Signed {...props} />}
      <section class="panel panel-table" aria-labelledby="list">
        <h2 id="list">{words.offices.list}</h2>
        <List named={props.named} />
      </section>
    </>
  )
}

/** A plain form: what it asks for comes back in the address; codes alone, nobody's words. */
function Asking({ named, offices }: ReleasingOfficesProps) {
  const t = useWords().offices
  return (
    <section class="panel" aria-labelledby="name">
      <h2 id="name">{t.name}</h2>
      <form method="get" action="/offices" class="act-form">
        <p class="field">
          <label for="contract">{t.contract}</label>
          <Choice
            name="contract"
            id="contract"
            options={named.map(({ contract }) => [contract, contract])}
            chosen=""
          />
        </p>
        <p class="field">
          <label for="office">{t.office}</label>
          <Choice
            name="office"
            id="office"
            options={[...offices.map((code) => [code, code] as const), ['', t.nobody]]}
            chosen={offices[0] ?? ''}
          />
        </p>
        <p>
          <button class="act" type="submit">
            {t.next}
          </button>
        </p>
      </form>
    </section>
  )
}

function Signed({ asked, toSign }: ReleasingOfficesProps) {
  const t = useWords().offices
  if (toSign === null || asked === null) return null
  const which = asked.office === null ? 'nobody' : 'name'
  return (
    <SignHere says={t.acts[which]} follows={t.follows[which]} toSign={toSign}>
      <Fact name={t.contract} value={<Ltr>{asked.contract}</Ltr>} />
      <Fact name={t.office} value={asked.office ?? t.nobody} />
    </SignHere>
  )
}

function List({ named }: Pick<ReleasingOfficesProps, 'named'>) {
  const t = useWords().offices
  return (
    <Table caption={t.caption} look="agreements">
      <Head>
        <ColumnName>{t.contract}</ColumnName>
        <ColumnName>{t.releases}</ColumnName>
        <ColumnName>{t.since}</ColumnName>
        <ColumnName>{t.signedBy}</ColumnName>
      </Head>
      <Rows>
        {named.map(({ contract, office, signed }) => (
          <Row key={contract}>
            <RowName>
              <Ltr>{contract}</Ltr>
            </RowName>
            <Cell name={t.releases}>{office ?? t.anyOffice}</Cell>
            <Cell name={t.since}>{signed !== null && <Moment at={signed.at} />}</Cell>
            <Cell name={t.signedBy}>
              {signed !== null && `${signed.by ?? ''} ${signed.office ?? ''}`.trim()}
            </Cell>
          </Row>
        ))}
      </Rows>
    </Table>
  )
}
