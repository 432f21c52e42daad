// Suggestions under a search box while one types. The form works without this; Enter on no suggestion asks as typed.
const WAIT = 150; // milliseconds after the last letter

for (const field of document.querySelectorAll("[data-suggest]")) {
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = `${field.id}-suggestions`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.labels[0].textContent);
  field.after(list);
  for (const [name, value] of [["role", "combobox"], ["aria-expanded", "false"], ["aria-controls", list.id], ["aria-autocomplete", "list"], ["autocomplete", "off"]]) field.setAttribute(name, value);
  let timer, asked;

  const options = () => [...list.children];
  const close = () => show("");

  function show(html) {
    list.innerHTML = html.trim();
    options().forEach((option, place) => (option.id = `${list.id}-${place}`));
    field.setAttribute("aria-expanded", String(list.children.length > 0));
    field.removeAttribute("aria-activedescendant");
  }

  async function ask() {
    const words = (asked = field.value.trim());
    if (!words) return close();
    try {
      const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(words)}`, { headers: { "X-Requested-With": "fetch" } });
      if (answer.ok && asked === words && document.activeElement === field) show(await answer.text());
    } catch {
      close();
    }
  }

  function choose(step) {
    const all = options();
    const before = all.findIndex((option) => option.ariaSelected === "true" || option.getAttribute("aria-selected") === "true");
    const next = (before + step + all.length + (before < 0 && step < 0 ? 1 : 0)) % all.length;
    all.forEach((option, place) => option.setAttribute("aria-selected", String(place === next)));
    field.setAttribute("aria-activedescendant", all[next].id);
    all[next].scrollIntoView({ block: "nearest" });
  }

  field.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(ask, WAIT);
  });
  field.addEventListener("compositionend", ask);
  field.addEventListener("keydown", (event) => {
    const chosen = list.querySelector('[aria-selected="true"] a');
    if (event.isComposing || !list.children.length) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") choose(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && chosen) chosen.click();
    else return;
    event.preventDefault();
  });
  field.form.addEventListener("focusout", (event) => field.form.contains(event.relatedTarget) || close());
}
