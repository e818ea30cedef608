/** While a page comes: a heading and a sheet, shown only if it takes a moment. */
export const PageSkeleton = () => (
  <div class="stack roomy late" role="status">
    <span class="unseen">Henter siden</span>
    <div class="card ghost" aria-hidden="true">
      <div class="body">
        <div class="bone a" />
        <div class="bone b" />
        <div class="bone" />
        <div class="bone c" />
      </div>
      <div class="base">
        <div class="bone d" />
      </div>
    </div>
  </div>
)
