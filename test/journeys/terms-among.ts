// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import { corridorTerms } from '../../apps/cli/src/demonstration/region'

/** Terms under which several states give each other their published totals of some years and compare them; without a committee. */
export function termsAmong(
  states: readonly string[],
  about: { readonly id: string; readonly periods: { from: string; until: string } },
): Agreement {
  const { term, entryIntoForce, provisionalApplication, accession, ...bilateral } = corridorTerms([
    'BE',
    'DK',
  ])
  const corridors = [{ origin: '_PARTIES', destination: '_PARTIES' }]
  const { id, periods } = about
  const shared = { from: ['_PARTIES'], to: ['_PARTIES'], corridors, periods }
  const enforced = bilateral.enforced.flatMap((clause): Agreement['enforced'] => {
    if (clause.kind !== 'share') return [clause]
    return clause.id === '1' ? [{ ...clause, ...shared }] : []
  })
  const parties = states.map((participant) => ({ participant, signatures: 1 as const }))
  return {
    ...{ id, title: `${states.length} states`, parties, enforced },
    ...{ term, entryIntoForce, provisionalApplication, accession },
    ...{ signatureDays: bilateral.signatureDays, recorded: bilateral.recorded },
  }
}
