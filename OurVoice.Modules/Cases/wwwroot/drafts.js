// Sends what is being typed to the server: a second after the last key, and when the page is left. A plain request, so that
// nothing is lost while the connection of the page is being rebuilt.
const wait = 1000;
const retry = 3000;
const timers = new WeakMap();
const underway = new WeakMap();

const note = (box, key) => {
  const place = document.getElementById(box.dataset.note);
  if (place) place.textContent = key ? place.dataset[key] : "";
};

async function save(box, leaving) {
  clearTimeout(timers.get(box));
  timers.delete(box);
  const words = box.value;
  if (!box.isConnected || box.dataset.kept === words) return;
  const sending = new AbortController();
  underway.get(box)?.abort();
  underway.set(box, sending);
  try {
    const answer = await fetch(box.dataset.draft, {
      method: "POST",
      body: words,
      headers: { "Content-Type": "text/plain;charset=utf-8", "X-OurVoice-Version": box.dataset.version },
      redirect: "manual",
      keepalive: leaving === true,
      signal: sending.signal,
    });
    if (answer.status !== 204) throw new Error();
    box.dataset.kept = words;
    note(box, words ? "saved" : "");
  } catch {
    if (sending.signal.aborted) return;
    note(box, "failed");
    plan(box, retry);
  }
}

function plan(box, time) {
  clearTimeout(timers.get(box));
  timers.set(box, setTimeout(save, time, box));
}

// What is being sent as an act must not come in afterwards as a draft.
function leave(box) {
  clearTimeout(timers.get(box));
  timers.delete(box);
  underway.get(box)?.abort();
}

const boxes = () => document.querySelectorAll("textarea[data-draft]");
const flush = () => boxes().forEach((box) => timers.has(box) && save(box, true));

document.addEventListener("input", (e) => e.target.matches?.("textarea[data-draft]") && plan(e.target, wait));
document.addEventListener("submit", (e) => e.target.querySelectorAll?.("textarea[data-draft]").forEach(leave), true);
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && flush());
window.addEventListener("pagehide", flush);
