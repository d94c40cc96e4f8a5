"use strict";
for (const form of document.querySelectorAll("form.filter")) {
  const report = form.closest("[data-result]");
  const checks = [...report.querySelectorAll(".check")];
  const holders = [...report.querySelectorAll(".requirement")].filter((item) => item.querySelector(".check"));
  const folds = [...report.querySelectorAll(".fold")];
  const shown = form.querySelector(".shown");
  const all = shown.textContent;

  const apply = () => {
    const status = form.elements.status.value;
    const severity = form.elements.severity.value;
    const chosen = Boolean(status || severity);
    let count = 0;
    for (const check of checks) {
      const fits = (!status || check.dataset.status === status) && (!severity || check.dataset.severity === severity);
      check.hidden = !fits;
      count += fits ? 1 : 0;
    }
    for (const fold of folds) {
      const any = Boolean(fold.querySelector(".check:not([hidden])"));
      fold.hidden = !any;
      fold.open = chosen && any;
    }
    for (const holder of holders) {
      holder.hidden = !holder.querySelector(".check:not([hidden])");
    }
    shown.textContent = chosen ? `${count} of ${checks.length} entries are shown.` : all;
  };

  form.addEventListener("change", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.reset();
  form.hidden = false;
}

let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details:not([open])")];
  for (const item of opened) item.open = true;
});
addEventListener("afterprint", () => {
  for (const item of opened) item.open = false;
});

const unfold = () => {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  const hidden = target && target.closest("[hidden]");
  if (hidden) {
    hidden.closest("[data-result]").querySelector("form.filter").reset();
    setTimeout(() => target.scrollIntoView());
  }
};
addEventListener("hashchange", unfold);
