// SPDX-License-Identifier: Apache-2.0
// What people do about cases and reports, by the name that the contract gives it.

/** Acts about cases and reports: their name, what a side says by them, and what follows. */
export const acts = {
  propose: {
    name: 'Propose a figure',
    says: 'proposes the figure below, and why the two sides differ',
    follows:
      'The other side agrees, answers with a counter-proposal, or says that both figures stand.',
  },
  counter: {
    name: 'Make a counter-proposal',
    says: 'answers with the figure below, and why the two sides differ',
    follows: 'What was on the table is answered. The other side agrees or answers again.',
  },
  differ: {
    name: 'Propose that both figures stand',
    says: 'proposes that both figures stand, for the causes below',
    follows: 'When the other side agrees, you have agreed to differ.',
  },
  agree: {
    name: 'Agree to the proposal',
    says: 'agrees to what the other side proposed, as it stands below',
    follows: 'The figure is settled. A counter-proposal or a revision opens it again.',
  },
  explain: {
    name: 'Answer for your own side',
    says: 'says how its own figures came to be',
    follows: 'Both sides see your answer. It settles no figure by itself.',
  },
  comment: {
    name: 'Write a comment',
    says: 'writes the comment below',
    follows: 'You can change it for ten minutes; after that a new comment corrects it.',
  },
  close: {
    name: 'Say that the case is not material',
    says: 'holds this case for not material',
    follows: 'It is closed when every side has said so.',
  },
  sign: {
    name: 'Sign the report',
    says: 'accepts these figures for exchange under the agreement',
    follows:
      'You can withdraw your signature until the other side signs. After that the report stands.',
  },
  withdraw: {
    name: 'Withdraw your signature',
    says: 'withdraws its signature',
    follows: 'The report waits for signatures again.',
  },
  return: {
    name: 'Return the report for more work',
    says: 'returns the report for more work',
    follows: 'A signature on it is void, and the figures you name are open again.',
  },
  renew: {
    name: 'Ask for a new version',
    says: 'asks for a new version of the report',
    follows:
      'It begins when all parties ask for it. This version stays valid until the new one is signed.',
  },
}
