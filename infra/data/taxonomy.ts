import { type Taxonomy, themeGroup } from '#shared/contract/taxonomy.ts'
import themes from './taxonomy.json' with { type: 'json' }

/** The themes that every portal begins with. */
export const taxonomy: Taxonomy = {
  groups: themes.map(({ group, ...rest }) => themeGroup.parse({ id: group, ...rest })),
}
