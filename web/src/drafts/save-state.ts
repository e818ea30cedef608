import type { ApiProblem } from '../api/problem.ts'

/** Where the text is, as honestly as it can be said. Times in ms since 1970. */
export type SaveState =
  | { kind: 'untouched' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: number }
  /** On the device only, until the person says otherwise (a published card). */
  | { kind: 'kept' }
  | { kind: 'offline' }
  | { kind: 'failed'; requestId: string }
  | { kind: 'signed-out' }
  | { kind: 'refused' }
  | { kind: 'conflict' }
  | { kind: 'gone'; problem: ApiProblem }

export type Spoken = { text: string; icon: 'saved' | 'offline' | 'warn' | 'pen' }

const CLOCK = new Intl.DateTimeFormat('da-DK', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Copenhagen',
})

/** "13.20" */
export const clockTime = (at: number): string => CLOCK.format(at)

/** `savedAt`: when the device last took it. */
type Where = { device: 'telefonen' | 'computeren'; onDevice: boolean; savedAt: number }

/** The state in words. What the device refused to keep is never said to be kept. */
export const saveWords = (state: SaveState, { device, onDevice, savedAt }: Where): Spoken | undefined => {
  const here = onDevice
    ? `Gemt på ${device} kl. ${clockTime(savedAt)}.`
    : 'Luk ikke siden: teksten står kun her.'
  switch (state.kind) {
    case 'untouched':
      return undefined
    case 'saving':
      return { text: 'Gemmer …', icon: 'pen' }
    case 'saved':
      return {
        text: `Gemt kl. ${clockTime(state.at)}. Teksten bliver her, også hvis du lukker siden.`,
        icon: 'saved',
      }
    case 'kept':
      return {
        text: `${here} Kolleger ser det, når du gemmer ændringerne.`,
        icon: 'saved',
      }
    case 'offline':
      return {
        text: `${here} Den bliver sendt, når du er på igen.`,
        icon: 'offline',
      }
    case 'failed':
      return {
        text: `${here} Portalen svarer ikke lige nu, vi prøver igen.`,
        icon: 'warn',
      }
    case 'signed-out':
      return {
        text: onDevice
          ? 'Du er logget ud. Det, du skrev, er gemt.'
          : 'Du er logget ud, og teksten kan ikke gemmes her. Kopiér den, før du logger ind.',
        icon: 'warn',
      }
    case 'refused':
      return { text: 'Ret det, der er markeret, så bliver resten gemt.', icon: 'warn' }
    case 'conflict':
      return { text: 'En kollega har rettet kortet, mens du skrev. Begge udgaver er gemt.', icon: 'warn' }
    case 'gone':
      return { text: state.problem.message, icon: 'warn' }
  }
}
