// SPDX-License-Identifier: Apache-2.0
// The sentences of the console in English. Numbers that come in are already written out (numbers.ts), save where a
// plural needs them. No sentence holds a signed number, a range or a code: those stand in <bdi> beside it.
import { clauses, definitions, states } from './en-terms'
import { acts } from './en-acts'
import { cases } from './en-cases'
import { forms } from './en-forms'
import { offices } from './en-offices'
import { reports } from './en-reports'
import { proposals } from './en-proposals'
import { passkeys, signing } from './en-signing'
import { count } from './numbers'

const plural = (n: number, one: string, many: string): string =>
  `${count(n)} ${n === 1 ? one : many}`

/** Names in a row: "Sweden", "Sweden and Denmark", "Sweden, Denmark and Finland". */
const list = (names: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names)

/** How many agreements stand where. */
export interface Standings {
  readonly total: number
  readonly inForce: number
  readonly waiting: number
  readonly over: number
}

const standings = ({ inForce, waiting, over }: Standings): string =>
  [
    `${count(inForce)} in force`,
    waiting === 0 ? [] : `${count(waiting)} waiting or suspended`,
    over === 0 ? [] : `${count(over)} revoked or ended`,
  ]
    .flat()
    .join(', ')

// A right-to-left language says so here; the sheet has logical properties only.
const direction = (): 'ltr' | 'rtl' => 'ltr'

