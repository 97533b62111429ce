// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'

/** What a participant can be. */
export const participantKinds = [
  'state',
  'committee',
  'secretariat',
  'partner',
  'operator',
] as const

/** One of the five kinds. */
export type ParticipantKind = (typeof participantKinds)[number]

/** What the holder of a key may do in its office; a key may have several. */
export const roles = [
  'publisher',
  'approver',
  'reviewer',
  'signatory',
  'observer',
  'operator',
] as const

/** One of the six roles. */
export type Role = (typeof roles)[number]

interface Rule {
  readonly roles: readonly Role[]
  /** Kinds of participant that may do it at all; all five where it is not said. */
  readonly kinds?: readonly ParticipantKind[]
}

const senders = ['state', 'partner'] as const

/** Which roles may do which act, and of which kinds of participant. What is not in it, nobody may do. */
export const acts = {
  /** Send figures. */
  publish: { roles: ['publisher'], kinds: senders },
  /** Let in what waits for a second person, and ask that it waits. */
  approve: { roles: ['approver'], kinds: senders },
  /** Take a message back. */
  withdraw: { roles: ['publisher', 'approver'], kinds: senders },
  /** Take what is addressed to the participant from the broker: what one takes, nobody else can. */
  take: { roles: ['publisher'] },
  /** Say in which version of a contract the participant takes figures. */
  'accept-version': { roles: ['publisher'] },
  /** Propose an agreement, or another form of one. */
  propose: { roles: ['signatory', 'reviewer', 'publisher'] },
  /** Sign, suspend, end: what binds the participant. */
  sign: { roles: ['signatory'] },
  /** Say which office of the state releases its figures. */
  'name-office': { roles: ['signatory'], kinds: ['state'] },
  /** Settle figures of a comparison. */
  review: { roles: ['reviewer'] },
  /** Speak for the participant in what is none of the others. */
  speak: { roles: ['publisher', 'reviewer', 'signatory', 'operator'] },
  /** Withdraw the keys of a colleague, and second a colleague's new enrolment. */
  'keep-keys': { roles: ['signatory'] },
  /** Keep the register: invite, approve, suspend, grant rights, add codes. */
  register: { roles: ['operator'], kinds: ['operator'] },
  /** Exchange one's own keys. */
  'rotate-keys': { roles },
  /** Read what the participant may read. */
  read: { roles },
} as const satisfies Readonly<Record<string, Rule>>

/** The name of an act. */
export type Act = keyof typeof acts

/** Who is to act: what its participant is, and the roles of its key. */
export interface RoleHolder {
  readonly kind: ParticipantKind
  readonly roles: readonly Role[]
}

/**
 * Decides whether the holder of a key may do an act.
 *
 * @example
 * decideAct({ kind: 'state', roles: ['observer'] }, 'publish').ok // false
 */
export function decideAct(holder: RoleHolder, act: Act): Outcome<Act, 'NOT_ALLOWED'> {
  const rule: Rule = acts[act]
  if (rule.kinds?.includes(holder.kind) === false)
    return refuse('NOT_ALLOWED', `only a ${rule.kinds.join(' or ')} does this (${act})`)
  if (holder.roles.some((role) => rule.roles.includes(role))) return accept(act)
  const held = holder.roles.length === 0 ? 'none' : holder.roles.join(', ')
  const asked = rule.roles.join(' or ')
  return refuse('NOT_ALLOWED', `this (${act}) asks for the role ${asked}; the key has ${held}`)
}

/** The roles of the first key of a participant, where nobody says which: a small office is one person. */
export function firstRoles(kind: ParticipantKind): readonly Role[] {
  return kind === 'operator' ? ['operator', 'publisher'] : ['publisher', 'reviewer', 'signatory']
}

/** Decides whether one key may have these roles of a participant of this kind. */
export function decideRoles({ kind, roles: asked }: RoleHolder): Outcome<null, 'ROLES_WRONG'> {
  if (asked.length === 0) return refuse('ROLES_WRONG', 'a key has at least one role')
  // Whoever publishes and approves is one pair of eyes.
  if (asked.includes('publisher') && asked.includes('approver'))
    return refuse('ROLES_WRONG', 'one key cannot publish and approve: two people do')
  if (asked.includes('operator') !== (kind === 'operator'))
    return refuse('ROLES_WRONG', 'the role operator is for people of the operator, and only that')
  return accept(null)
}
