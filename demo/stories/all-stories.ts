import { appealStories } from './appeal-stories.ts'
import { caseStories } from './case-stories.ts'
import { changeStories } from './change-stories.ts'
import { elsewhereStories } from './elsewhere-stories.ts'
import { exitStories, listStories, restoredStories } from './list-stories.ts'
import { inspectionStories } from './inspection-stories.ts'
import { measureStories } from './measure-stories.ts'
import { receivedStories } from './received-stories.ts'
import { repairStories } from './repair-stories.ts'
import { reviewStories } from './review-stories.ts'
import { seriousStories } from './serious-stories.ts'
import { transferStories } from './transfer-stories.ts'
import type { Story } from './story.ts'

/** Every course told beforehand. */
export const allStories: readonly Story[] = [...caseStories, ...changeStories, ...appealStories, ...seriousStories, ...listStories, ...exitStories, ...restoredStories, ...repairStories, ...receivedStories, ...elsewhereStories, ...reviewStories, ...inspectionStories, ...measureStories, ...transferStories]
