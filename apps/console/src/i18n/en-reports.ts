// SPDX-License-Identifier: Apache-2.0
// The sentences of the pages of reports.
import { count } from './numbers'

/** Where a version of a report stands. */
const standings = {
  compared: 'Compared',
  'in-review': 'In review',
  'ready-to-sign': 'Ready to sign',
  'signed-by-one': 'Signed by one side',
  'signed-by-both': 'Signed by both sides',
  released: 'Released',
  superseded: 'A newer version took its place',
}

const facts: Readonly<Record<string, string>> = {
  compared: 'The figures were compared',
  'review-began': 'The review began',
  ready: 'It became ready to sign',
  reopened: 'It went back into review',
  signed: 'Signed',
  'signed-by-all': 'All have signed',
  'signature-withdrawn': 'A signature was withdrawn',
  returned: 'It was returned for more work',
  released: 'Released to whom the agreement names',
  superseded: 'A newer version took its place',
  'figures-revised': 'Figures were revised since',
  'renewal-asked': 'A new version was asked for',
  replaced: 'A new version begins',
  overdue: 'The due date has passed',
  escalated: 'The chairs of the committee were told',
}

/** The list of reports, and one report. */
export const reports = {
  standings,
  facts,
  title: 'Reports',
  lead: (toSign: number) =>
    toSign === 0
      ? 'No report waits for signatures.'
      : `${count(toSign)} ${toSign === 1 ? 'report waits' : 'reports wait'} for signatures.`,
  about: 'A report says what a comparison came to. Both sides sign it.',
  list: 'Your reports',
  caption: 'The newest version of each report.',
  empty:
    'There are no reports yet. The first is made when both sides have sent figures for the same period.',
  report: 'Report',
  of: (agreement: string, period: string) => `Report ${agreement}, ${period}`,
  period: 'Period',
  version: 'Version',
  standing: 'State',
  signedBy: 'Signed by',
  nobody: 'nobody yet',
  due: 'Due',
  wasDue: 'Was due',
  marks: {
    'figures-revised-since': 'It stays valid; figures were revised since.',
    replaced: 'It stays valid until the new version is signed.',
  },
  steps: 'Where the report stands',
  stepDone: 'done',
  stepNow: 'now',
  returned: (name: string) => `${name} returned it for more work:`,
  notReady: 'There is nothing to sign yet',
  openCases: (n: number) =>
    n === 1 ? 'One case is not settled:' : `${count(n)} cases are not settled:`,
  returnedWork: 'It becomes ready to sign again when somebody has worked on a case.',
  settled: 'What the two sides sign',
  agreed: 'figures agreed',
  agreedToDiffer: 'agreed to differ',
  corrected: 'put right by a revision',
  notTakenUp: 'not taken up',
  notTakenUpWhy: 'beyond the number of cases that the agreement has room for',
  noFigures: 'No figure had to be settled.',
  settledCaption: 'Every figure that people settled, in the order of its cases.',
  value: 'Agreed figure',
  causes: 'Causes',
  case: 'Case',
  digest: 'Digest of what is signed',
  file: 'Keep the signed report',
  fileHow: 'Anybody can check it without this hub: corridor verify FILE',
  compared: 'What was compared',
  comparedCaption:
    'What each side says, made comparable, and balanced with its interval; what matters stands first.',
  shown: (from: number, to: number, all: number) =>
    `Figures ${count(from)} to ${count(to)} of ${count(all)}.`,
  notShown: (n: number) => `${count(n)} more matter less and are counted, not shown.`,
  harmonised: 'Made comparable',
  balanced: 'Balanced',
  balancedFrom: (lower: string, upper: string) => `${lower} to ${upper}`,
  found: 'Found',
  findings: {
    'agrees-within-intervals': 'agrees within its intervals',
    'as-expected': 'as expected',
    suspect: 'not as expected',
    'no-expectation': 'no expectation yet',
  },
  matters: 'somebody must answer for it',
  suggested: 'Causes that the pattern suggests',
  none: 'none',
  falseAlarms: (nominal: string, achieved: string, history: string) =>
    `False alarms: ${nominal} % promised, ${achieved} % found on ${history} figures of the past.`,
  falseAlarmsShort: (nominal: string) =>
    `False alarms: ${nominal} % promised; the history is too short to say what is found.`,
  expectation: (version: number) => `Expected ratios of version ${count(version)}.`,
  next: 'Next figures',
  commitments: 'What the sides were bound to',
  openedBy: {
    'all-committed': 'The figures were open when all had committed:',
    'due-date': 'The figures were open when their day had passed:',
  },
  committed: (name: string) => `${name} was bound`,
  unchanged: 'Nobody has said something else since.',
  changed: (name: string) => `${name} has said something else since`,
  stages: 'Stages of the path',
  stagesCaption: 'What each stage says, held against the stage before it.',
  stage: 'Stage',
  heldAgainst: 'Held against',
  lookedAt: {
    period: 'the stage before',
    year: 'a year of the stage before',
    stock: 'who is there',
  },
  said: 'Said',
  range: 'Range',
  outcome: 'Outcome',
  outcomes: {
    'in-range': 'within its range',
    above: 'above its range',
    below: 'below its range',
    'no-expectation': 'nothing expected',
  },
  bases: { declared: 'as declared', learnt: 'as learnt', stock: 'by the stock' },
  orMore: (lower: string) => `${lower} or more`,
  historyCaption: 'Every move of this version, oldest first.',
  done: 'Signed. It took effect at once.',
}
