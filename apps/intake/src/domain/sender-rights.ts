// SPDX-License-Identifier: Apache-2.0
import type { Envelope } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import type { KeyRecord } from '@corridor/message'
import type { PartnerRights } from './partner-reports'
import type { SenderOffice } from './releasing'

/** A key with what its participant may do; without production rights, test mode only. */
export interface SenderKey extends KeyRecord, SenderOffice {
  readonly production: boolean
  readonly suspended: boolean
  /** What it may report about states; null for a state, which reports for itself alone. */
  readonly partner: PartnerRights | null
}

/** Decides whether a message of this mode may come in. Who is not known to have production rights has none. */
export function judgeRights(
  key: SenderKey | undefined,
  mode: Envelope['mode'],
): Outcome<null, 'PARTICIPANT_SUSPENDED' | 'REHEARSAL_FIRST'> {
  if (key?.suspended !== false)
    return refuse('PARTICIPANT_SUSPENDED', 'the operator has suspended the participant')
  if (mode === 'test' || key.production) return accept(null)
  return refuse('REHEARSAL_FIRST', 'the participant has not rehearsed yet: only test mode is open')
}
