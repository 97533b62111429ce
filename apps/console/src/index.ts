// SPDX-License-Identifier: Apache-2.0
export { startConsole, type ConsoleOptions, type RunningConsole } from './shell/start-console'
