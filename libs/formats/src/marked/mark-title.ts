// SPDX-License-Identifier: Apache-2.0

/** The column that a marked copy adds. Readers pass over it, so that the corrected copy can be sent as it is. */
export const markTitle = 'corridor_problem'
