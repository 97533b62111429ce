// SPDX-License-Identifier: Apache-2.0

/** Where figures are handed over: at a participant, or at one office of it. */
export interface Addressee {
  readonly recipient: string
  readonly office?: string
}

/** How the hub names who receives, in subjects, streams and numbers: `DK` for the participant, `DK-STAT` for an office of it. */
export function addressOf({ recipient, office }: Addressee): string {
  return office === undefined ? recipient : `${recipient}-${office}`
}

/** Whom an address names. Neither a participant nor an office has a hyphen in its code. */
export function addresseeIn(address: string): Addressee {
  const [recipient = '', office] = address.split('-', 2)
  return office === undefined ? { recipient } : { recipient, office }
}
