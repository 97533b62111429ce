// SPDX-License-Identifier: Apache-2.0
export { checkChain, genesis, linkHash, type Leaf, type Link } from './chain'
