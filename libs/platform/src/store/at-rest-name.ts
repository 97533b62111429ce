// SPDX-License-Identifier: Apache-2.0

/** The name under which a message's parts are sealed: whose it is, and its digest. */
export function atRestName(participant: string, digest: string): string {
  return `${participant} ${digest}`
}
