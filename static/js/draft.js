// What is being typed stays in this browser until it has surely been posted.
const SENT = "draft-sent";
const FIELDS = ["title", "tags", "body", "terms"];
const store = guarded();
const key = (form) => `draft:${form.dataset.draft}`;
const fields = (form) => FIELDS.map((name) => form.elements[name]).filter(Boolean);

function restore(root) {
  for (const form of root.querySelectorAll("form[data-draft]")) {
    const kept = JSON.parse(store.getItem(key(form)) ?? "{}");
    for (const field of fields(form)) field.value ||= kept[field.name] ?? "";
  }
}

function keep(form) {
  store.setItem(key(form), JSON.stringify(Object.fromEntries(fields(form).map((field) => [field.name, field.value]))));
  store.removeItem(SENT);
}

// Posted for sure: the page led to the new reply, or to the article its author has just published.
function settle() {
  const sent = store.getItem(SENT);
  if (!sent) return;
  const published = document.querySelector(`[data-published="${CSS.escape(sent)}"]`);
  if (!published && !location.hash.startsWith("#reply-")) return;
  store.removeItem(`draft:${sent}`);
  store.removeItem(SENT);
}

function guarded() {
  try {
    localStorage.getItem(SENT);
    return localStorage;
  } catch {
    return { getItem: () => null, setItem() {}, removeItem() {} };
  }
}

document.addEventListener("input", ({ target }) => {
  if (target.form?.dataset.draft) keep(target.form);
});

document.addEventListener("submit", ({ target }) => {
  if (target.dataset.draft) store.setItem(SENT, target.dataset.draft);
});

document.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (!detail.elt.dataset.draft || detail.xhr.status !== 201) return;
  store.removeItem(key(detail.elt));
  store.removeItem(SENT);
});

settle();
restore(document);
