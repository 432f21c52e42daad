// The queue under one's fingers. Every key presses a button that is there without it.
const OFF = "queue-keys-off";
const hand = () => document.querySelector("[data-queue]");
const items = () => [...hand().querySelectorAll("[data-item]")];
const here = () => document.activeElement?.closest("[data-item]");
const help = document.querySelector("[data-keys]");
const turned = help?.querySelector("[data-keys-on]");
let place = 0; // of the thing last looked at

function go(step) {
  const all = items(), at = all.indexOf(here());
  all[Math.min(Math.max(at < 0 ? (step > 0 ? place : 0) : at + step, 0), all.length - 1)]?.focus();
}

function press(key) {
  const root = "nu".includes(key) ? hand() : here() ?? items()[0];
  const button = root?.querySelector(`[data-key="${key}"]`);
  const why = "hm".includes(key) && button?.form.querySelector("[data-why]");
  const said = why && why.name !== "rule" && button.form.elements.reason.value.trim();
  if (why && !why.value && !said) return why.focus(); // first say why
  button?.click();
}

function key(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || !turned?.checked) return;
  if (event.target.matches("textarea, select, input:not([type=checkbox])")) return;
  if (!(document.activeElement === document.body || event.target.closest("main"))) return;
  const pressed = event.key.toLowerCase();
  if (pressed === "j" || pressed === "k") go(pressed === "j" ? 1 : -1);
  else if (pressed === "x") here()?.querySelector("[name=thing][type=checkbox]")?.click();
  else if (pressed === "?") (help.open = !help.open) && help.querySelector("summary").focus();
  else if (/^[1-9]$/.test(pressed) && here()) here().querySelector("[data-why]").selectedIndex = Number(pressed);
  else if ("ahmun".includes(pressed)) press(pressed);
  else return;
  event.preventDefault();
}

function arrange() {
  const all = hand().querySelector("[data-pick-all]");
  if (!all) return;
  all.hidden = false;
  all.firstElementChild.addEventListener("change", ({ target }) => {
    for (const box of hand().querySelectorAll("[name=thing][type=checkbox]")) box.checked = target.checked;
  });
}

if (turned) turned.checked = !localStorage.getItem(OFF);
turned?.addEventListener("change", () => localStorage.setItem(OFF, turned.checked ? "" : "yes"));
document.addEventListener("keydown", key);
document.addEventListener("htmx:beforeRequest", () => (place = Math.max(items().indexOf(here()), 0)));
document.addEventListener("htmx:afterSettle", () => {
  (items()[place] ?? items().at(-1) ?? hand().querySelector("button")).focus();
  arrange();
});
arrange();
