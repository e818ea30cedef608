import * as z from 'zod'

/** The shape beneath what may be left out, and beneath what is made of it once read. */
const shapeOf = (schema: z.core.$ZodType): z.core.$ZodType => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return shapeOf(schema.unwrap())
  return schema instanceof z.ZodPipe ? shapeOf(schema.in) : schema
}

/** The schema of the field at `path`, with what may be left out still said. */
const fieldAt = (schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType | undefined =>
  path.reduce<z.core.$ZodType | undefined>((found, key) => {
    const shape = found && shapeOf(found)
    if (shape instanceof z.ZodArray) return shape.element
    return shape instanceof z.ZodObject ? shape.shape[String(key)] : undefined
  }, schema)

/** Whether there need be nothing at `path`. */
export const mayBeAbsent = (schema: z.core.$ZodType, path: readonly PropertyKey[]): boolean => {
  const field = fieldAt(schema, path)
  return field !== undefined && z.safeParse(field, undefined).success
}

/** Only what the schema knows, however deep: other fields are ignored, whatever they hold and are called. */
export const known = (raw: unknown, schema: z.core.$ZodType): unknown => {
  const shape = shapeOf(schema)
  if (shape instanceof z.ZodArray)
    return Array.isArray(raw) ? raw.map(item => known(item, shape.element)) : undefined
  if (shape instanceof z.ZodObject) {
    if (typeof raw !== 'object' || raw === null) return undefined
    const fields = Object.entries<z.core.$ZodType>(shape.shape)
    return Object.fromEntries(
      fields.flatMap(([key, field]) =>
        Object.hasOwn(raw, key) ? [[key, known(Reflect.get(raw, key), field)]] : [],
      ),
    )
  }
  return typeof raw === 'string' ? raw : undefined
}
