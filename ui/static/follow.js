// See ui/rows.py. A plain click on one of the board's own links changes the screen without a new session;
// any other click (new tab, new window) is left to the browser, whose address opens the same screen.
export default function ({ setTriggerValue }) {
  const follow = (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[data-go]") : null
    if (!link || event.defaultPrevented || event.button !== 0) return
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    setTriggerValue("go", link.dataset.go)
  }
  document.addEventListener("click", follow, true)
  return () => document.removeEventListener("click", follow, true)
}
