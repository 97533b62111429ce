// SPDX-License-Identifier: Apache-2.0
// The sentences of the pages on which people sign.

/** Acts about agreements, by the name that the contract gives them. */
const acts = {
  propose: {
    name: 'Propose the terms',
    says: 'proposes the terms above',
    follows: 'The other parties sign them, decline, or answer with others. You sign them too.',
  },
  counter: {
    name: 'Answer with other terms',
    says: 'answers the terms on the table with the terms above',
    follows: 'The terms on the table and their signatures are void. All sign the new ones.',
  },
  sign: {
    name: 'Sign the terms',
    says: 'accepts the terms of the agreement, as they stand on this page',
    follows: 'Once all have signed, the agreement enters into force as its terms say.',
  },
  decline: {
    name: 'Decline the terms',
    says: 'does not want these terms, nor other ones',
    follows: 'The negotiation ends. It cannot be taken up again under this name.',
  },
  reserve: {
    name: 'Leave out clauses',
    says: 'takes itself out of the clauses named below, before it signs',
    follows: 'Nothing goes from you, or to you, under these clauses.',
  },
  notify: {
    name: 'Give notice that your procedures are complete',
    says: 'gives notice that its own procedures for the entry into force are complete',
    follows: 'With the notices of all parties the agreement enters into force.',
  },
  suspend: {
    name: 'Suspend the agreement',
    says: 'suspends the agreement',
    follows: 'From then on no further figure goes from you or to you, until you resume.',
  },
  resume: {
    name: 'Resume the agreement',
    says: 'ends its suspension of the agreement',
    follows: 'Figures go again, unless another party has suspended it.',
  },
  terminate: {
    name: 'Terminate the agreement',
    says: 'terminates the agreement',
    follows: 'It ends for ever. What was received stays where it is.',
  },
  withdraw: {
    name: 'Leave the agreement',
    says: 'leaves the agreement; the other parties go on',
    follows: 'For you it ends for ever. What was received stays where it is.',
  },
  accede: {
    name: 'Ask to join',
    says: 'asks to join the agreement under its terms',
    follows: 'You become a party when each of the parties has consented.',
  },
  consent: {
    name: 'Consent to the accession',
    says: 'consents that the participant named below joins',
    follows: 'It joins when all parties have consented.',
  },
  refuse: {
    name: 'Refuse the accession',
    says: 'refuses that the participant named below joins',
    follows: 'It does not join. One refusal is enough.',
  },
}

/** Signing an act. */
export const signing = {
  acts,
  title: (act: string, agreement: string) => `${act}: ${agreement}`,
  who: (participant: string, office: string, person: string) =>
    `You sign as ${person}, for ${participant}, ${office}.`,
  bySigning: (participant: string, says: string) => `By signing, ${participant} ${says}.`,
  what: 'What you sign',
  agreement: 'Agreement',
  digest: 'Digest of the terms',
  document: 'The document, to the letter',
  documentDigest: 'Digest of the document',
  reason: 'Reason, for the other parties to read',
  clauses: 'Clauses that are left out',
  clausesHow: 'Their numbers, with commas: 3, 4',
  clausesOrNone: 'Their numbers, with commas: 3, 4. Empty: you join under all of them.',
  noClauses: 'None',
  participant: 'Who asks to join',
  next: 'Show what I sign',
  minutes:
    'The page is good for five minutes, and the signature serves once, for this act at this hub.',
  button: 'Sign with your passkey',
  instead: 'Without a passkey or without script, sign with your office’s key:',
  noScript:
    'This browser runs no script, and a passkey needs it. Allow the script of this page, which is the hub’s own and a few lines long, or sign with your office’s key as said below.',
  unsupported: 'This browser has no passkeys. Use another one, or sign with your office’s key.',
  failed:
    'Nothing was signed. Either you stopped it, or none of your passkeys is on this device. You can try again.',
  noRole: 'Your roles do not sign this. A colleague with the role for it does.',
  noPasskey: 'You have no passkey that is good yet.',
  getOne: 'Go to your passkeys',
  notPerson:
    'You read by a link of an office’s key. To sign here, sign in with your own name; the office’s key signs with the command corridor.',
  signIn: 'Sign in with your own name',
  noName: (address: string) =>
    `Passkeys belong to a name, and this hub is reached by a number or without encryption (${address}). The operator gives it a name: CORRIDOR_PUBLIC_ADDRESS.`,
  mayDo: 'What you can do',
  nothing: 'There is nothing for you to sign here now.',
  history: 'What has happened',
  historyCaption: 'Each act, oldest first, who made it and what it was signed with.',
  when: 'When',
  act: 'Act',
  by: 'By',
  signedWith: 'Signed with',
  why: 'Reason',
  clock: 'the clock',
  officeKey: (holder: string) => `office key of ${holder}`,
  officeKeyUnnamed: 'office key',
  passkey: (person: string) => `passkey of ${person}`,
  notSigned: 'nothing',
  done: 'Signed. It took effect at once, and stands below with your signature.',
  corridor: 'Compared figures of this agreement',
}

/** The page of a person's passkeys. */
export const passkeys = {
  title: 'Passkeys',
  lead: 'A passkey is a key in your device or your password keeper. With it you sign for your office on these pages.',
  own: 'Your passkeys',
  none: 'You have none yet.',
  office: 'Passkeys of colleagues',
  officeCaption: 'Who of your participant can sign with which passkey.',
  name: 'Name',
  person: 'Person',
  registered: 'Registered',
  state: 'State',
  good: 'Good',
  waits: 'Waits for a second official',
  removed: 'Removed',
  synced: 'kept in step by a cloud',
  remove: (name: string) => `Remove ${name}`,
  register: 'Register a passkey',
  callIt: 'What you call it',
  callItHow: 'For example: office laptop',
  button: 'Register a passkey',
  fresh: 'A passkey is registered within five minutes of a sign-in.',
  signInAgain: 'Sign in again',
  notNow: 'Your roles sign nothing, so you need no passkey.',
  after:
    'A second named signatory, or the operator, then confirms it; until then it signs nothing. They are told the name of the passkey by you, and type:',
  done: 'It is registered. Now a second official confirms it.',
  gone: 'The passkey was removed. It signs nothing from now on.',
  failed: 'No passkey was made. Either you stopped it, or this device has registered one already.',
  unsupported: 'This browser makes no passkeys. Use another one.',
  noScript:
    'This browser runs no script, and a passkey needs it. Allow the script of this page, which is the hub’s own and a few lines long.',
  lost: 'A device is lost? Remove its passkey here, or ask a colleague who signs, or the operator: corridor passkeys remove.',
}
