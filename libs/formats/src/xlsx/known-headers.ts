// SPDX-License-Identifier: Apache-2.0

/** A column's name as names are compared: "Value status", "value-status" and "VALUE_STATUS" are one. */
export function normaliseHeader(name: string): string {
  return name.toLowerCase().replace(/[\s_.-]+/g, '')
}
