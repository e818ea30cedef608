/** A sentence for whoever started the portal; the process ends with 1. */
export class StartError extends Error {}
