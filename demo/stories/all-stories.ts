import { appealStories } from './appeal-stories.ts'
import { caseStories } from './case-stories.ts'
import { exitStories, listStories } from './list-stories.ts'
import { measureStories } from './measure-stories.ts'
import { repairStories } from './repair-stories.ts'
import { seriousStories } from './serious-stories.ts'
import { transferStories } from './transfer-stories.ts'
import type { Story } from './story.ts'

/** Every course told beforehand. */
export const allStories: readonly Story[] = [...caseStories, ...appealStories, ...seriousStories, ...listStories, ...exitStories, ...repairStories, ...measureStories, ...transferStories]
