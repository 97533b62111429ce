// SPDX-License-Identifier: Apache-2.0
import 'reflect-metadata'
import { runAlone } from '@corridor/platform'
import { reconciliation } from './index'

runAlone(reconciliation, process.env)
