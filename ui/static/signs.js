// See ui/signs.py. Streamlit writes on its root whether it is connected and whether a script runs.
const ID = "board-sign"
const PATIENCE = { busy: 700, lost: 1500 } // ms; what is over sooner is not worth a word
const ASK = 60_000 // ms between two looks at the version of the data
const BUSY = ["running", "rerunRequested"]
// Streamlit's window about a lost connection: the only one that holds nothing of the board's.
const WINDOW = '[data-testid="stDialog"]:not(:has([data-testid="stVerticalBlock"])) button[aria-label="Close"]'
const WATCHED = ["data-test-connection-state", "data-test-script-state"]

const stateOf = (app) => {
  if (app.dataset.testConnectionState !== "CONNECTED") return "lost"
  return BUSY.includes(app.dataset.testScriptState) ? "busy" : ""
}

// One element and one watch for as long as the page is open: the component may be mounted anew with every run.
const begin = () => {
  const sign = Object.assign(document.createElement("p"), { id: ID })
  sign.setAttribute("role", "status")
  document.body.append(sign)
  const app = document.querySelector('[data-testid="stApp"]')
  let kind = "", timer = 0
  sign.put = (what) => {
    sign.dataset.kind = what
    sign.textContent = what && sign.words[what]
    if (what === "old") sign.replaceChildren(Object.assign(document.createElement("button"), { textContent: sign.words.old, onclick: () => sign.again() }))
  }
  const see = () => {
    const now = stateOf(app)
    if (now === kind) return
    const back = sign.dataset.kind === "lost"
    kind = now
    clearTimeout(timer)
    if (kind) timer = setTimeout(sign.put, PATIENCE[kind], kind)
    else sign.put("")
    if (back && kind !== "lost") sign.again()
  }
  const dismiss = () => kind === "lost" && document.querySelector(WINDOW)?.click()
  const look = async () => {
    if (kind || document.hidden || !sign.version || document.querySelector(".meet-mark")) return
    const answer = await fetch(window.location.pathname.replace(/[^/]*$/, "healthz")).catch(() => null)
    const { version } = answer?.ok ? await answer.json() : {}
    if (!kind && version > sign.version) sign.put("old")
  }
  new MutationObserver(see).observe(app, { attributes: true, attributeFilter: WATCHED })
  new MutationObserver(dismiss).observe(document.body, { childList: true })
  document.addEventListener("visibilitychange", look)
  setInterval(look, ASK)
  see()
  return sign
}

export default function ({ data, setTriggerValue }) {
  const first = document.getElementById(ID)
  const sign = first ?? begin()
  Object.assign(sign, { words: data.words, version: data.version, again: () => setTriggerValue("again", true) })
  if (first?.dataset.kind && first.dataset.kind !== "old") first.put(first.dataset.kind) // in another language now
}
