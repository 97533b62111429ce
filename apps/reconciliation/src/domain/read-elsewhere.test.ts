// SPDX-License-Identifier: Apache-2.0
import type { KnownAgreement } from '@corridor/policy'
import { destinationSays, grantedBy, oneForOne, originSays, protectedBy, toldOf } from './given'
import { pairUp } from './pair-up'
import { unlessReadElsewhere } from './read-elsewhere'

const known = protectedBy({ method: 'random-rounding', base: 5 })
const said = [toldOf(originSays(410)), toldOf(destinationSays(555))]
const compared = (...others: readonly KnownAgreement[]): number =>
  pairUp(known, said, {
    isGranted: unlessReadElsewhere(known, [known, ...others], grantedBy(known)),
    expect: oneForOne,
  }).length

/** Another agreement, between such parties, with such a committee. */
const other = (parties: readonly string[], committee = 'OTHER'): KnownAgreement => ({
  terms: {
    ...known.terms,
    ...{
      id: 'OTHER-2026',
      parties: parties.map((participant) => ({ participant, signatures: 1 })),
    },
    committee,
  },
  standing: { ...known.standing, parties },
})

describe('what was told under protection', () => {
  it('is compared where its committee has no place in another agreement of its parties', () => {
    expect(compared()).toBe(1)
    expect(compared(other(['BE', 'SE'], 'BESE'))).toBe(1)
  })

  it('is not where the committee reads or receives there too: it could put both together', () => {
    expect(compared(other(['BE', 'SE'], 'BEDK'))).toBe(0)
    expect(compared(other(['BE', 'BEDK']))).toBe(0)
  })

  it('is where that is an agreement of the same parties', () => {
    expect(compared(other(['BE', 'DK'], 'BEDK'))).toBe(1)
  })
})
