// SPDX-License-Identifier: Apache-2.0
export { AsymmetryBar, scaleLimit } from './asymmetry-bar'
export { HistoryChart } from './history-chart'
export { TallyBar, type TallyPart } from './tally-bar'
export { TwinBar } from './twin-bar'
