import { fork } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import * as z from 'zod'
import { bundleOf, type FunctionName } from '#infra/aws/bundles.ts'

const answer = z.object({
  id: z.union([z.number(), z.literal('ready')]),
  result: z.unknown().optional(),
  error: z.object({ name: z.string(), message: z.string() }).optional(),
})
type Answer = z.infer<typeof answer>

const runner = fileURLToPath(new URL('lambda-runner.mjs', import.meta.url))

export type Lambda = {
  /** What importing the bundle asked of files, network and processes. */
  atImport: unknown
  invoke: (event: unknown) => Promise<unknown>
  stop: () => void
}

/**
 * One built bundle in a Node process of its own, which knows nothing but `env`; what it imports is watched. It runs as
 * it goes up: alone in a folder from which no `node_modules` is found.
 */
export const startLambda = async (name: FunctionName, env: Record<string, string>): Promise<Lambda> => {
  const folder = mkdtempSync(join(tmpdir(), 'konkrete-greb-function-'))
  cpSync(dirname(bundleOf(name)), folder, { recursive: true })
  const bundle = pathToFileURL(join(folder, basename(bundleOf(name)))).href
  const lambda = await startBundle(bundle, { WATCH_IO: '1', ...env })
  return {
    ...lambda,
    stop: () => {
      lambda.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

/** Any bundle, by its address. */
export const startBundle = async (bundle: string, env: Record<string, string>): Promise<Lambda> => {
  const child = fork(runner, {
    execArgv: [],
    serialization: 'json',
    env: {
      AWS_REGION: 'eu-north-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      BUNDLE: bundle,
      ...env,
    },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const waiting = new Map<Answer['id'], { resolve: (one: Answer) => void; reject: (error: Error) => void }>()
  const expectAnswer = (id: Answer['id']): Promise<Answer> =>
    new Promise((resolve, reject) => waiting.set(id, { resolve, reject }))
  child.on('message', message => {
    const one = answer.parse(message)
    waiting.get(one.id)?.resolve(one)
  })
  child.on('exit', code => {
    for (const { reject } of waiting.values()) reject(new Error(`${bundle} ended with ${code}`))
  })
  const { result: atImport } = await expectAnswer('ready')
  let events = 0
  return {
    atImport,
    invoke: async event => {
      const id = events++
      const answered = expectAnswer(id)
      child.send({ id, event })
      const { result, error } = await answered
      if (error) throw new Error(`${error.name}: ${error.message}`)
      return result
    },
    stop: () => child.kill(),
  }
}