/** English. */
export const en = {
  direction: direction(),
  list,
  quarter: (year: string, number: string) => `${year}, quarter ${number}`,
  frame: {
    skip: 'Skip to the content',
    pages: 'Pages',
    here: 'You are here',
    corridors: 'Corridors',
    feed: 'Region',
    cases: 'Cases',
    reports: 'Reports',
    agreements: 'Agreements',
    signOut: 'Sign out',
    readingAs: 'You read as',
    software: (version: string) => `Version ${version}`,
    acts: 'Acts are signed: here with a passkey, or with the command corridor.',
    passkeys: 'Passkeys',
    offices: 'Offices',
    to: 'to',
    and: 'and',
  },
  sides: {
    origin: 'Origin',
    destination: 'Destination',
    originSays: 'Origin says',
    destinationSays: 'Destination says',
    says: (name: string) => `${name} says`,
    roleOrigin: 'origin: people who left',
    roleDestination: 'destination: people who arrived',
    higher: (name: string) => `${name} says more`,
    same: 'Both say the same',
  },
  said: {
    'no-report': 'no report',
    hidden: 'hidden to protect people',
    'not-applicable': 'not applicable',
  },
  columns: {
    corridor: 'Corridor',
    direction: 'Direction and year',
    year: 'Year',
    bar: 'Says more',
    difference: 'Difference',
    asymmetry: 'Asymmetry, %',
    status: 'Status',
    agreement: 'Agreement',
    parties: 'Parties',
    standing: 'Standing',
    term: 'Term',
    compared: 'Compared',
    nothing: 'none',
  },
  states,
  definitions,
  clauses,
  measure: {
    scale: (limit: string, tolerance: string | null) =>
      `Bars run to ${limit} % on either side; the grey band is the agreed tolerance` +
      (tolerance === null ? '.' : ` of ${tolerance} %.`),
    hollow: 'A hollow bar is not judged, because the two figures are not comparable.',
    beyond: 'A pointed end means that the bar goes on beyond the scale.',
    how: 'How difference and asymmetry are made',
    difference: 'Difference: what the origin says minus what the destination says, in people.',
    asymmetry:
      'Asymmetry: the difference without its sign, divided by the average of the two figures, in per cent. It runs from 0 to 200. Two zeros agree.',
    tolerance:
      'A figure is outside tolerance where its asymmetry is more than the two sides agreed to tolerate.',
    zero: 'A zero is a figure. “No report” is not a zero.',
  },
  home: {
    title: 'Corridors and their differences',
    lead: (outside: number, compared: number) =>
      `${count(outside)} of ${plural(compared, 'figure', 'figures')} compared ${outside === 1 ? 'is' : 'are'} outside the tolerance that the two sides agreed.`,
    allWithin: (compared: number) =>
      compared === 1
        ? 'The one figure compared is within the agreed tolerance.'
        : `All ${count(compared)} figures compared are within the agreed tolerance.`,
    nothingCompared: 'No figures have been compared yet.',
    corridors: (of: Standings) => `${plural(of.total, 'corridor', 'corridors')}: ${standings(of)}.`,
    found: 'What the comparison found',
    foundOf: (total: number) =>
      plural(
        total,
        'figure that one or both sides reported',
        'figures that one or both sides reported',
      ),
    latest: 'The latest figures of each corridor',
    caption: 'For each corridor, both directions in the latest year that was compared.',
    compared: (n: number) => `${count(n)} compared`,
    outside: (n: number) => `${count(n)} outside`,
    notComparable: (n: number) => `${count(n)} not comparable`,
    oneSided: (n: number) => `${count(n)} from one side only`,
    empty: 'There are no corridors yet. An agreement makes one.',
    noFigures:
      'Nothing has been compared yet. The first report is made when both sides have sent figures for the same year.',
    denied: (names: string) => `Denied: no figures are exchanged or compared until ${names} signs.`,
    deniedMany: (names: string) =>
      `Denied: no figures are exchanged or compared until ${names} sign.`,
    over: 'No figures are exchanged under this agreement any more.',
  },
  operator: {
    title: 'Corridors and what was compared',
    lead: 'An operator sees how many figures were compared, never the figures.',
    table: 'Figures compared, by corridor',
    caption: 'Counts of figures in the latest report of each corridor.',
    total: 'All corridors',
  },
  feed: {
    title: (region: string) => `${region}: moves among the members`,
    lead: (year: string, origins: string, destinations: string) =>
      `For ${year} the origins report ${origins} moves, and the destinations ${destinations}.`,
    none: 'No feed has been published yet. The first is made when members that consented have sent figures.',
    version: (version: number) => `Feed version ${count(version)}`,
    coverage: 'Coverage',
    ratio: (consented: number, members: number) => `${count(consented)} of ${count(members)}`,
    consented: 'members consented',
    leftOut: (names: string) => `Left out: ${names}. Its figures are in no sum on this page.`,
    leftOutMany: (names: string) => `Left out: ${names}. Their figures are in no sum on this page.`,
    everyone: 'All members consented.',
    corridors: (n: number) => `${plural(n, 'directed corridor', 'directed corridors')} in the sums`,
    byOrigins: 'Origins report',
    byDestinations: 'Destinations report',
    perYear: 'Moves among members, by year',
    perYearCaption: 'All moves between two members that consented, as each side reports them.',
    people: 'people',
    byMember: 'To and from each member',
    byMemberCaption:
      'Moves from the other members and to them. They are two reports of two things, so neither is taken from the other.',
    member: 'Member',
    arrivals: 'Came from other members',
    departures: 'Left for other members',
    bar: 'Side by side',
    noBilateral:
      'This feed holds sums of the region only. What two members say about each other stays with them and their committee.',
  },
  review: {
    breadcrumb: 'Corridors',
    people: (origin: string, destination: string) =>
      `People who moved from ${origin} to ${destination}`,
    version: (version: number) => `Report version ${count(version)}`,
    made: 'made',
    noReport: 'No report yet',
    difference: 'Difference',
    asymmetry: (value: string) => `${value} % asymmetry`,
    noDifference: 'cannot be told',
    noDifferenceWhy: 'both sides must report',
    compared: (n: number, all: number) =>
      n === all
        ? `${plural(n, 'figure', 'figures')} compared`
        : `${count(n)} of ${plural(all, 'figure', 'figures')} compared`,
    outside: 'outside tolerance',
    none: 'none',
    judged: 'can be judged',
    alsoNotComparable: (n: number) => `${count(n)} not comparable`,
    alsoOneSided: (n: number) => `${count(n)} from one side only`,
    allComparable: 'every figure is comparable',
    within: (asymmetry: string, tolerance: string) =>
      `The asymmetry is ${asymmetry} %, within the agreed ${tolerance} %.`,
    beyond: (asymmetry: string, tolerance: string) =>
      `The asymmetry is ${asymmetry} %, more than the agreed ${tolerance} %.`,
    where: 'Where the differences are',
    caption:
      'Every figure of this corridor, both directions, by year. Choose a figure to see it beside its earlier years.',
    rowgroup: (origin: string, destination: string) =>
      `${origin} reports who left, ${destination} who arrived`,
    selected: 'Selected figure',
    history: 'The figure over time',
    historyAlt: (origin: string, destination: string) =>
      `Line chart: people who moved from ${origin} to ${destination}, as each side reports them. The table below holds the same figures.`,
    historyCaption: 'People, as each side reports them',
    counts: 'How each side counts',
    countsCaption: 'The definition that each side sent with its figures',
    countsUnknown: 'The definitions are not known.',
    differs: 'differs',
    alike: 'Both sides count in the same way.',
    whyNot: 'Why the two figures are not comparable',
    empty:
      'No figures have been compared yet. The first report is made when both sides have sent figures for the same year.',
    facts: 'The agreement',
  },
  agreements: {
    title: 'Agreements',
    lead: (of: Standings) => `${plural(of.total, 'agreement', 'agreements')}: ${standings(of)}.`,
    caption: 'The agreements to which you are a party, and where each stands.',
    list: 'Your agreements',
    empty: 'There are no agreements yet.',
    propose: 'Propose an agreement',
    committee: 'Committee',
    parties: 'Parties',
    term: 'Term',
    since: 'In force since',
    signatures: 'Signed by',
    clauses: 'Clauses',
    id: 'Agreement',
  },
  signedOut: {
    title: 'Sign in with a link from your office',
    why: {
      'not-signed-in': 'You are not signed in.',
      'session-ended': 'Your session has ended. Nothing was lost.',
      'link-not-good': 'This link has been used or has ended. Each link opens the console once.',
      'signed-out': 'You have signed out.',
      'sign-in-wrong':
        'The sign-in did not succeed, or you have no place in the register. Begin again, or ask a signatory of your office.',
    },
    byProvider: 'Sign in with your own name',
    byLink: 'Or by a link from your office',
    how: 'Make a new link on the machine that holds your office’s key, with your own profile’s name:',
    then: 'Open the address that the command prints. It works once, and only for a few minutes.',
    sees: 'You then see what your office may see, and nothing else.',
  },
  acts,
  cases,
  forms,
  offices,
  reports,
  signing,
  proposals,
  passkeys,
  refused: {
    back: 'Go back',
    detail: 'What was met',
  },
  localSignIn: {
    title: 'Sign in',
    wrong: 'The name or the passphrase is not right, or it was tried too often.',
    name: 'Name',
    passphrase: 'Passphrase',
    enter: 'Sign in',
    about: 'A signatory of your participant gave you both: corridor people add.',
  },
  notFound: {
    title: 'There is no such page, or it is not shared with you',
    text: 'Look at the address again. Where you think the page should be shared with you, ask your registrar.',
    home: 'Go to your corridors',
  },
  problem: {
    title: 'We could not show this page',
    safe: 'Nothing was changed.',
    todo: 'Load the page again in a minute. If it still does not come, tell the operator of the hub.',
    code: 'Code',
    reference: 'Reference',
  },
}
