// See ui/rows.py. A plain click on one of the board's own links changes the screen without a new session;
// any other click (new tab, new window) is left to the browser, whose address opens the same screen.

// Streamlit goes to another page in two steps of the history: first the new parameters on the old page, then the new
// page. Make the second replace the first, so that one step back leads where one was.
const PATIENCE = 5000
const inOneStep = () => {
  const { pushState, replaceState } = History.prototype
  const from = window.location.pathname
  let stepped = false
  const restore = () => delete window.history.pushState
  window.history.pushState = (state, title, url) => {
    const leaves = new URL(url ?? "", window.location.href).pathname !== from
    if (leaves) restore()
    ;(leaves && stepped ? replaceState : pushState).call(window.history, state, title, url)
    stepped = true
  }
  setTimeout(restore, PATIENCE)
}

export default function ({ setTriggerValue }) {
  const follow = (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[data-go]") : null
    if (!link || event.defaultPrevented || event.button !== 0) return
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    if (!link.dataset.go.startsWith("?")) inOneStep()
    setTriggerValue("go", link.dataset.go)
  }
  document.addEventListener("click", follow, true)
  return () => document.removeEventListener("click", follow, true)
}
