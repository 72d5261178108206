// Buttons marked data-print print the page.
document.querySelectorAll("[data-print]").forEach((button) => button.addEventListener("click", () => window.print()));
