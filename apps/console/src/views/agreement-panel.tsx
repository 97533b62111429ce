// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact'
import * as numbers from '../i18n/numbers'
import { Ltr, Moment, Pair, Term } from './marks'
import type { AgreementFacts, Clause, Place } from './props'
import { Standing } from './standing'
import { useWords } from './words'

/** The agreement under which the figures were compared. */
export function AgreementPanel({ agreement }: { readonly agreement: AgreementFacts }) {
  const t = useWords()
  return (
    <section class="panel" aria-labelledby="agreement">
      <h2 id="agreement">
        {t.review.facts} <Ltr>{agreement.id}</Ltr>
      </h2>
      <p class="under">{agreement.title}</p>
      <dl class="facts">
        <Fact name={t.columns.standing}>
          <Standing standing={agreement.standing} />
        </Fact>
        <Fact name={t.agreements.parties}>
          <Pair parties={agreement.parties} />
        </Fact>
        {agreement.committee !== null && (
          <Fact name={t.agreements.committee}>{agreement.committee.name}</Fact>
        )}
        <Fact name={t.agreements.term}>
          <Term term={agreement.term} />
        </Fact>
        <Fact name={t.agreements.signatures}>
          <Signatures agreement={agreement} />
        </Fact>
      </dl>
      <h3>{t.agreements.clauses}</h3>
      <ul class="clauses">
        {agreement.clauses.map((clause) => (
          <li key={clause.id}>
            <span class="clause-number">
              <Ltr>{clause.id}</Ltr>
            </span>
            <ClauseText clause={clause} />
          </li>
        ))}
      </ul>
      {agreement.notAgreed.length > 0 && <p>{t.clauses.notAgreed(agreement.notAgreed)}</p>}
    </section>
  )
}

function nameOf({ name }: Place): string {
  return name
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Signatures({ agreement }: { readonly agreement: AgreementFacts }) {
  const t = useWords()
  if (agreement.signatures.length === 0) return <>{t.columns.nothing}</>
  return (
    <ul class="plain">
      {agreement.signatures.map((signature) => (
        <li key={signature.by.code}>
          {signature.by.name}, <Moment at={signature.at} />
        </li>
      ))}
    </ul>
  )
}

function ClauseText({ clause }: { readonly clause: Clause }) {
  const t = useWords()
  switch (clause.kind) {
    case 'share':
      return (
        <span>
          {t.clauses.share(clause.from.map(nameOf), clause.to.map(nameOf))}{' '}
          {clause.totalsOnly ? t.clauses.totalsOnly : t.clauses.withDetail}
          {clause.periods !== null && (
            <>
              {' '}
              {t.clauses.periods}{' '}
              <Ltr>
                {clause.periods.from}–{clause.periods.until}
              </Ltr>
              .
            </>
          )}
        </span>
      )
    case 'protect':
      return <span>{t.clauses.protect(clause.rule)}</span>
    case 'reconcile':
      return <span>{t.clauses.reconcile(numbers.agreedPercent(clause.tolerancePercent))}</span>
    case 'aggregate':
      return <span>{t.clauses.aggregate(clause.from.map(nameOf))}</span>
    case 'said':
      return (
        <span>
          {clause.isRecorded ? `${t.clauses.recorded} ` : ''}
          {clause.says}
        </span>
      )
  }
}
