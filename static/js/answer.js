// 回复 under a reply: point the form at it and go there. Without this the link asks the server for the same.
const form = () => document.querySelector("form[data-answers]");

function answer(pk, name) {
  const line = form().querySelector("[data-answering]");
  form().elements.parent.value = pk;
  line.hidden = !pk;
  line.querySelector("b").textContent = name ? `@${name}` : "";
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-answer], [data-answer-drop]");
  if (!link || !form()) return;
  event.preventDefault();
  answer(link.dataset.answer ?? "", link.dataset.name ?? "");
  form().elements.body.focus();
});

// After posting, the words are on the page: the form is empty again and the reader is taken to them.
document.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (detail.elt !== form() || detail.xhr.status !== 201) return;
  form().elements.body.value = "";
  answer("", "");
});

document.addEventListener("htmx:afterSettle", () => {
  const posted = document.querySelector("[data-posted]");
  if (!posted) return;
  posted.removeAttribute("data-posted");
  posted.focus({ preventScroll: true });
  posted.scrollIntoView({ block: "center" });
});
