// SPDX-License-Identifier: Apache-2.0
import 'reflect-metadata'
import { runAlone } from '@corridor/platform'
import { journal } from './index'

runAlone(journal, process.env)
