import type { CardStage, Experience } from './vocabulary.ts'

/** What API.md requires to publish, and nothing else. */
export const REQUIRED_TO_PUBLISH = ['title', 'summary', 'challenge', 'action', 'experience'] as const
export type RequiredToPublish = (typeof REQUIRED_TO_PUBLISH)[number]

export const missingToPublish = (card: Partial<Record<RequiredToPublish, unknown>>): RequiredToPublish[] =>
  REQUIRED_TO_PUBLISH.filter(field => card[field] === undefined || card[field] === null || card[field] === '')

const STAGE_OF: Record<Experience, CardStage> = {
  works: 'in_use',
  partly: 'trying',
  too_early: 'trying',
  did_not_work: 'stopped',
}

/** Where the origin stands, unless it says otherwise. */
export const stageFrom = (experience: Experience): CardStage => STAGE_OF[experience]
