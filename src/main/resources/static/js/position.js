// Finds the commune somebody is in, when they ask for it. The position is rounded to about a kilometre before it leaves
// the phone, and the server keeps none of it. Without this file people write where they live.
const REASONS = { 1: "refused", 2: "unavailable", 3: "late" };

function enhance(button) {
	const form = document.getElementById(button.getAttribute("form"));
	const status = document.getElementById(button.getAttribute("aria-describedby"));
	const say = (what) => {
		status.textContent = button.dataset[what];
		button.disabled = what === "looking";
	};

	button.addEventListener("click", (event) => {
		event.preventDefault();
		if (!navigator.geolocation) {
			say("unavailable");
			return;
		}
		say("looking");
		navigator.geolocation.getCurrentPosition(({ coords }) => {
			form.elements.latitude.value = coords.latitude.toFixed(2);
			form.elements.longitude.value = coords.longitude.toFixed(2);
			form.submit();
		}, ({ code }) => say(REASONS[code] ?? "unavailable"), { timeout: 15000, maximumAge: 600000 });
	});
	// The page may come back from the browser's cache, as it was when it was left.
	addEventListener("pageshow", () => {
		form.elements.latitude.value = "";
		form.elements.longitude.value = "";
		status.textContent = "";
		button.disabled = false;
	});
}

document.querySelectorAll("button[data-position]").forEach(enhance);
