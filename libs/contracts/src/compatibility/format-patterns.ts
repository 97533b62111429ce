// SPDX-License-Identifier: Apache-2.0
// The formats of the dialect as patterns: a calendar is a regular language, so they are decided like any other pattern.

const longMonth = '(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])'
const shortMonth = '(0[469]|11)-(0[1-9]|[12][0-9]|30)'
const february = '02-(0[1-9]|1[0-9]|2[0-8])'
const byFour = '(0[48]|[2468][048]|[13579][26])'
const leapYear = `([0-9]{2}${byFour}|(00|${byFour})00)`
const date = `([0-9]{4}-(${longMonth}|${shortMonth}|${february})|${leapYear}-02-29)`
const clock = '([01][0-9]|2[0-3]):[0-5][0-9]'

/** What `isDate` and `isDateTime` accept, as patterns. A test holds them against each other. */
export const formatPatterns: Readonly<Record<string, string>> = {
  date: `^${date}$`,
  'date-time': `^${date}T${clock}:[0-5][0-9](\\.[0-9]+)?(Z|[+-]${clock})$`,
}
