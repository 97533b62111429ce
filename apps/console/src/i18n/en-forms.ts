// SPDX-License-Identifier: Apache-2.0
// The sentences of the forms on which people act about cases and reports.

/** The forms of acts. */
export const forms = {
  needs: 'What you say',
  both: 'Both sides will see this.',
  value: 'The figure that both can stand behind',
  valueHow: 'Digits only: 11180',
  causes: 'Why the two figures differ',
  causesHow:
    'Give each cause its part of the difference, with its sign; leave one part empty and it takes the rest. What no cause takes is “not yet explained”.',
  causesHidden: 'A figure is hidden, so causes have no parts.',
  cause: 'Cause',
  noCause: 'no cause',
  persons: 'Its part, people',
  oneMore: 'Add a cause',
  reason: 'Reason',
  reasonHow: 'At most 500 characters.',
  text: 'Your words',
  textHow: 'At most 2,000 characters. No records of single people.',
  audience: 'Who reads it',
  audiences: {
    both: 'Both sides will see this',
    office: 'Only your office',
  },
  corrects: 'It corrects an earlier comment of yours',
  correctsHow: 'Its number, such as 3; leave it empty otherwise.',
  adjustment: 'How long it holds',
  adjustments: {
    '': 'Not said',
    systematic: 'Every period, as long as the definitions differ',
    'known-specific': 'This period, by a known event',
    irregular: 'This period; it comes and goes',
  },
  until: 'Until which period',
  untilHow: 'Such as 2018; leave it empty where nobody knows.',
  figures: 'Which figures are open again',
  figuresHow: 'All of them where you choose none.',
  next: 'Show what I sign',
  stale:
    'The case was changed while you wrote. Your words are kept below: read what has changed, then go on.',
  notRight: 'Something is missing or not right:',
  why: {
    missing: 'Write something here.',
    'not-whole': 'Write a whole number in digits, without points, commas or spaces.',
    'no-cause': 'Choose a cause for this part.',
    twice: 'A cause is named twice: give it one part.',
    'two-rests': 'Only one cause can take the rest: give the others their parts.',
    'too-long': 'This is too long.',
  },
  of: 'Figure',
  case: 'Case',
  version: 'Version of the case that you answer',
  report: 'Report',
  reportVersion: 'Version of the report',
}
