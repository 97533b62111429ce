// SPDX-License-Identifier: Apache-2.0
export { icon, stylesheet, type Asset } from './sheet'
