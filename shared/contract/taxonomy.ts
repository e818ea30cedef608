import * as z from 'zod'
import { slug } from './text.ts'

export const theme = z.object({ id: slug, label: z.string(), description: z.string() }).meta({ id: 'Theme' })
export type Theme = z.infer<typeof theme>

export const themeGroup = z
  .object({ id: slug, label: z.string(), themes: z.array(theme) })
  .meta({ id: 'ThemeGroup' })
export type ThemeGroup = z.infer<typeof themeGroup>

export const taxonomy = z.object({ groups: z.array(themeGroup) }).meta({ id: 'Taxonomy' })
export type Taxonomy = z.infer<typeof taxonomy>
