// SPDX-License-Identifier: Apache-2.0
import 'reflect-metadata'
import { runAlone } from '@corridor/platform'
import { intake } from './index'

runAlone(intake, process.env)
