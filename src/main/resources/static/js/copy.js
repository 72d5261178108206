// Buttons marked data-copy copy the field they name, and say so.
document.querySelectorAll("[data-copy]").forEach((button) => button.addEventListener("click", async () => {
	const field = document.getElementById(button.dataset.copy);
	field.select();
	try {
		await navigator.clipboard.writeText(field.value);
		button.parentElement.querySelector("[role=status]").textContent = button.dataset.copied;
	}
	catch {
		// not allowed here: the address is selected, ready for the keyboard
	}
}));
