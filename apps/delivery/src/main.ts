// SPDX-License-Identifier: Apache-2.0
import 'reflect-metadata'
import { runAlone } from '@corridor/platform'
import { delivery } from './index'

runAlone(delivery, process.env)
