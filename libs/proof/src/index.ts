// SPDX-License-Identifier: Apache-2.0
export { checkChain, genesis, linkHash, type Leaf, type Link } from './chain'
export {
  followNumbers,
  numberGaps,
  type Followed,
  type Numbered,
  type NumberedRun,
  type NumberGap,
} from './numbered'
