// SPDX-License-Identifier: Apache-2.0
import { AgreementPanel } from './agreement-panel'
import { Ltr, Moment } from './marks'
import { MayDo } from './may-do'
import { renderPage } from './page'
import type { ActLine, AgreementProps } from './signing-props'
import { Cell, ColumnName, Head, Row, RowName, Rows, Table } from './table'
import { useWords } from './words'

/** The page of one agreement: what the reader can sign, its terms, and its history with who signed with what. */
export function renderAgreement(props: AgreementProps): string {
  return renderPage({
    frame: props.frame,
    current: 'agreements',
    credit: null,
    title: props.agreement.id,
    children: <Body {...props} />,
  })
}

function Body({ agreement, digest, history, mayDo, done, command }: AgreementProps) {
  const t = useWords()
  return (
    <>
      <div class="heading">
        <p class="crumbs">
          <a href="/agreements">{t.agreements.title}</a>
        </p>
        <h1>
          <Ltr>{agreement.id}</Ltr>
        </h1>
        <p class="lead">{agreement.title}</p>
        {done && (
          <p class="why" role="status">
            {t.signing.done}
          </p>
        )}
      </div>
      <section class="panel" aria-labelledby="may">
        <h2 id="may">{t.signing.mayDo}</h2>
        <MayDo
          pages={mayDo?.map(({ act, href }) => ({ href, name: t.signing.acts[act].name })) ?? null}
          command={command}
        />
        {agreement.href !== null && (
          <p>
            <a href={agreement.href}>{t.signing.corridor}</a>
          </p>
        )}
      </section>
      <AgreementPanel agreement={agreement} />
      <section class="panel panel-table" aria-labelledby="history">
        <h2 id="history">{t.signing.history}</h2>
        <History history={history} />
      </section>
      <p class="under">
        {t.signing.digest}: <Ltr>{digest}</Ltr>
      </p>
    </>
  )
}

function History({ history }: Pick<AgreementProps, 'history'>) {
  const t = useWords().signing
  return (
    <Table caption={t.historyCaption} look="agreements">
      <Head>
        <ColumnName>{t.act}</ColumnName>
        <ColumnName>{t.when}</ColumnName>
        <ColumnName>{t.by}</ColumnName>
        <ColumnName>{t.signedWith}</ColumnName>
        <ColumnName>{t.why}</ColumnName>
      </Head>
      <Rows>
        {history.map((line) => (
          <Row key={line.number}>
            <RowName>{line.act.replaceAll('-', ' ')}</RowName>
            <Cell name={t.when}>
              <Moment at={line.at} />
            </Cell>
            <Cell name={t.by}>{line.by ?? t.clock}</Cell>
            <Cell name={t.signedWith}>
              <SignedWith signer={line.signer} />
            </Cell>
            <Cell name={t.why}>{line.reason}</Cell>
          </Row>
        ))}
      </Rows>
    </Table>
  )
}

function SignedWith({ signer }: Pick<ActLine, 'signer'>) {
  const t = useWords().signing
  if (signer === null) return <>{t.notSigned}</>
  if (signer.with === 'passkey') return <>{t.passkey(signer.name ?? '')}</>
  return <>{signer.name === null ? t.officeKeyUnnamed : t.officeKey(signer.name)}</>
}
