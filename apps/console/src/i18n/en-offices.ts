// SPDX-License-Identifier: Apache-2.0
// The sentences of the page on which a state says which of its offices releases its figures.

/** The page of releasing offices. */
export const offices = {
  title: 'Releasing offices',
  lead: 'By each contract one of your offices can release the figures of your state. What other offices send by it then stays inside your state.',
  list: 'Who releases your figures',
  caption:
    'By each contract: the office that releases your state’s figures, since when, and who signed it.',
  contract: 'Contract',
  releases: 'Released by',
  since: 'Since',
  signedBy: 'Signed by',
  anyOffice: 'Any office: its last message is the state’s figure',
  name: 'Name an office',
  office: 'Office',
  nobody: 'No office any more',
  next: 'Show what I sign',
  acts: {
    name: 'says that the office below releases its figures by this contract',
    nobody: 'names no office any more for its figures by this contract',
  },
  follows: {
    name: 'From then on only figures of this office leave your state by this contract. What was handed over stays where it is.',
    nobody: 'From then on the last message of any office is the state’s figure by this contract.',
  },
}
