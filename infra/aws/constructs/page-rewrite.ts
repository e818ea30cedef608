import { Function as EdgeFunction, FunctionCode, FunctionRuntime } from 'aws-cdk-lib/aws-cloudfront'
import type { Construct } from 'constructs'

/**
 * Any address of the app is answered by a page: `index.html` asks for what the front page reads, `app.html` is for all
 * others. A name with a dot is a file. Error pages would do the same, but for the API's own 404s too.
 */
export const PAGE_REWRITE = `function handler(event) {
  var request = event.request
  var isFront = request.uri === '/' && Object.keys(request.querystring).length === 0
  var isFile = request.uri.lastIndexOf('.') > request.uri.lastIndexOf('/')
  if (!isFile) request.uri = isFront ? '/index.html' : '/app.html'
  return request
}`

export const pageRewrite = (scope: Construct): EdgeFunction =>
  new EdgeFunction(scope, 'PageRewrite', {
    comment: 'Addresses of the app are answered by the page',
    code: FunctionCode.fromInline(PAGE_REWRITE),
    runtime: FunctionRuntime.JS_2_0,
  })
