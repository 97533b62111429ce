// SPDX-License-Identifier: Apache-2.0

/** What a hub tells a participant of itself: counts only, never figures. */
export interface HubStatus {
  readonly hub: string
  readonly version: string
  readonly ready: boolean
  readonly checks: Readonly<Record<string, boolean>>
  /** False where one database role serves every service. */
  readonly ownRoles?: boolean
  readonly counts: Readonly<Record<string, number>>
  readonly journal: { readonly position: number; readonly hash: string } | null
}
