// Counts down how long the chosen time is kept. Without this file the page says until when.
const notice = document.querySelector("[data-hold-seconds]");
const text = notice?.querySelector("p");
const seconds = Number(notice?.dataset.holdSeconds ?? 0);

if (seconds > 0) {
	const end = performance.now() + seconds * 1000;
	const left = document.createElement("span");
	left.setAttribute("role", "timer");
	text.append(" ", left);
	const tick = () => {
		const remaining = Math.ceil((end - performance.now()) / 1000);
		if (remaining <= 0) {
			clearInterval(timer);
			text.textContent = notice.dataset.holdEnded;
			text.setAttribute("role", "status");
			notice.classList.replace("fr-alert--info", "fr-alert--warning");
			return;
		}
		const clock = `${Math.floor(remaining / 60)}:${String(remaining % 60).padStart(2, "0")}`;
		left.textContent = notice.dataset.holdLeft.replace("{0}", clock);
	};
	const timer = setInterval(tick, 1000);
	tick();
}
