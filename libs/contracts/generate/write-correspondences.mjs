// SPDX-License-Identifier: Apache-2.0

/** Which codes of one version of a classification become which of another. */
export function writeCorrespondences(correspondences) {
  return `/** Which codes of one version of a classification become which of another, each code with all that it may become. */
export interface Correspondence {
  readonly id: string
  /** Classifications by the names that messages say which one they follow by. */
  readonly from: string
  readonly to: string
  readonly source: string
  readonly about: string
  /** What is made of a code that may become several where nobody knows its shares: equal ones, or nothing but bounds. */
  readonly guess: 'equal-shares' | 'none'
  /** Codes of any level with those that some of their persons may have. */
  readonly links: Readonly<Record<string, readonly string[]>>
}

/** The correspondences that come with the hub. */
export const correspondences: readonly Correspondence[] = ${JSON.stringify(correspondences)}`
}
