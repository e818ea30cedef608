import type { CatalogueItem } from '#shared/contract/catalogue.ts'
import { stageFrom } from '#shared/rules/publishing.ts'
import { fieldsOf } from '../../drafts/card-fields.ts'
import type { CardForm } from '../../drafts/card-form.ts'

type Place = { unitId: string; areaId: string; id?: string | undefined }

/** The card as a list would show it, made from what is being written. */
export const previewOf = (form: CardForm, { unitId, areaId, id }: Place): CatalogueItem => {
  const { title, summary, experience, discretion, visibility, themes } = fieldsOf(form)
  return {
    id: id ?? '',
    status: 'draft',
    unitId,
    areaId,
    visibility,
    themes,
    title: title ?? undefined,
    summary: summary ?? undefined,
    experience: experience ?? undefined,
    stage: experience ? stageFrom(experience) : undefined,
    discretion: discretion ?? undefined,
    counts: { comments: 0, adoptions: 0, inUse: 0, reactions: 0 },
    updatedAt: '',
    adopters: [],
  }
}
