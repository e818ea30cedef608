/** A card of another unit, or one that is only a trace to us. */
export const NotOurs = (props: { id: string }) => (
  <div class="state">
    <h1>Det kort kan du ikke rette</h1>
    <p>Kun enhedens egne folk retter deres kort. Skriv en kommentar, eller prøv grebet hos jer.</p>
    <a class="button" href={`/greb/${props.id}`}>
      Til kortet
    </a>
  </div>
)
