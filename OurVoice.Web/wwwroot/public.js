// Comfort only: every page works without this file.
document.querySelectorAll("[data-exit]").forEach(a => a.addEventListener("click", e => { e.preventDefault(); document.documentElement.hidden = true; document.title = ""; location.replace(a.href); }));
// A file that is too big is named before a byte is sent.
document.querySelectorAll("input[type=file][data-most]").forEach(i => i.addEventListener("change", () => {
  const big = i.files[0] && i.files[0].size > +i.dataset.most;
  i.setCustomValidity(big ? i.dataset.warn : "");
  if (big) i.reportValidity();
}));
// Letters left, counted as the server counts them.
document.querySelectorAll("textarea[data-limit]").forEach(t => {
  if (!window.Intl || !Intl.Segmenter) return;
  const parts = new Intl.Segmenter(document.documentElement.lang), out = document.createElement("p");
  out.className = "count";
  t.after(out);
  let wait;
  const count = () => { let n = 0; for (const _ of parts.segment(t.value)) n++; out.textContent = n.toLocaleString("en") + " / " + (+t.dataset.limit).toLocaleString("en"); };
  t.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(count, 300); });
  if (t.value) count();
});
