// Say so when something did not get through; the words stay where they were typed.
const line = document.querySelector("[data-trouble]");

for (const name of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
  document.addEventListener(name, ({ detail }) => {
    const explained = [403, 422].includes(detail.xhr?.status); // those answers carry their own sentence
    if (line && !explained) line.hidden = false;
  });
}

document.addEventListener("htmx:beforeRequest", () => {
  if (line) line.hidden = true;
});
