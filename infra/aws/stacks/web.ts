import { type App, CfnOutput, Duration, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  FunctionEventType,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  PriceClass,
  type ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3'
import { StringParameter } from 'aws-cdk-lib/aws-ssm'
import { ENV } from '#functions/platform/config.ts'
import { acknowledge } from '../acknowledgements.ts'
import { pageRewrite } from '../constructs/page-rewrite.ts'
import { responseHeaders } from '../constructs/response-headers.ts'
import { PARAMETERS, parameterName } from '../functions/environment.ts'
import { OUTPUTS } from '../outputs.ts'
import { DOCUMENTATION_PATHS, FUNCTION_PATHS } from '../routes.ts'
import { namesOf, type Settings } from '../settings.ts'
import { stackProps } from './stack-props.ts'

/** The one address of the portal: files from S3, everything else from the functions. */
export class WebStack extends Stack {
  constructor(app: App, settings: Settings, api: HttpApi) {
    super(app, namesOf(settings).stack('web'), stackProps(settings, 'CloudFront and the web files'))
    const bucket = this.bucket()
    const headers = responseHeaders(this)
    const distribution = this.distribution(settings, bucket, api, headers)
    const origin = `https://${settings.domain?.name ?? distribution.distributionDomainName}`
    new StringParameter(this, 'PublicOrigin', {
      parameterName: parameterName(namesOf(settings).parameters, PARAMETERS[ENV.publicOrigin]),
      description: 'Where the portal is found; its functions read it when they start',
      stringValue: origin,
    })
    new CfnOutput(this, OUTPUTS.origin, { value: origin })
    new CfnOutput(this, OUTPUTS.bucket, { value: bucket.bucketName })
    new CfnOutput(this, OUTPUTS.distributionDomain, { value: distribution.distributionDomainName })
  }

  /** Only what any build can make again. Older files stay thirty days: a way back, and for tabs that are open. */
  private bucket(): Bucket {
    const bucket = new Bucket(this, 'Files', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [
        {
          noncurrentVersionExpiration: Duration.days(30),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    })
    acknowledge(bucket, 'bucket')
    return bucket
  }

  private distribution(
    settings: Settings,
    bucket: Bucket,
    api: HttpApi,
    responseHeadersPolicy: ResponseHeadersPolicy,
  ): Distribution {
    const shared = { viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS, responseHeadersPolicy }
    const functions: BehaviorOptions = {
      ...shared,
      origin: new HttpOrigin(Fn.select(2, Fn.split('/', api.apiEndpoint)), {
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        readTimeout: Duration.seconds(20),
      }),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      // The functions do it themselves: CloudFront only makes small what it caches.
      compress: false,
    }
    const files: BehaviorOptions = {
      ...shared,
      origin: S3BucketOrigin.withOriginAccessControl(bucket),
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      compress: true,
    }
    const { domain } = settings
    const certificate = domain && Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn)
    const distribution = new Distribution(this, 'Distribution', {
      comment: `${settings.name} ${settings.stage}`,
      defaultRootObject: 'index.html',
      defaultBehavior: {
        ...files,
        functionAssociations: [{ function: pageRewrite(this), eventType: FunctionEventType.VIEWER_REQUEST }],
      },
      // The first that fits is taken.
      additionalBehaviors: {
        ...Object.fromEntries(DOCUMENTATION_PATHS.map(path => [path, files])),
        ...Object.fromEntries(FUNCTION_PATHS.map(path => [path, functions])),
      },
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      ...(domain && certificate
        ? {
            domainNames: [domain.name],
            certificate,
            minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
          }
        : {}),
    })
    acknowledge(distribution, 'distribution')
    return distribution
  }
}
