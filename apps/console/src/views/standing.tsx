// SPDX-License-Identifier: Apache-2.0
import { Day, Moment, Tag } from './marks'
import type { Standings } from '../i18n/catalogue'
import type { AgreementLine, AgreementState } from './props'
import { useWords } from './words'

/** Where an agreement stands, and since when or for whose signature. */
export function Standing({ standing }: { readonly standing: AgreementState }) {
  return (
    <>
      <Tag state={standing.state} />
      <span class="reason">
        <Since standing={standing} />
      </span>
    </>
  )
}

/** How many agreements stand where. */
export function standingsOf(lines: readonly AgreementLine[]): Standings {
  const of = (state: AgreementState['state']) =>
    lines.filter((line) => line.standing.state === state).length
  return {
    total: lines.length,
    inForce: of('in-force') + of('provisional'),
    waiting: of('proposed') + of('signed') + of('suspended'),
    over: of('revoked') + of('ended'),
  }
}

function Since({ standing }: { readonly standing: AgreementState }) {
  const t = useWords()
  switch (standing.state) {
    case 'proposed':
      return (
        <>
          {t.states.waitingFor(t.list(standing.waitingFor.map((place) => place.name)))} ·{' '}
          {t.states.proposedOn} <Moment at={standing.proposedAt} />
        </>
      )
    case 'signed':
    case 'provisional':
      return (
        <>
          {t.states.until} <Moment at={standing.until} />
        </>
      )
    case 'suspended':
      return <>{t.states.revokedBy(t.list(standing.by.map((place) => place.name)))}</>
    case 'in-force':
      return (
        <>
          {t.states.since} <Moment at={standing.since} />
        </>
      )
    case 'revoked':
      return (
        <>
          <Moment at={standing.at} /> {t.states.revokedBy(standing.by.name)}: {standing.reason}
        </>
      )
    case 'ended':
      return (
        <>
          {t.states.on} <Day on={standing.on} />
        </>
      )
  }
}
