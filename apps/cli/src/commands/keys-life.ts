// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import {
  affectedByKeys,
  askReEnrolment,
  clearDoubts,
  rotateKeys,
  secondReEnrolment,
  withdrawKey,
  type Affected,
} from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { clean } from '../output/clean'
import { table } from '../output/table'
import { count, day, fingerprint, instant } from '../output/words'
import { profileOfCall } from '../profile-of-call'

/** Exchanges the profile's keys for new ones; the old stay good for some days. */
export async function rotateOwn(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const days = call.option('keep') ?? '30'
  if (!/^\d{1,2}$/.test(days))
    return refuse('COMMAND_WRONG', '--keep is a number of days from 0 to 90')
  const rotated = await rotateKeys(call.home, profile.value, Number(days))
  if (!rotated.ok) return rotated
  const { signer, validUntil } = rotated.value
  return accept({
    text: `OK  The profile has new keys, valid to ${day(validUntil)}; the old ones for ${count(Number(days), 'day')} more.\n${fingerprint(signer.kid)}`,
    json: { kid: signer.kid, validUntil, keepDays: Number(days) },
  })
}

/** Withdraws a key from an instant on. */
export async function withdrawOne(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const reason = call.option('reason')
  if (reason === undefined) return refuse('COMMAND_WRONG', 'say why with --reason: it is kept')
  const from = call.option('from') ?? call.world.now().toISOString()
  const told = await withdrawKey(profile.value, { kid: call.operand(0) ?? '', from, reason })
  if (!told.ok) return told
  return accept({
    text: `OK  The key is good for nothing from ${instant(told.value.from)} on. Earlier receipts stay valid. Look at: corridor keys affected`,
    json: { ...told.value },
  })
}

/** Lists what came of withdrawn keys. */
export async function showAffected(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const affected = await affectedByKeys(profile.value)
  if (!affected.ok) return affected
  const { doubtful, refused, acts } = affected.value
  const facts = [
    `${count(doubtful.length, 'accepted message')} doubtful, ${count(refused.length, 'message')} refused, ${count(acts.length, 'act')} on agreements doubtful.`,
    ...(doubtful.length === 0 ? [] : [table<Affected['doubtful'][number]>(columns, doubtful)]),
  ]
  return accept({ text: facts.join('\n\n'), json: { ...affected.value } })
}

const columns = [
  { name: 'Message', of: ({ id }: Affected['doubtful'][number]) => id },
  { name: 'Position', of: ({ position }: Affected['doubtful'][number]) => String(position) },
  { name: 'Received', of: ({ receivedAt }: Affected['doubtful'][number]) => instant(receivedAt) },
  { name: 'Key', of: ({ kid }: Affected['doubtful'][number]) => kid },
  {
    name: 'Cleared',
    of: ({ clearedAt }: Affected['doubtful'][number]) =>
      clearedAt === null ? '' : instant(clearedAt),
  },
] as const

/** Says that doubtful messages are genuine. */
export async function clearDoubtful(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const reason = call.option('reason')
  if (reason === undefined) return refuse('COMMAND_WRONG', 'say why with --reason: it is kept')
  const told = await clearDoubts(profile.value, {
    ...{ submissions: [call.operand(0) ?? ''], reason },
  })
  if (!told.ok) return told
  return accept({
    text: 'OK  It is in doubt no more; what is granted of it is handed over again.',
    json: { ...told.value },
  })
}

/** The first official asks for a new enrolment of somebody, the second agrees and gets the code. */
export async function reEnrol(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const seconded = call.option('second')
  if (seconded !== undefined) {
    const told = await secondReEnrolment(profile.value, seconded)
    if (!told.ok) return told
    const { code, expiresAt } = told.value
    return accept({
      text: `OK  Agreed. The one-time code, to hand over by a safe way, until ${day(expiresAt)}:\n${clean(code)}`,
      json: { code, expiresAt },
    })
  }
  const holder = call.option('holder')
  const office = call.option('office')
  const reason = call.option('reason')
  const roles = call.options('role').flatMap((given) => given.split(','))
  if (holder === undefined || office === undefined || reason === undefined || roles.length === 0)
    return refuse('COMMAND_WRONG', 'say --office, --role, --holder and --reason, or --second ID')
  const participant = call.operand(0) ?? profile.value.participant
  const asked = await askReEnrolment(profile.value, { participant, office, roles, holder, reason })
  if (!asked.ok) return asked
  return accept({
    text: `OK  A second official agrees with: corridor keys re-enrol --second ${asked.value.id}`,
    json: { id: asked.value.id },
  })
}
