// Follows work that is under way; without this file the page offers a link to look again.
const PAUSE = 1500;

async function look() {
	const shown = document.getElementById("avancement");
	const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
	if (!answer.ok) {
		return;
	}
	const page = new DOMParser().parseFromString(await answer.text(), "text/html");
	const news = page.getElementById("avancement");
	if (!news) {
		return;
	}
	if (news.dataset.over === "true") {
		location.reload();
		return;
	}
	if (news.textContent !== shown.textContent) {
		shown.replaceChildren(...news.childNodes);
	}
	setTimeout(look, PAUSE);
}

if (document.getElementById("avancement").dataset.over === "false") {
	setTimeout(look, PAUSE);
}
