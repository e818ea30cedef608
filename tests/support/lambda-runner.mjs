/**
 * Stands where Lambda's runtime does: imports one bundle in a fresh process, then hands it events one by one. With
 * `WATCH_IO` it tells what importing the bundle asked of the machine.
 */
import childProcess from 'node:child_process'
import dns from 'node:dns'
import fs from 'node:fs'
import fsPromises from 'node:fs/promises'
import http from 'node:http'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

const asked = []
const watch = (owner, name, label) => {
  const before = owner[name]
  owner[name] = function (...args) {
    // The loader's own reading of the bundle is no doing of the bundle's.
    const what = args[0] instanceof URL ? args[0].href : args[0]
    if (what !== process.env.BUNDLE) asked.push(`${label}.${name}`)
    return before.apply(this, args)
  }
}
const watchAll = () => {
  for (const name of [
    'readFile',
    'readFileSync',
    'readdirSync',
    'statSync',
    'existsSync',
    'openSync',
    'writeFileSync',
    'createReadStream',
  ])
    watch(fs, name, 'fs')
  for (const name of ['readFile', 'readdir', 'stat', 'open', 'writeFile'])
    watch(fsPromises, name, 'fs/promises')
  for (const name of ['spawn', 'spawnSync', 'exec', 'execFile', 'fork'])
    watch(childProcess, name, 'child_process')
  watch(net.Socket.prototype, 'connect', 'net')
  watch(dns, 'lookup', 'dns')
  watch(http, 'request', 'http')
  watch(globalThis, 'fetch', 'global')
  syncBuiltinESMExports()
}

if (process.env.WATCH_IO) watchAll()
const { handler } = await import(process.env.BUNDLE)
const atImport = [...asked]

process.on('message', async ({ id, event }) => {
  try {
    process.send({ id, result: await handler(event) })
  } catch (error) {
    process.send({ id, error: { name: error.name, message: error.message } })
  }
})
process.send({ id: 'ready', result: atImport })
