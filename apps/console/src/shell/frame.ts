// SPDX-License-Identifier: Apache-2.0
import { icon, stylesheet } from '../styles'
import type { Frame } from '../views'
import type { Actor } from './actor'
import { hubVersion, type Edge } from './edge'

const demonstrated = 'Source: Eurostat, migr_emi3nxt (outflow) and migr_imm5prv (inflow)'
const notice = 'Demonstration. Published figures; the offices took no part.'

/** What stands around a page for its reader. */
export function frameOf(edge: Edge, actor: Actor | null): Frame {
  return {
    language: 'en',
    stylesheet: `/assets/${stylesheet().name}`,
    icon: `/assets/${icon().name}`,
    hubName: 'Corridor',
    version: hubVersion,
    notice: edge.environment.isDemonstration === true ? notice : null,
    viewer:
      actor === null
        ? null
        : {
            participant: { code: actor.participant, name: actor.name },
            office: actor.office,
            kind: kindOf(actor),
          },
    addresses: {
      corridors: '/',
      agreements: '/agreements',
      cases: actor?.kind === 'operator' ? null : '/cases',
      reports: actor?.kind === 'operator' ? null : '/reports',
      signOut: actor === null ? null : '/leave',
      // A key has a thumbprint; a person has none.
      passkeys: actor?.kid === '' ? '/passkeys' : null,
      offices: actor?.kind === 'state' ? '/offices' : null,
    },
  }
}

type ViewerKind = NonNullable<Frame['viewer']>['kind']
const kinds: readonly ViewerKind[] = ['state', 'committee', 'secretariat', 'partner', 'operator']

function kindOf({ kind }: Actor): ViewerKind {
  return kinds.find((known) => known === kind) ?? 'partner'
}

/** Where the figures of the demonstration are from; null of any other hub. */
export function creditOf(edge: Edge): string | null {
  return edge.environment.isDemonstration === true ? demonstrated : null
}
