// One tick for all the rows of a list; without this the rows are ticked one by one.
for (const form of document.querySelectorAll("[data-choose]")) {
  const place = form.querySelector("[data-choose-all]");
  if (!place) continue;
  const boxes = [...form.querySelectorAll("tbody input[name=_selected_action]")];
  const all = document.createElement("input");
  all.type = "checkbox";
  all.setAttribute("aria-label", place.textContent);
  all.addEventListener("change", () => boxes.forEach((box) => (box.checked = all.checked)));
  form.addEventListener("change", () => {
    const chosen = boxes.filter((box) => box.checked).length;
    all.checked = chosen === boxes.length;
    all.indeterminate = chosen > 0 && !all.checked;
  });
  place.replaceChildren(all);
}
