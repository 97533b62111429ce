// SPDX-License-Identifier: Apache-2.0
import 'reflect-metadata'
import { runAlone } from '@corridor/platform'
import { aggregation } from './index'

runAlone(aggregation, process.env)
