// See ui/meeting/bar.py. Keys of the meeting view follow the links at its foot; a clicker sends PageUp and
// PageDown. D opens the sum of a single target.
const KEYS = {
  ArrowRight: "after", PageDown: "after",
  ArrowLeft: "before", PageUp: "before",
  Escape: "leave",
  d: "why", D: "why",
}
const FIELDS = 'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="listbox"], [role="slider"]'

export default function () {
  const press = (event) => {
    const step = KEYS[event.key]
    if (!step || event.defaultPrevented || event.repeat) return
    if (event.ctrlKey || event.metaKey || event.altKey || (event.shiftKey && step !== "why")) return
    if (event.target instanceof Element && event.target.closest(FIELDS)) return
    if (document.querySelector('[role="dialog"]')) return // an open explanation takes its keys itself
    const link = document.querySelector(`.meet-mark a.meet-${step}`)
    if (!link) return
    event.preventDefault()
    link.click()
  }
  window.addEventListener("keydown", press)
  return () => window.removeEventListener("keydown", press)
}
