// SPDX-License-Identifier: Apache-2.0
export { icon, script, stylesheet } from './sheet'
