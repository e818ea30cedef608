import { useTitle } from '../../ui/title.ts'

/** After signing out: nothing happens by itself, least of all signing in again. */
export const SignedOutPage = () => {
  useTitle('Du er logget ud')
  return (
    <div class="state">
      <h1>Du er logget ud</h1>
      <p>Luk vinduet, hvis andre bruger computeren.</p>
      <a class="button primary" href="/auth/login" rel="external">
        Log ind
      </a>
    </div>
  )
}
