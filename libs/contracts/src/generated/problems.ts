// SPDX-License-Identifier: Apache-2.0
// Generated from contracts/ by libs/contracts/generate/main.mjs: change the contract, then run `npm run generate`.

/** The code of a refusal or a warning: stable for ever. */
export type ProblemCode =
  | 'SIGNATURE_MISSING'
  | 'SIGNATURE_MALFORMED'
  | 'SIGNATURE_HEADER_UNEXPECTED'
  | 'SIGNATURE_WRONG'
  | 'KEY_ENDS_SOON'
  | 'CLOCK_WRONG'
  | 'KEY_UNKNOWN'
  | 'KEY_EXPIRED'
  | 'KEY_NOT_YET_VALID'
  | 'KEY_REVOKED'
  | 'KEY_OF_ANOTHER_PARTICIPANT'
  | 'KEY_FILE_TOO_OPEN'
  | 'REVOCATION_INSTANT_WRONG'
  | 'OFFICIALS_WRONG'
  | 'PASSKEY_OTHER_ACT'
  | 'PASSKEY_OTHER_PLACE'
  | 'PASSKEY_PERSON_UNVERIFIED'
  | 'PASSKEY_COUNTED_BACK'
  | 'PASSKEY_WRONG'
  | 'PASSKEY_WAITS'
  | 'PASSKEY_OF_ANOTHER'
  | 'SIGN_IN_AGAIN'
  | 'FILE_COLUMN_UNKNOWN'
  | 'FILE_COLUMN_MISSING'
  | 'FILE_UNREADABLE'
  | 'FILE_ENCODING_RECOGNISED'
  | 'FILE_COLUMN_TWICE'
  | 'FILE_ROW_BROKEN'
  | 'FILE_DELIMITER_RECOGNISED'
  | 'FILE_TOO_LARGE'
  | 'FILE_ENCODING_WRONG'
  | 'FILE_VALUE_WRONG'
  | 'FILE_VALUE_AMBIGUOUS'
  | 'FILE_NUMBERS_RECOGNISED'
  | 'FILE_VALUE_MISSING'
  | 'FILE_FLAG_UNKNOWN'
  | 'FILE_FLAGS_COUNTED'
  | 'FILE_ACTION_WRONG'
  | 'FILE_STRUCTURE_UNKNOWN'
  | 'FILE_ROWS_SKIPPED'
  | 'FILE_CODE_UNMAPPED'
  | 'FILE_COLUMNS_LEFT_OUT'
  | 'MAPPING_WRONG'
  | 'FILE_FORMAT_UNKNOWN'
  | 'FILE_CONTRACT_UNSTATED'
  | 'FORMAT_TOO_NARROW'
  | 'CELL_ERROR'
  | 'FORMULA_WITHOUT_VALUE'
  | 'FORMULAS_READ'
  | 'HIDDEN_READ'
  | 'CELLS_MERGED'
  | 'SHEET_UNKNOWN'
  | 'SHEETS_NOT_READ'
  | 'FILE_HAS_MACROS'
  | 'FILE_LINKS_ELSEWHERE'
  | 'FILE_LOCKED'
  | 'CODE_UNKNOWN'
  | 'CODE_BECAME_DATE'
  | 'LEADING_ZERO_LOST'
  | 'VALUE_STATUS_WRONG'
  | 'COLUMN_LENGTH_WRONG'
  | 'DIRECTION_WRONG'
  | 'REPORTER_NOT_SENDER'
  | 'REPORT_NOT_AGREED'
  | 'CONTRIBUTIONS_WRONG'
  | 'CELL_KEYS_NOT_SUM'
  | 'ROW_TWICE'
  | 'PERIOD_NOT_OF_FREQUENCY'
  | 'PERIOD_NOT_BEGUN'
  | 'PERIOD_BEYOND_HORIZON'
  | 'SCENARIO_WRONG'
  | 'EMBARGO_MISSING'
  | 'EMBARGO_WITHOUT_STATUS'
  | 'FREE_BUT_RESTRICTED'
  | 'CONFIDENTIAL_FOR_ALL'
  | 'SUPPRESSED_BUT_FREE'
  | 'CONTENT_WRONG'
  | 'PERIOD_NOT_OF_FILE'
  | 'FISCAL_YEAR_UNCLEAR'
  | 'PROJECTION_NOT_DESCRIBED'
  | 'OBSERVED_WITH_PROJECTION'
  | 'TOTAL_NOT_SUM'
  | 'WARNING_WITHOUT_NOTE'
  | 'DEFINITION_UNLIKELY'
  | 'EMBARGO_OVER'
  | 'CONFIDENTIAL_ZERO'
  | 'SURVEY_MEMBERS_UNEXPECTED'
  | 'PERIOD_NOT_OVER'
  | 'PERIOD_LONG_AGO'
  | 'PROJECTION_WITHOUT_INTERVAL'
  | 'STAY_BELOW_MINIMUM'
  | 'VALUE_JUMPED'
  | 'VALUE_LARGE'
  | 'UNKNOWN_SHARE_HIGH'
  | 'UNIT_SLIPPED'
  | 'FLOWS_SWAPPED'
  | 'YEAR_REPEATED'
  | 'ENVELOPE_UNREADABLE'
  | 'ENVELOPE_WRONG'
  | 'TIME_IN_FUTURE'
  | 'SOURCE_NOT_SUBJECT'
  | 'CONTRACT_UNKNOWN'
  | 'CONTRACT_VERSION_UNKNOWN'
  | 'CONTRACT_NOT_OF_SUBJECT'
  | 'ID_TAKEN'
  | 'MESSAGE_TOO_LARGE'
  | 'NOT_ACCEPTABLE'
  | 'QUERY_WRONG'
  | 'UPLOAD_OFFSET_WRONG'
  | 'UPLOAD_DIGEST_WRONG'
  | 'UPLOAD_QUOTA'
  | 'PARTICIPANT_UNKNOWN'
  | 'PARTICIPANT_EXISTS'
  | 'INVITATION_WRONG'
  | 'INVITATION_USED'
  | 'INVITATION_EXPIRED'
  | 'NOT_ENROLLED'
  | 'NOT_ALLOWED'
  | 'ACCOUNT_SHUT_OUT'
  | 'NO_CLAUSE_GRANTS'
  | 'AUDIENCE_NOT_NAMED'
  | 'RECIPROCITY_NOT_KEPT'
  | 'PROTECTION_NOT_AGREED'
  | 'AGREEMENT_NOT_IN_FORCE'
  | 'DELIVERY_WITHHELD'
  | 'WEBHOOK_REFUSED'
  | 'FIGURES_DELETED'
  | 'AGREEMENT_ENDED'
  | 'RELEASE_NOT_WAITING'
  | 'AGREEMENT_NOT_NOW'
  | 'AGREEMENT_CLAUSE_UNKNOWN'
  | 'AGREEMENT_UNKNOWN'
  | 'AGREEMENT_EXISTS'
  | 'AGREEMENT_TERM_UNKNOWN'
  | 'AGREEMENT_TERM_NOT_ENFORCEABLE'
  | 'TERMS_PARTIES_WRONG'
  | 'TERMS_DAYS_WRONG'
  | 'CLAUSE_TWICE'
  | 'CLAUSE_REFERENCE_UNKNOWN'
  | 'CLAUSE_UNREACHABLE'
  | 'CLAUSE_OPEN'
  | 'CLAUSE_MISSING'
  | 'CLAUSE_CONTRADICTS'
  | 'COMPARISON_ONE_SIDED'
  | 'CLAUSE_SHADOWED'
  | 'CLAUSE_OVERLAPS'
  | 'CLAUSE_WITHOUT_EFFECT'
  | 'AUDIENCE_UNKNOWN'
  | 'AGREEMENT_NOT_PARTY'
  | 'AGREEMENT_ALREADY_SIGNED'
  | 'AGREEMENT_DIFFERENT_TERMS'
  | 'REQUEST_STALE'
  | 'REQUEST_REPLAYED'
  | 'LINK_USED'
  | 'LINK_EXPIRED'
  | 'NOT_FOUND'
  | 'ROLES_WRONG'
  | 'REHEARSAL_FIRST'
  | 'REHEARSAL_INCOMPLETE'
  | 'REGISTRATION_WAITING'
  | 'REGISTRATION_REFUSED'
  | 'REGISTRATION_FULL'
  | 'PARTICIPANT_SUSPENDED'
  | 'SIGN_IN_WRONG'
  | 'HUB_UNREACHABLE'
  | 'NO_RECEIPT_YET'
  | 'OUTBOX_BUSY'
  | 'RECEIPT_NOT_OF_THIS_HUB'
  | 'DIGEST_DIFFERENT'
  | 'CHAIN_BROKEN'
  | 'PROFILE_MISSING'
  | 'COMMAND_WRONG'
  | 'SETTING_REFUSED'
  | 'HOME_NOT_WRITABLE'
  | 'PORT_TAKEN'
  | 'HUB_ALREADY_RUNS'
  | 'SERVER_NOT_FOUND'
  | 'SERVER_NOT_STARTED'
  | 'SERVER_TOO_OLD'
  | 'SERVER_UNREACHABLE'
  | 'CODE_LIST_UNKNOWN'
  | 'CODE_LIST_CLOSED'
  | 'CODE_TAKEN'
  | 'CODE_PARENT_WRONG'
  | 'HUB_BUSY'
  | 'ROUND_NEEDS_MEMORY'
  | 'ROUND_AT_WORK'
  | 'RATE_EXCEEDED'
  | 'UNEXPECTED'
  | 'SUBMISSION_NOT_WAITING'
  | 'WITHDRAWAL_TOO_LATE'
  | 'CASE_UNKNOWN'
  | 'CASE_FIGURE_UNKNOWN'
  | 'REPORT_UNKNOWN'
  | 'REPORT_NOT_READY'
  | 'REPORT_ALREADY_SIGNED'
  | 'REPORT_DIFFERENT'
  | 'REVIEW_NOT_SIDE'
  | 'REVIEW_NOT_NOW'
  | 'REVIEW_VERSION_STALE'
  | 'REVIEW_OWN_PROPOSAL'
  | 'REVIEW_SAME_PERSON'
  | 'CAUSE_REQUIRED'
  | 'CAUSE_AMOUNTS_WRONG'
  | 'COMMENT_NOT_OWN'

