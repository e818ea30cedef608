import { spawn } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { StartError } from './start-error.ts'

const project = fileURLToPath(new URL('../../', import.meta.url))
export const WEB_ROOT = join(project, 'web/dist')
const SOURCES = [
  'web/src',
  'web/public',
  'web/index.html',
  'web/vite.config.ts',
  'shared',
  'package-lock.json',
]

const newest = async (path: string): Promise<number> => {
  const info = await stat(path).catch(() => undefined)
  if (!info) return 0
  if (!info.isDirectory()) return info.mtimeMs
  const inside = await readdir(path, { recursive: true })
  const times = await Promise.all(inside.map(async name => (await stat(join(path, name))).mtimeMs))
  return Math.max(0, ...times)
}

const isBuilt = async (): Promise<boolean> => {
  const built = await newest(join(WEB_ROOT, 'index.html'))
  if (built === 0) return false
  const sources = await Promise.all(SOURCES.map(path => newest(join(project, path))))
  return built > Math.max(...sources)
}

/** Builds the web in a process of its own, unless the build is newer than everything it is made of. */
export const buildWeb = async (): Promise<void> => {
  if (await isBuilt()) return
  const args = [
    join(project, 'node_modules/vite/bin/vite.js'),
    'build',
    '--config',
    'web/vite.config.ts',
    '--logLevel',
    'error',
  ]
  const child = spawn(process.execPath, args, { cwd: project, stdio: ['ignore', 'inherit', 'inherit'] })
  const code = await new Promise(resolve => {
    child.once('error', () => resolve(1))
    child.once('exit', resolve)
  })
  const isThere = code === 0 && (await newest(join(WEB_ROOT, 'index.html'))) > 0
  if (!isThere)
    throw new StartError(
      'Webdelen kunne ikke bygges, så der er intet at vise. Kør »npm ci« og derefter »npm run build«, og se fejlen.',
    )
}
