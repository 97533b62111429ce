// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { agreementHistory, type AgreementActShown } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { clean } from '../output/clean'
import { table } from '../output/table'
import { instant } from '../output/words'
import { profileOfCall } from '../profile-of-call'

/** Shows what has happened to an agreement: each act, by whom, when, and why. */
export async function history(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const told = await agreementHistory(profile.value, call.operand(0) ?? '')
  if (!told.ok) return told
  const { acts } = told.value
  const columns = [
    { name: 'No.', of: ({ number }: AgreementActShown) => String(number) },
    { name: 'When', of: ({ at }: AgreementActShown) => instant(at) },
    { name: 'What', of: ({ act }: AgreementActShown) => act.replaceAll('-', ' ') },
    { name: 'By', of: ({ by }: AgreementActShown) => by ?? 'the clock' },
    { name: 'Why', of: ({ detail }: AgreementActShown) => reasonIn(detail) },
  ] as const
  return accept({ text: table<AgreementActShown>(columns, acts), json: { acts } })
}

function reasonIn(detail: AgreementActShown['detail']): string {
  const { reason } = detail
  return typeof reason === 'string' ? clean(reason, 200) : ''
}
