// SPDX-License-Identifier: Apache-2.0
// One judge of days and moments for Ajv and for the DTOs, so that the two cannot disagree on the days of February.

/** True for a day of the calendar, written 2026-01-31. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  // Some engines read 30 February as 2 March: the day has to come out as it went in.
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** True for a moment after RFC 3339, without leap seconds: no clock of ours can hold them. */
export function isDateTime(text: string): boolean {
  const [, day = '', time = ''] = /^(.{10})T(.*)$/.exec(text) ?? []
  return (
    isDate(day) &&
    /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.test(time)
  )
}
