// A picture chosen, pasted or dropped is stored at once and put where the caret stands.
const input = document.querySelector("[data-picture]");
const body = document.querySelector("#id_body");
const said = document.querySelector("[data-picture-said]");
if (input && body) {
  document.querySelector("[data-picture-add]").hidden = true; // choosing is enough here
  input.addEventListener("change", () => send(input.files));
  for (const [event, found] of [["paste", "clipboardData"], ["drop", "dataTransfer"]]) {
    body.addEventListener(event, (happened) => {
      const files = [...(happened[found]?.files ?? [])].filter((file) => file.type.startsWith("image/"));
      if (!files.length) return;
      happened.preventDefault();
      send(files);
    });
  }
}

async function send(files) {
  for (const file of files) {
    tell(said.dataset.busy);
    const form = new FormData();
    form.set("picture", file);
    form.set("csrfmiddlewaretoken", input.form.elements.csrfmiddlewaretoken.value);
    try {
      const answer = await fetch(input.dataset.picture, { method: "POST", body: form });
      const text = await answer.text();
      if (answer.status === 201) put(text);
      tell(answer.status === 201 ? said.dataset.done : answer.status === 422 ? text : said.dataset.failed, answer.status !== 201);
    } catch {
      tell(said.dataset.failed, true);
    }
  }
  input.value = "";
}

function put(markdown) {
  const before = body.value.slice(0, body.selectionStart).trimEnd();
  const after = body.value.slice(body.selectionEnd).trimStart();
  const head = before ? `${before}\n\n${markdown}` : markdown;
  body.value = `${head}\n\n${after}`;
  const caret = head.length - markdown.length + 2; // between the square brackets
  body.setSelectionRange(caret, caret);
  body.focus();
  body.dispatchEvent(new Event("input", { bubbles: true })); // the draft is kept
}

function tell(words, wrong = false) {
  said.textContent = words;
  said.className = wrong ? "field__error" : "field__help";
}
