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

/** Lines as they are, for runtimes that would wrap what goes through the console. */
export const lineLogger = (write: (line: string) => void): Logger => ({
  info: (event, fields) => write(`${line('info', event, fields)}\n`),
  error: (event, fields) => write(`${line('error', event, fields)}\n`),
})
