/** The closed sets of the contract, free of zod so that the browser may carry them. */
export const STATUSES = ['draft', 'published', 'withdrawn'] as const
export const VISIBILITIES = ['unit', 'area', 'organisation', 'public'] as const
export const EXPERIENCES = ['works', 'partly', 'did_not_work', 'too_early'] as const
export const CARD_STAGES = ['idea', 'trying', 'in_use', 'stopped'] as const
export const ADOPTION_STAGES = ['considering', 'trying', 'in_use', 'stopped'] as const
export const FIDELITIES = ['copy', 'adapted', 'inspired'] as const
export const DISCRETIONS = ['unit', 'leader', 'director', 'politically'] as const
export const EVIDENCES = ['story', 'counted', 'before-after'] as const
export const ORIGIN_KINDS = ['first', 'adapted', 'copy'] as const
export const COMMENT_KINDS = ['question', 'experience', 'suggestion', 'thanks'] as const
export const ROLES = ['employee', 'director', 'moderator'] as const
export const SORTS = ['fair', 'newest', 'promising', 'relevance'] as const
export const SHELVES = ['several-places', 'needs-another-area', 'learned-by-stopping'] as const
/** How far back a figure looks: everything, or so many calendar months, the present one included. */
export const PERIODS = ['all', '12m', '6m', '3m'] as const
/** What is counted month by month. */
export const ACTIVITIES = ['published', 'started', 'inUse', 'stopped'] as const

/** What a moderator, or the one whose text it is, did. */
export const MODERATION_ACTIONS = [
  'hid',
  'showed',
  'answered',
  'redacted',
  'withdrew',
  'deleted',
  'confirmed_unit',
  'reset_unit',
  'blocked',
  'unblocked',
  'ended_sessions',
  'erased',
] as const
export const REPORT_OUTCOMES = ['hidden', 'kept'] as const

export type ModerationAction = (typeof MODERATION_ACTIONS)[number]
export type ReportOutcome = (typeof REPORT_OUTCOMES)[number]
export type Status = (typeof STATUSES)[number]
export type Visibility = (typeof VISIBILITIES)[number]
export type Experience = (typeof EXPERIENCES)[number]
export type CardStage = (typeof CARD_STAGES)[number]
export type AdoptionStage = (typeof ADOPTION_STAGES)[number]
export type Fidelity = (typeof FIDELITIES)[number]
export type Discretion = (typeof DISCRETIONS)[number]
export type Evidence = (typeof EVIDENCES)[number]
export type OriginKind = (typeof ORIGIN_KINDS)[number]
export type CommentKind = (typeof COMMENT_KINDS)[number]
export type Role = (typeof ROLES)[number]
export type Sort = (typeof SORTS)[number]
export type ShelfId = (typeof SHELVES)[number]
export type Period = (typeof PERIODS)[number]
export type ActivityKind = (typeof ACTIVITIES)[number]
