// Comfort only: every page works without this file.
document.querySelectorAll("[data-exit]").forEach(a => a.addEventListener("click", e => { e.preventDefault(); location.replace(a.href); }));
