// Before a newcomer's words, or signing up, the browser does a second's work (see accounts/proof.py): from the moment
// somebody begins to type, so that hardly anybody waits. Where it cannot, the form goes as it is and is read first.
const FRESH = 8 * 60 * 1000; // the server takes it for ten minutes
const works = new WeakMap();
const ready = new WeakSet();
const waiting = new WeakSet();

function begin(field) {
  const known = works.get(field);
  if (known && performance.now() - known.began < FRESH) return known.proof;
  const proof = work(field).catch(() => "");
  works.set(field, { began: performance.now(), proof });
  return proof;
}

async function work(field) {
  const answer = await fetch(field.dataset.proof);
  if (answer.status !== 200) return ""; // none is asked of this person
  const challenge = await answer.json();
  const solution = await solved(challenge.parameters, field.dataset.worker);
  return btoa(JSON.stringify({ challenge, solution }));
}

function solved(parameters, script) {
  const worker = new Worker(script);
  const end = new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = worker.onmessageerror = reject;
  });
  worker.postMessage(parameters);
  return end.finally(() => worker.terminate());
}

const fieldOf = (form) => form?.querySelector?.("input[data-proof]");
document.addEventListener("focusin", ({ target }) => {
  const field = fieldOf(target.form);
  if (field && target.matches("input, textarea")) begin(field);
});

// Before htmx and the draft hear of it: they shall see it once, when it is ready.
document.addEventListener("submit", async (event) => {
  const { target: form, submitter } = event;
  const field = fieldOf(form);
  if (!field || submitter?.name || ready.delete(field)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (waiting.has(field)) return;
  waiting.add(field);
  const line = field.nextElementSibling;
  const soon = setTimeout(() => { line.value = line.dataset.wait; }, 150);
  field.value = await begin(field);
  await new Promise(setTimeout); // a form may not be sent from within its own sending
  clearTimeout(soon);
  line.value = "";
  waiting.delete(field);
  works.delete(field); // it counts once
  ready.add(field);
  form.requestSubmit(submitter);
}, true);
