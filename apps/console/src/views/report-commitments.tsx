// SPDX-License-Identifier: Apache-2.0
import { Moment } from './marks'
import type { Committed } from './report-props'
import { useWords } from './words'

/** When each side was bound to its figures, where the agreement asks for that before they are compared. */
export function Commitments({ committed }: { readonly committed: Committed }) {
  const t = useWords().reports
  const { openedAt, by, parties, changedSince } = committed
  return (
    <section class="panel" aria-labelledby="commitments">
      <h2 id="commitments">{t.commitments}</h2>
      <p>
        {t.openedBy[by]} <Moment at={openedAt} />
      </p>
      <dl class="facts">
        {parties.map(({ party, at }) => (
          <div key={party.code}>
            <dt>{t.committed(party.name)}</dt>
            <dd>
              <Moment at={at} />
            </dd>
          </div>
        ))}
        {changedSince.map(({ party, at }) => (
          <div key={`${party.code} ${at}`}>
            <dt class="beyond">{t.changed(party.name)}</dt>
            <dd>
              <Moment at={at} />
            </dd>
          </div>
        ))}
      </dl>
      {changedSince.length === 0 && <p class="under">{t.unchanged}</p>}
    </section>
  )
}
