// SPDX-License-Identifier: Apache-2.0
// `npm run real-flows` writes docs/guide/real-flows.md: what was found in genuine flows, and in errors that were put into them. It needs
// the folder shared/data/open beside the repository.
import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { table } from './markdown.mjs'

const { evaluateRealFlows, realFiguresPresent } = createRequire(import.meta.url)(
  '../../libs/testing/dist/index.js',
)
const target = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../guide/real-flows.md')

if (!realFiguresPresent) {
  console.error('STOP  the folder shared/data/open is not beside the repository')
  process.exitCode = 1
} else {
  fs.mkdirSync(path.dirname(target), { recursive: true })
  const options = { ...(await resolveConfig(target)), filepath: target }
  fs.writeFileSync(target, await format(pageOf(evaluateRealFlows()), options))
  console.log('written: docs/guide/real-flows.md')
}

function pageOf(found) {
  return [
    '# What is flagged in genuine flows',
    'Written by `docs/generate/real-flows.mjs` (`npm run real-flows`). Change that, not this page.',
    `Figures: Eurostat, migr_emi3nxt and migr_imm5prv, 2010 to 2016, CC BY 4.0; minimum stays by expert coding, doi
10.5281/zenodo.10789470. ${whole(found.figures)} figures of sixteen states about flows among themselves, ${whole(found.pairs)} flow-years that both sides reported.
Each year is tested by those before it, with factors by the log-linear fit and Sweden as reference. Figures of a reporter that broke are a
case of their own, so they count neither among the untouched nor among the history.`,
    '## False alarms on untouched figures',
    `A figure is flagged where its p-value is at or below the threshold that the years before give (2014 to 2016; split
conformal). Promised and achieved rates agree where the promised one lies in the interval of the achieved one (95 %, Wilson).`,
    table(
      [
        'Promised',
        'Figures',
        'Flagged',
        'Achieved',
        'Its interval',
        'Agree',
        'Without calibration',
      ],
      found.alarms.map(({ nominal, figures, alarms, between: [lower, upper], uncalibrated }) => [
        percent(nominal, 0),
        figures,
        alarms,
        percent(alarms / figures),
        `${percent(lower)} to ${percent(upper)}`,
        lower <= nominal && nominal <= upper ? 'yes' : 'no',
        percent(uncalibrated),
      ]),
    ),
    `A threshold of ±20 % flags ${found.peerAlarms.alarms} of ${found.peerAlarms.figures} untouched figures (2013 to 2016): ${percent(found.peerAlarms.alarms / found.peerAlarms.figures, 0)}.`,
    '## Reporters that broke',
    table(
      ['Year', 'Reporter', 'As', 'Counts what was expected, times', 'Cells'],
      found.years.flatMap(({ period, breaks }) =>
        breaks.map(({ reporter, role, factor, cells }) => [
          period,
          reporter,
          role,
          factor.toFixed(2),
          cells.length,
        ]),
      ),
    ),
    ...fewPartiesParts(found.fewParties),
    ...errorParts(found.recalls),
    '## Slovakia',
    `Slovakia counts permanent moves only. Its ${found.permanent.pairs} flow-years are not comparable with any other state's: ${found.permanent.judged} of them
were judged. The difference is shown as one of definition (cause \`DEF_DURATION\`). A threshold of ±20 % flags ${found.permanent.outsideTwenty} of them as errors.`,
    '## The revision of Lithuania',
    revisionText(found.revision),
  ].join('\n\n')
}

/** How breaks show where an agreement has few parties. */
function fewPartiesParts(few) {
  return [
    '## Agreements of few parties',
    `Agreements that so many of the states could have made which never broke by themselves, 2013 to 2016: rounds in which somebody is said to have
broken although nothing was put in, and rounds in which one of them sends half for the total in one role. A break shows in the cells with four
partners, or with all where there are fewer. Between two parties none is claimed: either may have moved.`,
    table(
      ['Parties', 'Rounds', 'Said at rest', 'Half put in', 'Found', 'Named first'],
      few.map(({ parties, rounds, atRest, put, found, namedFirst }) => [
        ...[parties, rounds, `${atRest} (${percent(atRest / rounds, 0)})`, put],
        ...[`${found} (${percent(found / put, 0)})`, namedFirst],
      ]),
    ),
  ]
}

/** What came of the errors that were put in. */
function errorParts(recalls) {
  return [
    '## Errors that were put in',
    `Each error is put into genuine figures alone, one unit at a time: a cell of 2016, what a state sends in one role in 2016 (reporter-year, or
file), or in all years from 2013 on (reporter; the later years learn from the error, too). A cell is flagged at a promised rate of 1 %;
reporters and files by their own checks: figures that moved together, a file that fits something else, more zeros than chance gives (at 1 %).
"At rest" counts units of the same kind without the error. A threshold of ±20 % is given every unit of which more than half of the cells lie
outside it: it finds nearly all because it flags nearly all.`,
    table(
      ['Error', 'Unit', 'Put in', 'Found', 'At rest', '±20 %: found', '±20 %: at rest', 'Claimed'],
      recalls.map((one) => [
        one.error,
        one.unit,
        one.put,
        `${one.found} (${percent(one.found / one.put, 0)})`,
        one.atRest,
        one.byPeer,
        one.atRestByPeer,
        one.claimed ? 'yes' : 'no',
      ]),
    ),
    `Not claimed: a small count that was sent as a zero, in a cell or in the few small cells of one year. A zero beside an expectation of five is
what flows do; a reporter with many of them is found. Half for the total is not claimed of a cell, and last year's file is not claimed of its
cells.`,
    `Years that are one too late: where the hub holds what was said of the year before, that is last year's file sent again, also where all
years are sent anew and each is one too late. Where a series was late from its first year on, nothing gives it away. It was looked for
in whether a reporter's moves from year to year go with those that its partners count a year earlier: they hardly go with those of the
same year either, because the two sides differ by more than flows move.`,
  ]
}

function revisionText(one) {
  return `Between two extracts, Lithuania revised ${one.cells} of its inflows of 2012 to 2016; ${one.compared} of them are compared with what the origin
counted. In sum they went from ${whole(one.before)} to ${whole(one.after)} persons, beside ${whole(one.mirror)} of the origins; ${one.closer} single flows came closer, the
others did not. ${one.judgedAnew} comparisons from 2013 on have an expectation and were judged anew; of ${one.findingChanged} the finding at 5 % changed.`
}

function percent(share, digits = 1) {
  return `${(100 * share).toFixed(digits)} %`
}

function whole(number) {
  return number.toLocaleString('en-GB')
}
