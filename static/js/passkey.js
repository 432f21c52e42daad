// A passkey that was refused or cancelled is said on the page; allauth would only write it on the console.
const line = document.querySelector("[data-passkey-trouble]");

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  line.hidden = false;
  line.scrollIntoView({ block: "nearest" });
});
