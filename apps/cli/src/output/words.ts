// SPDX-License-Identifier: Apache-2.0
import { clean } from './clean'

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** A day as people write it: 14 Nov 2026. What is no date is shown as it is. */
export function day(iso: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso)
  const month = months[Number(found?.[2]) - 1]
  if (found === null || month === undefined) return clean(iso, 40)
  return `${String(Number(found[3]))} ${month} ${found[1] ?? ''}`
}

/** An instant as people write it: 14 Nov 2026, 09:12 UTC. */
export function instant(iso: string): string {
  const at = /^\d{4}-\d{2}-\d{2}T/.test(iso) ? new Date(iso) : undefined
  if (at === undefined || Number.isNaN(at.getTime())) return day(iso)
  const utc = at.toISOString()
  return `${day(utc)}, ${utc.slice(11, 16)} UTC`
}

/** A whole number in groups of three, with a real minus sign. */
export function whole(number: number): string {
  const digits = String(Math.abs(number)).replace(/\B(?=(\d{3})+$)/g, ',')
  return number < 0 ? `−${digits}` : digits
}

/** A number of things: 1 row, 48 rows. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${whole(number)} ${number === 1 ? one : many}`
}

/** The fingerprint of a key in groups, to be read out by phone. From its RFC 7638 thumbprint. */
export function fingerprint(thumbprint: string): string {
  const hex = Buffer.from(thumbprint, 'base64url').toString('hex')
  return `SHA256:${(hex.match(/.{4}/g) ?? []).join(' ')}`
}

/** Names in a sentence: BE, BE and DK, BE, DK and FI. */
export function list(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

/** A detail as a sentence: it begins with a capital and has an end. */
export function sentence(text: string): string {
  const begun = text.slice(0, 1).toUpperCase() + text.slice(1)
  return begun === '' || /[.?]$/.test(begun) ? begun : `${begun}.`
}
