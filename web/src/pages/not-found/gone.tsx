import { useTitle } from '../../ui/title.ts'

/** What is not there, or not for this person: the same words, so that nobody can tell. */
export const Gone = () => {
  useTitle('Findes ikke her')
  return (
    <div class="state">
      <h1>Det er her ikke</h1>
      <p>Måske er det trukket tilbage, eller også er det ikke delt med dig. Enheden kan svare.</p>
      <a class="button" href="/">
        Til alle greb
      </a>
    </div>
  )
}
