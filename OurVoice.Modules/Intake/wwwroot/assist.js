// Keeps what is being typed at the desk on the server: a second after the last key, and when the page is left.
const form = document.querySelector("form[data-keep]");
const place = form && form.querySelector("[data-saved]");
let timer, underway, sent = false;

async function keep(leaving) {
  clearTimeout(timer);
  timer = undefined;
  if (sent) return;
  underway?.abort();
  const mine = (underway = new AbortController());
  try {
    const answer = await fetch(form.dataset.keep, { method: "POST", body: new FormData(form), redirect: "manual", keepalive: leaving === true, signal: mine.signal });
    if (answer.status !== 204) throw new Error();
    place.textContent = place.dataset.saved;
  } catch {
    if (mine.signal.aborted) return;
    place.textContent = place.dataset.failed;
    timer = setTimeout(keep, 3000);
  }
}

if (form) {
  form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(keep, 1000); });
  // The button's own post carries everything; a late save of this page must not come after it.
  form.addEventListener("submit", () => { sent = true; clearTimeout(timer); underway?.abort(); });
  window.addEventListener("pagehide", () => timer && keep(true));
}
