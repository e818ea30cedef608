import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { PAGE_REWRITE } from '#infra/aws/constructs/page-rewrite.ts'
import { portalConfig } from '#infra/aws/portal.config.ts'
import { planWeb } from '#infra/aws/publish-web.ts'
import { missingSecret } from '#infra/aws/secret-is-there.ts'
import { namesOf, placeholdersIn, settingsFor } from '#infra/aws/settings.ts'
import { startParameterStore } from '#tests/support/parameter-store.ts'

describe('portal.config.ts', () => {
  test('is complete for every stage, and a stage says only what differs', () => {
    expect(settingsFor(portalConfig, 'prod').monthlyBudgetUsd).toBe(portalConfig.monthlyBudgetUsd)
    expect(settingsFor(portalConfig, 'test')).toMatchObject({
      stage: 'test',
      monthlyBudgetUsd: 5,
      openWindow: false,
    })
    expect(namesOf(settingsFor(portalConfig, 'test')).table).toBe('konkrete-greb-test')
  })

  test.each([
    ['a region outside the EU', { region: 'us-east-1' }, 'region: a region in the EU'],
    ['an address that is none', { alarmAddress: 'drift' }, 'alarmAddress: an e-mail address'],
    [
      'an issuer without TLS',
      { signIn: { ...portalConfig.signIn, issuer: 'http://login.dk' } },
      'signIn.issuer: an address that begins with https://',
    ],
    [
      'a certificate elsewhere',
      { domain: { name: 'greb.dk', certificateArn: 'arn:aws:acm:eu-north-1:111122223333:certificate/0a' } },
      'domain.certificateArn: the ARN of a certificate in us-east-1',
    ],
    [
      'a role that is not there',
      { signIn: { ...portalConfig.signIn, claims: { roles: { values: { a: 'boss' } } } } },
      'signIn.claims.roles.values.a',
    ],
    [
      'more of a mapping than a function’s environment holds',
      {
        signIn: {
          ...portalConfig.signIn,
          claims: {
            unit: {
              values: Object.fromEntries(
                Array.from({ length: 100 }, (_, i) => [`Afdeling nummer ${i} i Kultur`, `afdeling-${i}`]),
              ),
            },
          },
        },
      },
      'signIn.claims: more than 3,000 bytes',
    ],
    [
      'names too long for what is made of them',
      { name: 'konkrete-greb-i-kommunen', stages: { prod: {}, [`test-${'x'.repeat(24)}`]: {} } },
      'at most 50 characters',
    ],
    [
      'one domain for two stages',
      { domain: { name: 'greb.dk', certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/0a' } },
      'stages.test.domain: greb.dk is another stage',
    ],
    ['a budget of nothing', { monthlyBudgetUsd: 0 }, 'monthlyBudgetUsd: more than 0'],
    ['a misspelt name', { openWindows: true }, 'openWindows'],
  ])('%s fails with one sentence that names it', (_, wrong, words) => {
    const synthesise = () => settingsFor({ ...portalConfig, ...wrong }, 'prod')
    expect(synthesise).toThrow(words)
    expect(synthesise).toThrow(/^infra\/aws\/portal\.config\.ts cannot be used: [^\n]+\.$/)
  })

  test('an unknown stage tells which there are', () => {
    expect(() => settingsFor(portalConfig, 'staging')).toThrow('There is no stage "staging"')
    expect(() => settingsFor(portalConfig, 'toString')).toThrow('There is no stage')
  })

  test('as it comes, it can be synthesised but not deployed', () => {
    expect(placeholdersIn(settingsFor(portalConfig, 'prod'))).toEqual([
      'signIn.issuer',
      'signIn.clientId',
      'alarmAddress',
      'runbook',
    ])
  })
})

test('nothing is deployed before the client secret is there, and the command that puts it is told', async () => {
  const settings = settingsFor(portalConfig, 'test')
  const parameters = await startParameterStore({})
  const env = {
    AWS_REGION: 'eu-north-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_SSM: parameters.endpoint,
  }
  expect(await missingSecret(settings, env)).toContain('--name /konkrete-greb/test/client-secret')
  parameters.set('/konkrete-greb/test/client-secret', 'a secret')
  expect(await missingSecret(settings, env)).toBeUndefined()
  await parameters.stop()
})

test('the web’s files go up before the pages that name them; assets are kept for ever, pages never', () => {
  expect(planWeb(['index.html', 'app.html', 'assets/index-4f2a.js', 'favicon.svg'])).toEqual([
    {
      key: 'assets/index-4f2a.js',
      contentType: 'text/javascript; charset=utf-8',
      cacheControl: 'public, max-age=31536000, immutable',
    },
    { key: 'favicon.svg', contentType: 'image/svg+xml; charset=utf-8', cacheControl: 'no-cache' },
    { key: 'index.html', contentType: 'text/html; charset=utf-8', cacheControl: 'no-cache' },
    { key: 'app.html', contentType: 'text/html; charset=utf-8', cacheControl: 'no-cache' },
  ])
})

test.each([
  ['/', {}, '/index.html'],
  ['/', { tema: { value: 'fravaer' } }, '/app.html'],
  ['/greb/ini_01', {}, '/app.html'],
  ['/enheder/a.b/kort', {}, '/app.html'],
  ['/assets/index-4f2a.js', {}, '/assets/index-4f2a.js'],
  ['/favicon.svg', {}, '/favicon.svg'],
])('CloudFront answers %s with %j by %s', (uri, querystring, file) => {
  const event = JSON.stringify({ request: { uri, querystring } })
  expect(runInNewContext(`${PAGE_REWRITE}; handler(${event})`)).toMatchObject({ uri: file })
})
