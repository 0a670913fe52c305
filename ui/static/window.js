// See ui/width.py. Plain text only, nothing fetched.
const bucketOf = (px) => (px <= 1100 ? "w1024" : px <= 1500 ? "w1366" : "w1920")

const pinAddress = (pin) => {
  const url = new URL(window.location.href)
  const missing = Object.entries(pin).filter(([name]) => !url.searchParams.has(name))
  if (!missing.length) return
  missing.forEach(([name, value]) => url.searchParams.set(name, value))
  window.history.replaceState(window.history.state, "", url)
}

// Streamlit takes its theme from the system or from a note in the browser, read once at load. Where it differs from
// the one the address asks for (light unless it says dark), leave the note for every page and load again, once.
const settleTheme = (wanted, pages) => {
  const app = document.querySelector('[data-testid="stApp"]')
  const channels = getComputedStyle(app).backgroundColor.match(/\d+/g).map(Number)
  const shown = channels[0] + channels[1] + channels[2] < 384 ? "dark" : "light"
  if (shown === wanted || new URLSearchParams(window.location.search).has("embed_options")) {
    sessionStorage.removeItem("board-theme")
  } else if (sessionStorage.getItem("board-theme") !== wanted) {
    const folder = window.location.pathname.replace(/[^/]*$/, "")
    const note = JSON.stringify(wanted === "dark" ? "Dark" : "Light")
    for (const page of ["", ...pages]) localStorage.setItem(`stActiveTheme-${folder}${page}-v2`, note)
    sessionStorage.setItem("board-theme", wanted)
    window.location.reload()
  }
}

// The link of the page shown says so. Streamlit may draw the row after this script ran, or anew: then mark it again.
const markHere = () => {
  const here = document.querySelector(".st-key-nav-here a")
  document.querySelectorAll(".st-key-nav a[aria-current]").forEach((link) => link !== here && link.removeAttribute("aria-current"))
  if (here && here.getAttribute("aria-current") !== "page") here.setAttribute("aria-current", "page")
}

// A link to a part of a page: the part is drawn after the browser has looked for it. Keep it in place while what stands
// above it grows, until the visitor moves.
let sought = window.location.hash.slice(1)
const leave = () => (sought = "")
for (const move of ["wheel", "touchstart", "pointerdown", "keydown"]) window.addEventListener(move, leave, { once: true, passive: true })
const goToPart = () => sought && document.getElementById(sought)?.scrollIntoView()

export default function ({ data, setStateValue }) {
  const root = document.documentElement
  root.lang = data.lang === "en" ? "en" : "zh-CN"
  root.dataset.theme = data.theme
  pinAddress(data.pin)
  const see = () => (markHere(), goToPart())
  see()
  const watch = new MutationObserver(see)
  watch.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["class", "href"] })
  settleTheme(data.theme, data.pages)

  let known = data.known
  const tell = () => {
    const now = bucketOf(window.innerWidth)
    root.dataset.size = now
    document.cookie = `board_size=${now}; path=/; max-age=31536000; samesite=strict`
    if (now !== known) {
      known = now
      setStateValue("bucket", now)
    }
  }
  tell()
  window.addEventListener("resize", tell)
  return () => {
    watch.disconnect()
    window.removeEventListener("resize", tell)
  }
}
