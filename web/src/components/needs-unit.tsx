/** For those who belong nowhere yet: what one can do instead. `to`: "dele et greb". */
export const NeedsUnit = (props: { to: string }) => (
  <div class="state">
    <h2>Vælg din enhed først</h2>
    <p>Du kan læse med overalt. For at {props.to} skal portalen vide, hvilken enhed du hører til.</p>
    <a class="button primary" href="/profil">
      Vælg enhed
    </a>
  </div>
)
