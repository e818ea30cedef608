/** Structured lines without personal data: codes, ids of requests, numbers. Never bodies, names or queries. */
export type LogFields = Record<string, string | number | boolean | undefined>
export type Logger = {
  info: (event: string, fields?: LogFields) => void
  error: (event: string, fields?: LogFields) => void
}

const line = (level: string, event: string, fields: LogFields = {}): string =>
  JSON.stringify({ level, event, ...fields })

export const consoleLogger: Logger = {
  info: (event, fields) => console.log(line('info', event, fields)),
  error: (event, fields) => console.error(line('error', event, fields)),
}

export const silentLogger: Logger = { info: () => {}, error: () => {} }
