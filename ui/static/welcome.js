// See ui/welcome.py. A browser that has not been here before says so, once.
const SEEN = "board-welcome"

export default function ({ setTriggerValue }) {
  try {
    if (localStorage.getItem(SEEN)) return
    localStorage.setItem(SEEN, "1")
  } catch {
    return // a browser without memory would be greeted each time
  }
  setTriggerValue("first", true)
}