/** What people see of a problem: its number, what it is, and what to do. */
export interface Problem {
  readonly code: ProblemCode
  readonly number: string
  readonly title: string
  readonly remedy: string
}

/** Every problem, by its code. */
export const problems: Readonly<Record<ProblemCode, Problem>> = {
  SIGNATURE_MISSING: {
    code: 'SIGNATURE_MISSING',
    number: 'S101',
    title: 'The message carries no signature',
    remedy: 'Seal it with your signing key before you send it: corridor publish does both.',
  },
  SIGNATURE_MALFORMED: {
    code: 'SIGNATURE_MALFORMED',
    number: 'S102',
    title: 'The signature cannot be read',
    remedy:
      'Send the header Corridor-Signature as a detached JWS: two parts of base64url with two dots between them.',
  },
  SIGNATURE_HEADER_UNEXPECTED: {
    code: 'SIGNATURE_HEADER_UNEXPECTED',
    number: 'S103',
    title: 'The signature was made for another purpose or another hub',
    remedy: "Seal the message anew, with the purpose and the hub's id that your profile names.",
  },
  SIGNATURE_WRONG: {
    code: 'SIGNATURE_WRONG',
    number: 'S104',
    title: 'The signature does not belong to these bytes',
    remedy:
      'Send exactly the bytes that were signed. If you did, tell the operator: somebody may have changed them on the way.',
  },
  KEY_ENDS_SOON: {
    code: 'KEY_ENDS_SOON',
    number: 'K501',
    title: 'A key ends soon',
    remedy:
      'Ask the operator for a new one-time code in time, and enrol a new profile with it: corridor enrol.',
  },
  CLOCK_WRONG: {
    code: 'CLOCK_WRONG',
    number: 'K502',
    title: 'The clock of this machine is wrong',
    remedy: 'Set the clock, then try again.',
  },
  KEY_UNKNOWN: {
    code: 'KEY_UNKNOWN',
    number: 'K511',
    title: 'The hub does not know this key',
    remedy: 'Sign with the key that you enrolled, or enrol this one with a new one-time code.',
  },
  KEY_EXPIRED: {
    code: 'KEY_EXPIRED',
    number: 'K512',
    title: 'The key has ended',
    remedy:
      'Ask the operator for a new one-time code, and enrol a new profile with it: corridor enrol.',
  },
  KEY_NOT_YET_VALID: {
    code: 'KEY_NOT_YET_VALID',
    number: 'K513',
    title: 'The key is not in use yet',
    remedy: 'Wait until its first day, or sign with the key that is in use now.',
  },
  KEY_REVOKED: {
    code: 'KEY_REVOKED',
    number: 'K514',
    title: 'The key was withdrawn',
    remedy:
      'Ask a signatory of your participant, or the operator, for a new one-time code: corridor keys re-enrol.',
  },
  KEY_OF_ANOTHER_PARTICIPANT: {
    code: 'KEY_OF_ANOTHER_PARTICIPANT',
    number: 'K515',
    title: 'The key belongs to another participant',
    remedy: 'Sign with your own key: choose the profile with --profile.',
  },
  KEY_FILE_TOO_OPEN: {
    code: 'KEY_FILE_TOO_OPEN',
    number: 'K516',
    title: 'Others on this machine can read the key file',
    remedy: 'Let only its owner read it: chmod 600 and the name of the file.',
  },
  REVOCATION_INSTANT_WRONG: {
    code: 'REVOCATION_INSTANT_WRONG',
    number: 'K520',
    title: 'A key cannot be withdrawn from this instant',
    remedy:
      'Name an instant that is past, after the key became valid, and no later than one named before.',
  },
  OFFICIALS_WRONG: {
    code: 'OFFICIALS_WRONG',
    number: 'K521',
    title: 'These two officials cannot do this together',
    remedy:
      'Two different signatories with their names in the register do it, or one of them and the operator.',
  },
  PASSKEY_OTHER_ACT: {
    code: 'PASSKEY_OTHER_ACT',
    number: 'K530',
    title: 'The passkey has signed something else',
    remedy: 'Open the page of the act again, and sign what it shows now.',
  },
  PASSKEY_OTHER_PLACE: {
    code: 'PASSKEY_OTHER_PLACE',
    number: 'K531',
    title: 'The passkey was not used on a page of this hub',
    remedy:
      'Open the hub at its own address, as your office was told it, and sign there. If you did, tell the operator.',
  },
  PASSKEY_PERSON_UNVERIFIED: {
    code: 'PASSKEY_PERSON_UNVERIFIED',
    number: 'K532',
    title: 'The device did not ask who uses the passkey',
    remedy: 'Use a passkey that asks for a PIN, a finger or a face each time.',
  },
  PASSKEY_COUNTED_BACK: {
    code: 'PASSKEY_COUNTED_BACK',
    number: 'K533',
    title: 'There may be a copy of this passkey',
    remedy: 'Remove the passkey at once, and register another one. Tell the operator.',
  },
  PASSKEY_WRONG: {
    code: 'PASSKEY_WRONG',
    number: 'K534',
    title: 'The passkey could not be registered',
    remedy: 'Begin again on the page of your passkeys. If it happens again, use another device.',
  },
  PASSKEY_WAITS: {
    code: 'PASSKEY_WAITS',
    number: 'K535',
    title: 'Nobody has confirmed this passkey yet',
    remedy:
      'A second named signatory of your participant, or the operator, confirms it: corridor passkeys confirm.',
  },
  PASSKEY_OF_ANOTHER: {
    code: 'PASSKEY_OF_ANOTHER',
    number: 'K536',
    title: 'The passkey belongs to somebody else',
    remedy: 'Sign with a passkey of your own.',
  },
  SIGN_IN_AGAIN: {
    code: 'SIGN_IN_AGAIN',
    number: 'K537',
    title: 'This asks for a sign-in of the last five minutes',
    remedy: 'Sign in again, then go on.',
  },
  FILE_COLUMN_UNKNOWN: {
    code: 'FILE_COLUMN_UNKNOWN',
    number: 'E101',
    title: 'A column of the file is not known',
    remedy: 'Give the column the name that the template has, or take it out.',
  },
  FILE_COLUMN_MISSING: {
    code: 'FILE_COLUMN_MISSING',
    number: 'E102',
    title: 'A column is missing in the file',
    remedy: 'Add the column. The template has all of them.',
  },
  FILE_UNREADABLE: {
    code: 'FILE_UNREADABLE',
    number: 'E103',
    title: 'We could not read the file',
    remedy: 'Send CSV in UTF-8 with a first row of column names, or JSON.',
  },
  FILE_ENCODING_RECOGNISED: {
    code: 'FILE_ENCODING_RECOGNISED',
    number: 'E104',
    title: 'The file is not in UTF-8',
    remedy:
      'Look at the example. If its letters are wrong, name the encoding: --encoding windows-1256.',
  },
  FILE_COLUMN_TWICE: {
    code: 'FILE_COLUMN_TWICE',
    number: 'E105',
    title: 'A column stands in the file twice',
    remedy: 'Take one of the two out.',
  },
  FILE_ROW_BROKEN: {
    code: 'FILE_ROW_BROKEN',
    number: 'E106',
    title: 'A row has more or fewer fields than the header',
    remedy:
      'Give the row as many fields as the header. A text with a comma in it needs quotation marks.',
  },
  FILE_DELIMITER_RECOGNISED: {
    code: 'FILE_DELIMITER_RECOGNISED',
    number: 'E107',
    title: 'The fields are parted by another sign than a comma',
    remedy: 'Nothing need be done if the columns were found.',
  },
  FILE_TOO_LARGE: {
    code: 'FILE_TOO_LARGE',
    number: 'E108',
    title: 'The file is too large',
    remedy: 'Send at most 50 MB in a file: divide it by period or reporter.',
  },
  FILE_ENCODING_WRONG: {
    code: 'FILE_ENCODING_WRONG',
    number: 'E109',
    title: 'Letters of the file cannot be read',
    remedy: 'Save the file as UTF-8, or name its encoding: --encoding windows-1256.',
  },
  FILE_VALUE_WRONG: {
    code: 'FILE_VALUE_WRONG',
    number: 'E110',
    title: 'A value in the file is not written as it has to be',
    remedy: 'Correct the value in the row and column that the message names.',
  },
  FILE_VALUE_AMBIGUOUS: {
    code: 'FILE_VALUE_AMBIGUOUS',
    number: 'E111',
    title: 'A number can be read in two ways',
    remedy: 'Write 1204 without point or comma, or 1204.5 with a point.',
  },
  FILE_NUMBERS_RECOGNISED: {
    code: 'FILE_NUMBERS_RECOGNISED',
    number: 'E112',
    title: 'Numbers are written with a decimal comma or with signs between thousands',
    remedy:
      'Look at the example. If it was read wrongly, write the numbers with a decimal point and nothing between thousands.',
  },
  FILE_VALUE_MISSING: {
    code: 'FILE_VALUE_MISSING',
    number: 'E113',
    title: 'A cell that must say something is empty',
    remedy: 'Fill the cell in.',
  },
  FILE_FLAG_UNKNOWN: {
    code: 'FILE_FLAG_UNKNOWN',
    number: 'E114',
    title: 'A flag is not known',
    remedy: 'Use the letters that Eurostat or SDMX lists, or put the flag into the mapping.',
  },
  FILE_FLAGS_COUNTED: {
    code: 'FILE_FLAGS_COUNTED',
    number: 'E115',
    title: 'Flags of the file say what the hub knows by itself',
    remedy: 'Nothing need be done: revisions are kept as vintages.',
  },
  FILE_ACTION_WRONG: {
    code: 'FILE_ACTION_WRONG',
    number: 'E116',
    title: 'What a row asks for cannot be done',
    remedy: 'Send whole rows to give or correct figures, and name each cell to take back.',
  },
  FILE_STRUCTURE_UNKNOWN: {
    code: 'FILE_STRUCTURE_UNKNOWN',
    number: 'E117',
    title: 'The file follows a structure that the hub does not know',
    remedy: 'Name a mapping that turns it into a contract: corridor map.',
  },
  FILE_ROWS_SKIPPED: {
    code: 'FILE_ROWS_SKIPPED',
    number: 'E118',
    title: 'Rows of the file were left out as the mapping says',
    remedy: 'Look at the reason and the number of rows.',
  },
  FILE_CODE_UNMAPPED: {
    code: 'FILE_CODE_UNMAPPED',
    number: 'E119',
    title: 'The mapping has no code for a value',
    remedy: "Add the value to the mapping, with the code of the contract's list.",
  },
  FILE_COLUMNS_LEFT_OUT: {
    code: 'FILE_COLUMNS_LEFT_OUT',
    number: 'E140',
    title: 'Columns of the file were not used',
    remedy: 'Nothing need be done if they hold no figures and no codes.',
  },
  MAPPING_WRONG: {
    code: 'MAPPING_WRONG',
    number: 'E141',
    title: 'The mapping does not follow its contract',
    remedy: 'Correct the place that the message names.',
  },
  FILE_FORMAT_UNKNOWN: {
    code: 'FILE_FORMAT_UNKNOWN',
    number: 'E142',
    title: 'The file is of a kind that cannot be read',
    remedy: "Send CSV, XLSX, SDMX-CSV, SDMX-JSON, TSV or the project's JSON.",
  },
  FILE_CONTRACT_UNSTATED: {
    code: 'FILE_CONTRACT_UNSTATED',
    number: 'E143',
    title: 'The file does not say which contract its figures follow',
    remedy: 'Name the contract, such as migration-flow.',
  },
  FORMAT_TOO_NARROW: {
    code: 'FORMAT_TOO_NARROW',
    number: 'E144',
    title: 'The format has no place for something that the figures say',
    remedy:
      "Choose another format: SDMX-CSV, SDMX-JSON, CSV and the project's JSON keep everything.",
  },
  CELL_ERROR: {
    code: 'CELL_ERROR',
    number: 'E120',
    title: 'A cell holds what Excel shows where it has no result, such as #N/A',
    remedy: 'Correct what the cell is calculated from, or write the value into it.',
  },
  FORMULA_WITHOUT_VALUE: {
    code: 'FORMULA_WITHOUT_VALUE',
    number: 'E121',
    title: 'A formula has no saved result',
    remedy: 'Open the file in Excel and save it, or write the value into the cell.',
  },
  FORMULAS_READ: {
    code: 'FORMULAS_READ',
    number: 'E122',
    title: 'Cells hold formulas',
    remedy:
      'Nothing, if the results that were saved with the file are right. Paste them as values to be sure.',
  },
  HIDDEN_READ: {
    code: 'HIDDEN_READ',
    number: 'E130',
    title: 'Rows, columns or the sheet are hidden',
    remedy:
      'Nothing, if they belong to the figures: they were checked too. Delete them if they do not.',
  },
  CELLS_MERGED: {
    code: 'CELLS_MERGED',
    number: 'E131',
    title: 'Cells are merged',
    remedy: 'Split the merged cells and give every row its own value.',
  },
  SHEET_UNKNOWN: {
    code: 'SHEET_UNKNOWN',
    number: 'E132',
    title: 'There is no such sheet in the workbook',
    remedy: 'Name one of the sheets that the message lists.',
  },
  SHEETS_NOT_READ: {
    code: 'SHEETS_NOT_READ',
    number: 'E133',
    title: 'Other sheets of the workbook have such columns too',
    remedy: 'Nothing, if the right sheet was read. Name the other sheet if it was not.',
  },
  FILE_HAS_MACROS: {
    code: 'FILE_HAS_MACROS',
    number: 'E150',
    title: 'The workbook has macros',
    remedy: 'Save it as XLSX, which holds no macros. We do not open files with macros.',
  },
  FILE_LINKS_ELSEWHERE: {
    code: 'FILE_LINKS_ELSEWHERE',
    number: 'E151',
    title: 'The workbook takes figures from another file',
    remedy: 'Paste the cells as values and break the links: in Excel, Data, Edit Links.',
  },
  FILE_LOCKED: {
    code: 'FILE_LOCKED',
    number: 'E152',
    title: 'The workbook has a password or is of an Excel before 2007',
    remedy: 'Save it as XLSX without a password. Sealing keeps it secret on its way.',
  },
  CODE_UNKNOWN: {
    code: 'CODE_UNKNOWN',
    number: 'E201',
    title: 'A code is not in its code list',
    remedy: 'Use a code of the list. Write _U if it is not known, _T for the total.',
  },
  CODE_BECAME_DATE: {
    code: 'CODE_BECAME_DATE',
    number: 'E220',
    title: 'Excel made a date of a code',
    remedy: 'Format the column as text, then write the code again. The template is formatted so.',
  },
  LEADING_ZERO_LOST: {
    code: 'LEADING_ZERO_LOST',
    number: 'E221',
    title: 'Excel took a leading zero away',
    remedy:
      'Format the column as text, then write the code with its zero. The template is formatted so.',
  },
  VALUE_STATUS_WRONG: {
    code: 'VALUE_STATUS_WRONG',
    number: 'E301',
    title: 'A value and its status do not go together',
    remedy:
      'Give a value where the status is value, and no value anywhere else. Bounds belong to suppressed figures only, the lower one first.',
  },
  COLUMN_LENGTH_WRONG: {
    code: 'COLUMN_LENGTH_WRONG',
    number: 'E302',
    title: 'A column has more or fewer entries than there are rows',
    remedy: 'Give each column one entry a row, or one value that holds for all rows.',
  },
  DIRECTION_WRONG: {
    code: 'DIRECTION_WRONG',
    number: 'E303',
    title: 'The reporter is not on the side that it reports for',
    remedy: 'Report an inflow as its destination and an outflow as its origin.',
  },
  REPORTER_NOT_SENDER: {
    code: 'REPORTER_NOT_SENDER',
    number: 'E304',
    title: "The figures are another participant's",
    remedy: 'Send your own figures only: the reporter is the sender.',
  },
  REPORT_NOT_AGREED: {
    code: 'REPORT_NOT_AGREED',
    number: 'E315',
    title: 'No agreement lets this partner report these figures',
    remedy:
      'Send the cells that a report clause of an agreement in force names for you: its contract, states, periods and codes, in the role that you are registered with. What else you count needs a clause that the states sign.',
  },
  CONTRIBUTIONS_WRONG: {
    code: 'CONTRIBUTIONS_WRONG',
    number: 'E316',
    title: "What is said of a figure's contributors cannot be true",
    remedy:
      'State all three or none: how many contribute, what the largest has, what the second largest has (0 where there is none). The two together are no more than the figure, and all of it where there are no others.',
  },
  CELL_KEYS_NOT_SUM: {
    code: 'CELL_KEYS_NOT_SUM',
    number: 'E317',
    title: 'The cell key of a total is not the sum of the keys of its parts',
    remedy:
      'Draw one record key for each person, keep it, and state for each figure the sum of the record keys of those counted, modulo 4294967296. A figure of nobody needs none.',
  },
  ROW_TWICE: {
    code: 'ROW_TWICE',
    number: 'E305',
    title: 'Two rows have the same period, places and breakdown',
    remedy: 'Keep one, or add them together.',
  },
  PERIOD_NOT_OF_FREQUENCY: {
    code: 'PERIOD_NOT_OF_FREQUENCY',
    number: 'E306',
    title: 'A period is not of the frequency that the dataset names',
    remedy:
      'Write the period in that frequency: 2016 (A), 2016-S1 (S), 2016-Q2 (Q), 2016-07 (M). Send other frequencies in datasets of their own.',
  },
  PERIOD_NOT_BEGUN: {
    code: 'PERIOD_NOT_BEGUN',
    number: 'E307',
    title: 'A figure that was observed is of a period that has not begun',
    remedy: 'Correct the period. Mark figures that are projected as such.',
  },
  PERIOD_BEYOND_HORIZON: {
    code: 'PERIOD_BEYOND_HORIZON',
    number: 'E308',
    title: 'A projected period lies outside of the projection',
    remedy: 'Correct the period, or the base year and the horizon in the definition.',
  },
  SCENARIO_WRONG: {
    code: 'SCENARIO_WRONG',
    number: 'E309',
    title: 'Scenario and basis contradict each other',
    remedy: 'Give projected figures the code of their scenario, and observed ones _Z.',
  },
  EMBARGO_MISSING: {
    code: 'EMBARGO_MISSING',
    number: 'E310',
    title: 'A figure under embargo does not say until when',
    remedy: 'Write the moment when the embargo ends into the column embargo, in UTC.',
  },
  EMBARGO_WITHOUT_STATUS: {
    code: 'EMBARGO_WITHOUT_STATUS',
    number: 'E311',
    title: 'There is an embargo, and the confidentiality status does not say so',
    remedy: 'Set confStatus to E, or take the moment out.',
  },
  FREE_BUT_RESTRICTED: {
    code: 'FREE_BUT_RESTRICTED',
    number: 'E312',
    title: 'A figure that is free may not be handed on',
    remedy:
      'Set confRedist to ALL or leave it out, or give the figure the confidentiality status that it has.',
  },
  CONFIDENTIAL_FOR_ALL: {
    code: 'CONFIDENTIAL_FOR_ALL',
    number: 'E313',
    title: 'A figure not for publication may be handed on to anybody',
    remedy: 'Set confRedist to AGREEMENT, PARTNER, AGGREGATED or NONE, or confStatus to F.',
  },
  SUPPRESSED_BUT_FREE: {
    code: 'SUPPRESSED_BUT_FREE',
    number: 'E314',
    title: 'A suppressed figure is marked as free',
    remedy:
      'Set confStatus to the reason why it is hidden, such as C, or A for small counts. If it is only not known, its status is missing.',
  },
  CONTENT_WRONG: {
    code: 'CONTENT_WRONG',
    number: 'E401',
    title: 'The content does not follow its contract',
    remedy: 'Correct the place that the message names. corridor validate shows it before you send.',
  },
  PERIOD_NOT_OF_FILE: {
    code: 'PERIOD_NOT_OF_FILE',
    number: 'E402',
    title: 'A row is about another period than the one that was named',
    remedy: 'Correct the period of the row, or name the period of the file: --period.',
  },
  FISCAL_YEAR_UNCLEAR: {
    code: 'FISCAL_YEAR_UNCLEAR',
    number: 'E403',
    title: 'Period convention and start of the fiscal year contradict each other',
    remedy:
      'Add fiscalYearStart where periods are fiscal, such as --07-01; take it out where they are calendar.',
  },
  PROJECTION_NOT_DESCRIBED: {
    code: 'PROJECTION_NOT_DESCRIBED',
    number: 'E404',
    title: 'There are projected figures, and the definition does not describe the projection',
    remedy: 'Add projection to the definition: producer, method, base year, vintage and horizon.',
  },
  OBSERVED_WITH_PROJECTION: {
    code: 'OBSERVED_WITH_PROJECTION',
    number: 'E405',
    title: 'The definition describes a projection, and all figures are observed',
    remedy: 'Take projection out of the definition, or mark the figures as projected.',
  },
  TOTAL_NOT_SUM: {
    code: 'TOTAL_NOT_SUM',
    number: 'E410',
    title: 'A total is not the sum of its parts',
    remedy:
      'Correct the total or the part. State those whose code is not known in a row of their own (_U).',
  },
  WARNING_WITHOUT_NOTE: {
    code: 'WARNING_WITHOUT_NOTE',
    number: 'E420',
    title: 'There is something to look at that no note explains',
    remedy:
      'Look at the rows. Correct them, or say in notes why they are right: one note for each number that the message names.',
  },
  DEFINITION_UNLIKELY: {
    code: 'DEFINITION_UNLIKELY',
    number: 'W502',
    title: 'Two members of the definition record hardly go together',
    remedy: 'Correct the one that is wrong, or say in a note why both are right.',
  },
  EMBARGO_OVER: {
    code: 'EMBARGO_OVER',
    number: 'W503',
    title: 'An embargo was over before the figure came',
    remedy:
      'Correct the moment, or set confStatus to F and take it out; or say in a note that the figure is free now.',
  },
  CONFIDENTIAL_ZERO: {
    code: 'CONFIDENTIAL_ZERO',
    number: 'W504',
    title: 'A confidential figure is 0',
    remedy:
      'If it was hidden, set its status to suppressed and leave the value empty. If nobody was counted, say so in a note.',
  },
  SURVEY_MEMBERS_UNEXPECTED: {
    code: 'SURVEY_MEMBERS_UNEXPECTED',
    number: 'W505',
    title: 'There are standard errors or sample sizes, and the source is no survey',
    remedy: 'Correct the source in the definition, or say in a note where they come from.',
  },
  PERIOD_NOT_OVER: {
    code: 'PERIOD_NOT_OVER',
    number: 'W506',
    title: 'A period is not over yet',
    remedy: 'Send it when it is over, or say in a note up to which day people were counted.',
  },
  PERIOD_LONG_AGO: {
    code: 'PERIOD_LONG_AGO',
    number: 'W507',
    title: 'A period is very long ago',
    remedy: 'Look at the year. If it is right, say so in a note.',
  },
  PROJECTION_WITHOUT_INTERVAL: {
    code: 'PROJECTION_WITHOUT_INTERVAL',
    number: 'W508',
    title: 'A projected figure has no interval',
    remedy: 'Add lower and upper, or say in a note why there is none.',
  },
  STAY_BELOW_MINIMUM: {
    code: 'STAY_BELOW_MINIMUM',
    number: 'W509',
    title: 'Stays are counted that the definition leaves out',
    remedy:
      'Correct the minimum stay in the definition or the code of the stay, or say in a note what is counted.',
  },
  VALUE_JUMPED: {
    code: 'VALUE_JUMPED',
    number: 'W510',
    title: 'A value is far from what was stated before',
    remedy: 'Look whether a digit is missing or too many. If it is right, say in a note why.',
  },
  VALUE_LARGE: {
    code: 'VALUE_LARGE',
    number: 'W511',
    title: 'A value is very large',
    remedy: 'Look at the value and its unit. If it is right, say so in a note.',
  },
  UNKNOWN_SHARE_HIGH: {
    code: 'UNKNOWN_SHARE_HIGH',
    number: 'W512',
    title: 'A large part is not known',
    remedy: 'Fill in what can be known, or say in a note why it cannot.',
  },
  UNIT_SLIPPED: {
    code: 'UNIT_SLIPPED',
    number: 'W513',
    title: 'Values look like thousands in place of units, or the reverse',
    remedy:
      'Look at the unit: the hub counts in persons. If the values are right, say so in a note.',
  },
  FLOWS_SWAPPED: {
    code: 'FLOWS_SWAPPED',
    number: 'W514',
    title: 'Values look like those of the opposite flow',
    remedy:
      'Look whether origin and destination, or inflow and outflow, were mixed up. If not, say so in a note.',
  },
  YEAR_REPEATED: {
    code: 'YEAR_REPEATED',
    number: 'W515',
    title: 'Values are those of a year earlier again',
    remedy:
      "Look whether last year's file was sent again. If nothing has changed, say so in a note.",
  },
  ENVELOPE_UNREADABLE: {
    code: 'ENVELOPE_UNREADABLE',
    number: 'M201',
    title: 'We could not read the message',
    remedy: 'Send one JSON object in UTF-8.',
  },
  ENVELOPE_WRONG: {
    code: 'ENVELOPE_WRONG',
    number: 'M202',
    title: 'The envelope of the message does not follow its contract',
    remedy:
      'Correct the member that the message names, or let corridor publish write the envelope.',
  },
  TIME_IN_FUTURE: {
    code: 'TIME_IN_FUTURE',
    number: 'M203',
    title: 'The message says that it was made in the future',
    remedy: 'Set the clock of the machine that sends, then seal the message again.',
  },
  SOURCE_NOT_SUBJECT: {
    code: 'SOURCE_NOT_SUBJECT',
    number: 'M204',
    title: 'The message speaks for another participant than its sender',
    remedy: 'Send it with the profile of the participant that it names.',
  },
  CONTRACT_UNKNOWN: {
    code: 'CONTRACT_UNKNOWN',
    number: 'M205',
    title: 'The hub does not know this contract',
    remedy: 'Use a contract of the list: migration-flow for figures of people who moved.',
  },
  CONTRACT_VERSION_UNKNOWN: {
    code: 'CONTRACT_VERSION_UNKNOWN',
    number: 'M206',
    title: 'The hub does not know this version of the contract',
    remedy: 'Use a version that the hub knows; the message names them.',
  },
  CONTRACT_NOT_OF_SUBJECT: {
    code: 'CONTRACT_NOT_OF_SUBJECT',
    number: 'M207',
    title: 'The message follows another contract than the one it was sent for',
    remedy: 'Send it to the subject of its own contract.',
  },
  ID_TAKEN: {
    code: 'ID_TAKEN',
    number: 'M208',
    title: 'Another message already has this id',
    remedy:
      'Give every message an id of its own. To send the same message again, send the same bytes.',
  },
  MESSAGE_TOO_LARGE: {
    code: 'MESSAGE_TOO_LARGE',
    number: 'M209',
    title: 'The message is too large',
    remedy: 'Send at most 5,000 rows in a message; corridor publish divides a file by itself.',
  },
  NOT_ACCEPTABLE: {
    code: 'NOT_ACCEPTABLE',
    number: 'M220',
    title: 'The hub does not write that format',
    remedy:
      'Ask with Accept for SDMX-JSON 2.0 or 2.1, SDMX-CSV 1.0, 2.0 or 2.1, text/csv or application/json.',
  },
  QUERY_WRONG: {
    code: 'QUERY_WRONG',
    number: 'M221',
    title: 'The question cannot be understood',
    remedy:
      'Correct the parameter that is named; the addresses and their parameters are in /api/openapi.json.',
  },
  UPLOAD_OFFSET_WRONG: {
    code: 'UPLOAD_OFFSET_WRONG',
    number: 'M230',
    title: 'The piece does not follow what the hub has',
    remedy: 'Send the piece that begins at Upload-Offset, as the answer says.',
  },
  UPLOAD_DIGEST_WRONG: {
    code: 'UPLOAD_DIGEST_WRONG',
    number: 'M231',
    title: 'The pieces do not make the bytes that were announced',
    remedy: 'Begin a new upload with the digest of the bytes that you send.',
  },
  UPLOAD_QUOTA: {
    code: 'UPLOAD_QUOTA',
    number: 'M232',
    title: 'Too many uploads are open',
    remedy: 'Finish the uploads that are open, or wait until they expire.',
  },
  PARTICIPANT_UNKNOWN: {
    code: 'PARTICIPANT_UNKNOWN',
    number: 'A410',
    title: 'The hub does not know this participant',
    remedy: 'Look at the spelling, or ask the operator.',
  },
  PARTICIPANT_EXISTS: {
    code: 'PARTICIPANT_EXISTS',
    number: 'A411',
    title: 'The participant is already enrolled',
    remedy: 'Use the profile that exists. For a new key, ask the operator for a one-time code.',
  },
  INVITATION_WRONG: {
    code: 'INVITATION_WRONG',
    number: 'A412',
    title: 'The one-time code is not right',
    remedy: 'Copy the code again, for the participant that it was made for.',
  },
  INVITATION_USED: {
    code: 'INVITATION_USED',
    number: 'A413',
    title: 'The one-time code was already used',
    remedy: 'Ask the operator for a new one. If you did not use it yourself, say so.',
  },
  INVITATION_EXPIRED: {
    code: 'INVITATION_EXPIRED',
    number: 'A414',
    title: 'The one-time code has ended',
    remedy: 'Ask the operator for a new one.',
  },
  NOT_ENROLLED: {
    code: 'NOT_ENROLLED',
    number: 'A415',
    title: 'This office is not enrolled',
    remedy: 'Enrol first, with the one-time code of the operator: corridor enrol.',
  },
  NOT_ALLOWED: {
    code: 'NOT_ALLOWED',
    number: 'A416',
    title: 'This participant may not do this',
    remedy: 'Ask the participant who may, or the operator.',
  },
  ACCOUNT_SHUT_OUT: {
    code: 'ACCOUNT_SHUT_OUT',
    number: 'A417',
    title: 'The hub has shut this participant out',
    remedy: 'Call the operator.',
  },
  NO_CLAUSE_GRANTS: {
    code: 'NO_CLAUSE_GRANTS',
    number: 'A401',
    title: 'No clause of an agreement in force lets you see or send this',
    remedy: 'Ask your partner for a change of the agreement: corridor agreements propose.',
  },
  AUDIENCE_NOT_NAMED: {
    code: 'AUDIENCE_NOT_NAMED',
    number: 'A461',
    title: 'The agreement shares this with other offices only',
    remedy: 'Ask from an office that the clause names, or propose a change of the agreement.',
  },
  RECIPROCITY_NOT_KEPT: {
    code: 'RECIPROCITY_NOT_KEPT',
    number: 'A462',
    title: 'By the agreement this is received only by who gives in return',
    remedy:
      'Send what you owe by the clauses of reciprocity, or take back your reservation to them.',
  },
  PROTECTION_NOT_AGREED: {
    code: 'PROTECTION_NOT_AGREED',
    number: 'A463',
    title: 'No clause says how these figures are protected',
    remedy: 'Propose an agreement with a clause of protection for the sender and the contract.',
  },
  AGREEMENT_NOT_IN_FORCE: {
    code: 'AGREEMENT_NOT_IN_FORCE',
    number: 'A402',
    title: 'The agreement is not in force',
    remedy: 'It is in force when both parties have signed and its first day has come.',
  },
  DELIVERY_WITHHELD: {
    code: 'DELIVERY_WITHHELD',
    number: 'A460',
    title: 'What was delivered once is not granted now',
    remedy:
      'See where the agreement stands: corridor agreements list. What was delivered while it was in force is in your inbox.',
  },
  WEBHOOK_REFUSED: {
    code: 'WEBHOOK_REFUSED',
    number: 'A465',
    title: 'Deliveries cannot be posted there',
    remedy:
      "Give an https address that can be reached from the internet, or an http address with a port on the hub's own machine.",
  },
  FIGURES_DELETED: {
    code: 'FIGURES_DELETED',
    number: 'A464',
    title: 'The figures were deleted',
    remedy:
      'Nobody at the hub can read them any more. Receipts and digests stay and still verify: corridor erasures list says when and under what.',
  },
  AGREEMENT_ENDED: {
    code: 'AGREEMENT_ENDED',
    number: 'A403',
    title: 'The agreement has ended',
    remedy: 'Propose a new one: corridor agreements propose.',
  },
  RELEASE_NOT_WAITING: {
    code: 'RELEASE_NOT_WAITING',
    number: 'A406',
    title: 'Nothing of these figures waits to be handed over',
    remedy:
      'Only while the time for comment runs can a release be stopped: corridor deliveries waiting. What was handed over is retracted.',
  },
  AGREEMENT_NOT_NOW: {
    code: 'AGREEMENT_NOT_NOW',
    number: 'A404',
    title: 'The agreement does not stand where this can be done',
    remedy: 'See where it stands and what it waits for: corridor agreements show.',
  },
  AGREEMENT_CLAUSE_UNKNOWN: {
    code: 'AGREEMENT_CLAUSE_UNKNOWN',
    number: 'A405',
    title: 'The agreement has no such clause',
    remedy: 'Name clauses by their numbers: corridor agreements show.',
  },
  AGREEMENT_UNKNOWN: {
    code: 'AGREEMENT_UNKNOWN',
    number: 'A420',
    title: 'The hub does not know this agreement',
    remedy: 'Look at the list: corridor agreements list.',
  },
  AGREEMENT_EXISTS: {
    code: 'AGREEMENT_EXISTS',
    number: 'A421',
    title: 'Another agreement already has this id',
    remedy: 'Give the new agreement an id of its own.',
  },
  AGREEMENT_TERM_UNKNOWN: {
    code: 'AGREEMENT_TERM_UNKNOWN',
    number: 'A422',
    title: 'The hub does not know one of the terms',
    remedy: 'Use the kinds of clauses and rules that the contract of agreements has.',
  },
  AGREEMENT_TERM_NOT_ENFORCEABLE: {
    code: 'AGREEMENT_TERM_NOT_ENFORCEABLE',
    number: 'A423',
    title: 'One of the terms cannot stand as it is written',
    remedy: 'Change the term that the message names, or leave it out.',
  },
  TERMS_PARTIES_WRONG: {
    code: 'TERMS_PARTIES_WRONG',
    number: 'A470',
    title: 'The parties of the terms do not hang together',
    remedy: 'Name each party once, in the order of their codes, and a committee that is no party.',
  },
  TERMS_DAYS_WRONG: {
    code: 'TERMS_DAYS_WRONG',
    number: 'A471',
    title: 'The days of the terms do not hang together',
    remedy: 'Correct the term, the entry into force or the provisional application.',
  },
  CLAUSE_TWICE: {
    code: 'CLAUSE_TWICE',
    number: 'A472',
    title: 'Two clauses have one number',
    remedy: 'Give each clause a number of its own, over enforced and recorded ones.',
  },
  CLAUSE_REFERENCE_UNKNOWN: {
    code: 'CLAUSE_REFERENCE_UNKNOWN',
    number: 'A473',
    title: 'A clause names a party, clause, dimension, code or level that there is not',
    remedy: 'Correct the name that the message tells, or leave it out.',
  },
  CLAUSE_UNREACHABLE: {
    code: 'CLAUSE_UNREACHABLE',
    number: 'A474',
    title: 'A clause can never apply',
    remedy: 'Change what the message names, or leave the clause out.',
  },
  CLAUSE_OPEN: {
    code: 'CLAUSE_OPEN',
    number: 'A475',
    title: "A clause leaves open what would then happen without anybody's consent",
    remedy: 'Say what the message asks for.',
  },
  CLAUSE_MISSING: {
    code: 'CLAUSE_MISSING',
    number: 'A476',
    title: 'The terms are silent on something',
    remedy:
      'Add a clause, or one of kind not-agreed: corridor agreements lint --complete adds those.',
  },
  CLAUSE_CONTRADICTS: {
    code: 'CLAUSE_CONTRADICTS',
    number: 'A477',
    title: 'Clauses say different things of one thing',
    remedy: 'Keep the one that is meant.',
  },
  COMPARISON_ONE_SIDED: {
    code: 'COMPARISON_ONE_SIDED',
    number: 'A478',
    title: 'Figures would be compared that only one side gives',
    remedy: 'Let both sides share figures of the contract, or leave the comparison out.',
  },
  CLAUSE_SHADOWED: {
    code: 'CLAUSE_SHADOWED',
    number: 'A479',
    title: 'A clause lets out nothing that another does not let out already',
    remedy: 'Leave it out, or change one of the two.',
  },
  CLAUSE_OVERLAPS: {
    code: 'CLAUSE_OVERLAPS',
    number: 'A480',
    title: 'Two clauses let out some of the same figures',
    remedy: 'Check that this is meant: the first of them is named for those figures.',
  },
  CLAUSE_WITHOUT_EFFECT: {
    code: 'CLAUSE_WITHOUT_EFFECT',
    number: 'A481',
    title: 'A clause is about figures that nobody shares',
    remedy: 'Check that this is meant: it applies to nothing.',
  },
  AUDIENCE_UNKNOWN: {
    code: 'AUDIENCE_UNKNOWN',
    number: 'A482',
    title: 'A clause is read by an office that nobody has registered',
    remedy:
      'Correct its code, or let the office enrol: until then what is meant for it goes to nobody.',
  },
  AGREEMENT_NOT_PARTY: {
    code: 'AGREEMENT_NOT_PARTY',
    number: 'A424',
    title: 'You are not a party to this agreement',
    remedy: 'Only its two parties can sign it or end it.',
  },
  AGREEMENT_ALREADY_SIGNED: {
    code: 'AGREEMENT_ALREADY_SIGNED',
    number: 'A425',
    title: 'You have already signed this agreement',
    remedy: 'There is nothing more to do until the other party signs.',
  },
  AGREEMENT_DIFFERENT_TERMS: {
    code: 'AGREEMENT_DIFFERENT_TERMS',
    number: 'A426',
    title: 'You signed other terms than the ones proposed',
    remedy: 'Read the terms again and sign exactly those: corridor agreements show.',
  },
  REQUEST_STALE: {
    code: 'REQUEST_STALE',
    number: 'A430',
    title: 'The request is too old or comes from the future',
    remedy: 'Set the clock of this machine, then ask again.',
  },
  REQUEST_REPLAYED: {
    code: 'REQUEST_REPLAYED',
    number: 'A431',
    title: 'The same request was already made',
    remedy: 'Sign a new request each time.',
  },
  LINK_USED: {
    code: 'LINK_USED',
    number: 'A432',
    title: 'The link was already used',
    remedy: 'Make a new one: corridor console.',
  },
  LINK_EXPIRED: {
    code: 'LINK_EXPIRED',
    number: 'A433',
    title: 'The link has ended',
    remedy: 'Make a new one: corridor console.',
  },
  NOT_FOUND: {
    code: 'NOT_FOUND',
    number: 'A440',
    title: 'There is nothing here that you may see',
    remedy: 'Look at the address, or go back to the start.',
  },
  ROLES_WRONG: {
    code: 'ROLES_WRONG',
    number: 'A450',
    title: 'These roles do not go together',
    remedy: 'Give each person the roles of their own work; whoever publishes does not approve.',
  },
  REHEARSAL_FIRST: {
    code: 'REHEARSAL_FIRST',
    number: 'A451',
    title: 'The participant may send in test mode only',
    remedy:
      'Rehearse with --test until corridor rehearsal shows every step done; then the operator grants production.',
  },
  REHEARSAL_INCOMPLETE: {
    code: 'REHEARSAL_INCOMPLETE',
    number: 'A452',
    title: 'The rehearsal is not complete',
    remedy: 'Do the steps that corridor rehearsal shows as open, then ask the operator again.',
  },
  REGISTRATION_WAITING: {
    code: 'REGISTRATION_WAITING',
    number: 'A453',
    title: 'The registration waits for the registrar',
    remedy: 'Wait for the operator to decide, then run the same command again.',
  },
  REGISTRATION_REFUSED: {
    code: 'REGISTRATION_REFUSED',
    number: 'A454',
    title: 'The registrar refused the registration',
    remedy: 'Read the reason, and ask the operator. A new registration needs a new profile.',
  },
  REGISTRATION_FULL: {
    code: 'REGISTRATION_FULL',
    number: 'A455',
    title: 'Too many registrations wait for the registrar',
    remedy:
      'Try again when the operator has decided some, or ask the operator for a one-time code.',
  },
  PARTICIPANT_SUSPENDED: {
    code: 'PARTICIPANT_SUSPENDED',
    number: 'A456',
    title: 'The participant is suspended',
    remedy: 'Ask the operator why. Nothing is accepted or handed over until it is resumed.',
  },
  SIGN_IN_WRONG: {
    code: 'SIGN_IN_WRONG',
    number: 'A457',
    title: 'The sign-in did not succeed',
    remedy:
      'Begin again at /sign-in; where it stays so, ask a signatory of your participant whether you have a place in the register.',
  },
  HUB_UNREACHABLE: {
    code: 'HUB_UNREACHABLE',
    number: 'N601',
    title: 'The hub cannot be reached',
    remedy:
      'Look at the network and at the address in your profile. What waits in the outbox is sent next time.',
  },
  NO_RECEIPT_YET: {
    code: 'NO_RECEIPT_YET',
    number: 'N602',
    title: 'The hub has not answered yet',
    remedy: 'Nothing is lost. Send the same message again later: the answer will be the same.',
  },
  OUTBOX_BUSY: {
    code: 'OUTBOX_BUSY',
    number: 'N603',
    title: 'Another corridor is sending what waits in this outbox',
    remedy: 'Nothing is lost. Look at the outbox when it is done: corridor outbox.',
  },
  RECEIPT_NOT_OF_THIS_HUB: {
    code: 'RECEIPT_NOT_OF_THIS_HUB',
    number: 'V701',
    title: 'The statement was not made by the hub you enrolled with',
    remedy: 'Do not use the file. Call the operator.',
  },
  DIGEST_DIFFERENT: {
    code: 'DIGEST_DIFFERENT',
    number: 'V702',
    title: 'The statement is about other bytes than these',
    remedy:
      'Compare the message with its own receipt. If it is its own, do not use it, and call the operator.',
  },
  CHAIN_BROKEN: {
    code: 'CHAIN_BROKEN',
    number: 'V703',
    title: "The hub's record has been changed after the fact",
    remedy: 'Do not rely on it. Keep your receipts and call the operator.',
  },
  PROFILE_MISSING: {
    code: 'PROFILE_MISSING',
    number: 'C801',
    title: 'There is no such profile here',
    remedy: 'Name one that exists with --profile, or make one: corridor enrol.',
  },
  COMMAND_WRONG: {
    code: 'COMMAND_WRONG',
    number: 'C802',
    title: 'The command is not complete or has a word that is not known',
    remedy: 'Look at its use: corridor help.',
  },
  SETTING_REFUSED: {
    code: 'SETTING_REFUSED',
    number: 'C803',
    title: 'A setting has a value that it cannot have',
    remedy: 'Correct it. corridor config shows every setting and where it comes from.',
  },
  HOME_NOT_WRITABLE: {
    code: 'HOME_NOT_WRITABLE',
    number: 'C804',
    title: 'The hub cannot write to its folder',
    remedy: 'Let its account write there, or name another folder in CORRIDOR_HOME.',
  },
  PORT_TAKEN: {
    code: 'PORT_TAKEN',
    number: 'C805',
    title: 'Another program has taken the port',
    remedy: 'End that program, or choose another port; corridor config names the settings.',
  },
  HUB_ALREADY_RUNS: {
    code: 'HUB_ALREADY_RUNS',
    number: 'C806',
    title: 'A hub already runs in this folder',
    remedy: 'Use that one, or end it with Ctrl-C first.',
  },
  SERVER_NOT_FOUND: {
    code: 'SERVER_NOT_FOUND',
    number: 'C807',
    title: 'A server that the hub needs is not on this machine',
    remedy: 'Install it, or name one that runs elsewhere in the settings.',
  },
  SERVER_NOT_STARTED: {
    code: 'SERVER_NOT_STARTED',
    number: 'C808',
    title: 'A server that the hub needs did not start',
    remedy: 'Read the last lines of its log, which the message names.',
  },
  SERVER_TOO_OLD: {
    code: 'SERVER_TOO_OLD',
    number: 'C809',
    title: 'A server is too old for the hub',
    remedy: 'Install the version that the message names, or a newer one.',
  },
  SERVER_UNREACHABLE: {
    code: 'SERVER_UNREACHABLE',
    number: 'C810',
    title: 'A server that the hub needs does not answer',
    remedy: 'Start it, or correct its address in the settings.',
  },
  CODE_LIST_UNKNOWN: {
    code: 'CODE_LIST_UNKNOWN',
    number: 'C821',
    title: 'There is no such code list',
    remedy: 'Name one of the code lists of the reference, docs/reference/contracts.md.',
  },
  CODE_LIST_CLOSED: {
    code: 'CODE_LIST_CLOSED',
    number: 'C822',
    title: 'The code list grows with a new version of a contract only',
    remedy: 'Ask for a new version of the contract: the schemas themselves list these codes.',
  },
  CODE_TAKEN: {
    code: 'CODE_TAKEN',
    number: 'C823',
    title: 'The code is taken',
    remedy:
      'Choose a code that neither the list nor another extension has, as a code, an alias or a spelling of an age. A released code is never changed.',
  },
  CODE_PARENT_WRONG: {
    code: 'CODE_PARENT_WRONG',
    number: 'C824',
    title: 'The parent of an added code is not one that it can have',
    remedy:
      'Name a code of the same list, released or added before it. Where the list goes by prefixes, leave the parent out.',
  },
  HUB_BUSY: {
    code: 'HUB_BUSY',
    number: 'H901',
    title: 'The hub has too much to do just now',
    remedy: 'Wait a minute and send the same message again.',
  },
  ROUND_NEEDS_MEMORY: {
    code: 'ROUND_NEEDS_MEMORY',
    number: 'H904',
    title: 'A full round finds no room in memory',
    remedy:
      'Full rounds run on Linux, with a file system in memory of a few hundred megabytes. Containers: raise its size (shm-size).',
  },
  ROUND_AT_WORK: {
    code: 'ROUND_AT_WORK',
    number: 'H905',
    title: 'A full round is at work already',
    remedy: 'Wait until it has ended: corridor rounds show.',
  },
  RATE_EXCEEDED: {
    code: 'RATE_EXCEEDED',
    number: 'H903',
    title: 'More requests than the hub takes from one sender',
    remedy: 'Wait for the seconds in Retry-After, then go on.',
  },
  UNEXPECTED: {
    code: 'UNEXPECTED',
    number: 'H902',
    title: 'Something happened in the hub that nobody expected',
    remedy:
      'Try again later. If it comes back, give the operator the time and the id of the request.',
  },
  SUBMISSION_NOT_WAITING: {
    code: 'SUBMISSION_NOT_WAITING',
    number: 'M241',
    title: 'The message does not wait for an approver',
    remedy: 'Look at what was stated of it: corridor receipts and its id.',
  },
  WITHDRAWAL_TOO_LATE: {
    code: 'WITHDRAWAL_TOO_LATE',
    number: 'M242',
    title: 'The figures were taken into use already',
    remedy: 'Send the cells again with the value status retracted: everybody who has them is told.',
  },
  CASE_UNKNOWN: {
    code: 'CASE_UNKNOWN',
    number: 'R401',
    title: 'The hub does not know this case',
    remedy: 'Look at the list: corridor cases list.',
  },
  CASE_FIGURE_UNKNOWN: {
    code: 'CASE_FIGURE_UNKNOWN',
    number: 'R402',
    title: 'The case has no such figure',
    remedy: 'Name a figure as the case shows it: corridor cases show.',
  },
  REPORT_UNKNOWN: {
    code: 'REPORT_UNKNOWN',
    number: 'R403',
    title: 'The hub does not know this report',
    remedy: 'Look at the list: corridor reports list.',
  },
  REPORT_NOT_READY: {
    code: 'REPORT_NOT_READY',
    number: 'R404',
    title: 'The report cannot be signed yet',
    remedy: 'Settle what is open: corridor cases list. Then sign.',
  },
  REPORT_ALREADY_SIGNED: {
    code: 'REPORT_ALREADY_SIGNED',
    number: 'R405',
    title: 'The report was signed already',
    remedy: 'There is nothing more to sign. What all have signed stays as it is.',
  },
  REPORT_DIFFERENT: {
    code: 'REPORT_DIFFERENT',
    number: 'R406',
    title: 'This is not about the report as it stands now',
    remedy: 'Read it again and act on that: corridor reports show.',
  },
  REVIEW_NOT_SIDE: {
    code: 'REVIEW_NOT_SIDE',
    number: 'R407',
    title: 'You do not report the figures that this is about',
    remedy: 'Only the two sides settle a figure, and only the parties sign a report.',
  },
  REVIEW_NOT_NOW: {
    code: 'REVIEW_NOT_NOW',
    number: 'R408',
    title: 'The review does not stand where this can be done',
    remedy:
      'See where it stands and what it waits for: corridor cases show, corridor reports show.',
  },
  REVIEW_VERSION_STALE: {
    code: 'REVIEW_VERSION_STALE',
    number: 'R409',
    title: 'Somebody changed the case meanwhile',
    remedy: 'Read what was changed, then decide again: corridor cases show.',
  },
  REVIEW_OWN_PROPOSAL: {
    code: 'REVIEW_OWN_PROPOSAL',
    number: 'R410',
    title: 'This is your own proposal',
    remedy: 'The other side answers it. To change it, propose anew.',
  },
  REVIEW_SAME_PERSON: {
    code: 'REVIEW_SAME_PERSON',
    number: 'R411',
    title: 'Whoever proposed last does not sign as well',
    remedy: 'Let another signatory of your office sign.',
  },
  CAUSE_REQUIRED: {
    code: 'CAUSE_REQUIRED',
    number: 'R412',
    title: 'A cause is missing',
    remedy: 'Say why both figures stand: --cause DEF_DURATION. The codes: corridor codes CL_CAUSE.',
  },
  CAUSE_AMOUNTS_WRONG: {
    code: 'CAUSE_AMOUNTS_WRONG',
    number: 'R413',
    title: 'The amounts of the causes do not fit the difference',
    remedy: 'Give whole persons, and leave the amount out for the cause that takes the rest.',
  },
  COMMENT_NOT_OWN: {
    code: 'COMMENT_NOT_OWN',
    number: 'R414',
    title: 'This is not a comment of your office',
    remedy: "Correct your own comments. To answer another's, write a new one.",
  },
}
