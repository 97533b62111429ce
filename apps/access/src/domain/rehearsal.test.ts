// SPDX-License-Identifier: Apache-2.0
import { participantKinds } from '@corridor/message'
import { decideGrant, rehearsalSteps, rehearses } from './rehearsal'

describe('production rights', () => {
  it('are granted when every step was rehearsed', () => {
    expect(decideGrant('BE', new Set(rehearsalSteps))).toEqual({ ok: true, value: null })
  })

  it.each(rehearsalSteps)('are not granted while one is open: %s', (open) => {
    const done = new Set(rehearsalSteps.filter((step) => step !== open))
    const detail = `BE has yet to rehearse: ${open}`
    expect(decideGrant('BE', done)).toEqual({
      ok: false,
      refusal: { code: 'REHEARSAL_INCOMPLETE', detail },
    })
  })

  it('are for those who send', () => {
    expect(participantKinds.filter(rehearses)).toEqual(['state', 'partner'])
  })
})
