/** What the web stack tells those who come after it. */
export const OUTPUTS = {
  origin: 'Origin',
  bucket: 'Bucket',
  distributionDomain: 'DistributionDomain',
} as const
