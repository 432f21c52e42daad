// Hand the page's address to the system's share sheet, or to the clipboard.
for (const button of document.querySelectorAll("[data-share]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const url = document.querySelector("link[rel=canonical]")?.href ?? location.href;
    try {
      if (navigator.share) await navigator.share({ title: document.title, url });
      else {
        await navigator.clipboard.writeText(url);
        button.querySelector("[data-share-word]").textContent = button.dataset.share;
      }
    } catch {
      // the reader closed the sheet, or the browser keeps its clipboard to itself
    }
  });
}
