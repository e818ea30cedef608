import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

/** `npm run test:second-opinion`: the tests of the store and the API once more, against AWS's own DynamoDB Local. */
const FOLDER = fileURLToPath(new URL('.', import.meta.url))
const EMULATOR = `${FOLDER}node_modules/amplify-dynamodb-simulator/emulator`
const TESTS = ['tests/store', 'tests/api', 'tests/session'] as const

const JAVA = [
  'java -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1',
  '-Djava.library.path=./DynamoDBLocal_lib -jar DynamoDBLocal.jar -inMemory -sharedDb -disableTelemetry -port',
].join(' ')

const hasJava = (): boolean => spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** Java ends when the pipe to it does, so also when this process is killed. */
const startJava = (port: number): ChildProcess =>
  spawn('sh', ['-c', `${JAVA} ${port} <&- & java=$!; cat; kill $java`], {
    cwd: EMULATOR,
    stdio: ['pipe', 'ignore', 'inherit'],
  })

const answers = async (endpoint: string): Promise<boolean> => {
  try {
    await fetch(endpoint)
    return true
  } catch {
    return false
  }
}

const START_TRIES = 300
const waitFor = async (endpoint: string): Promise<void> => {
  for (let time = 0; time < START_TRIES; time++) {
    if (await answers(endpoint)) return
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error('DynamoDB Local did not answer within half a minute.')
}

const runTests = (endpoint: string): Promise<number> =>
  new Promise(resolve => {
    const env = { ...process.env, DYNAMODB_ENDPOINT: endpoint }
    spawn('npx', ['vitest', 'run', '--config', 'tests/vitest.config.ts', ...TESTS], {
      stdio: 'inherit',
      env,
    }).once('exit', code => resolve(code ?? 1))
  })

const main = async (): Promise<number> => {
  if (!hasJava()) {
    console.log('No second opinion: DynamoDB Local needs Java, and there is none on this machine.')
    return 0
  }
  if (!existsSync(EMULATOR)) spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: FOLDER, stdio: 'inherit' })
  const port = await freePort()
  const endpoint = `http://127.0.0.1:${port}`
  const java = startJava(port)
  try {
    await waitFor(endpoint)
    console.log(`A second opinion from DynamoDB Local: ${TESTS.join(', ')}`)
    return await runTests(endpoint)
  } finally {
    java.stdin?.end()
  }
}

process.exitCode = await main()
