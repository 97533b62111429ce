// SPDX-License-Identifier: Apache-2.0

/**
 * What Node runs the hub with. Messages are parsed, packed and gone: a larger young generation lets them die before they are
 * copied into the old one.
 */
export const hubOptions = ['--max-semi-space-size=64']
