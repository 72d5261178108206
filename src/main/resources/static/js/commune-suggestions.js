// Suggests communes in every field marked data-commune-suggestions, as the editable combobox with list autocomplete of
// the ARIA authoring practices. Without this file the same field is understood by the server.
const SHORTEST = 2;
const PAUSE = 150;
let fields = 0;

function enhance(input) {
	const text = input.dataset;
	const id = input.id || `commune-field-${fields}`;
	const code = input.form?.querySelector(`[data-commune-code="${id}"]`);
	const radios = input.form?.querySelectorAll(`[data-commune-choice="${id}"]`) ?? [];
	fields += 1;

	const list = document.createElement("ul");
	list.id = `${id}-suggestions`;
	list.className = "suggestions__list";
	list.setAttribute("role", "listbox");
	list.setAttribute("aria-label", text.listLabel);
	list.hidden = true;
	const status = document.createElement("p");
	status.className = "fr-sr-only";
	status.setAttribute("role", "status");
	const frame = document.createElement("div");
	frame.className = "suggestions";
	input.before(frame);
	frame.append(input, list, status);
	input.setAttribute("role", "combobox");
	input.setAttribute("aria-autocomplete", "list");
	input.setAttribute("aria-controls", list.id);
	input.setAttribute("aria-expanded", "false");
	input.autocomplete = "off";

	let current = -1;
	let timer;
	let request;

	const options = () => [...list.children];

	function close() {
		clearTimeout(timer);
		request?.abort();
		list.hidden = true;
		current = -1;
		input.setAttribute("aria-expanded", "false");
		input.removeAttribute("aria-activedescendant");
	}

	function point(index) {
		current = index;
		options().forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
		if (index < 0) {
			input.removeAttribute("aria-activedescendant");
		} else {
			input.setAttribute("aria-activedescendant", options()[index].id);
			options()[index].scrollIntoView({ block: "nearest" });
		}
	}

	function choose(option) {
		input.value = option.dataset.label;
		if (code) {
			code.value = option.dataset.code;
		}
		close();
		status.textContent = text.statusChosen.replace("{0}", option.dataset.label);
		input.dispatchEvent(new CustomEvent("commune-chosen", { bubbles: true, detail: option.dataset.code }));
	}

	function show(found) {
		list.replaceChildren(...found.map((suggestion, i) => {
			const option = document.createElement("li");
			option.id = `${list.id}-${i}`;
			option.className = "suggestions__option";
			option.setAttribute("role", "option");
			option.dataset.code = suggestion.code;
			option.dataset.label = suggestion.label;
			option.textContent = suggestion.former
				? text.former.replace("{0}", suggestion.former).replace("{1}", suggestion.label) : suggestion.label;
			return option;
		}));
		point(-1);
		list.hidden = found.length === 0;
		input.setAttribute("aria-expanded", String(found.length > 0));
		const words = [text.statusNone, text.statusOne][found.length] ?? text.statusMany;
		status.textContent = words.replace("{0}", found.length);
	}

	async function look() {
		request?.abort();
		request = new AbortController();
		const typed = input.value.trim();
		try {
			const answer = await fetch(`${text.communeSuggestions}?q=${encodeURIComponent(typed)}`, { signal: request.signal });
			if (answer.ok && document.activeElement === input) {
				show(await answer.json());
			}
		} catch {
			// No network, or a newer letter: the server will understand the text that is sent.
		}
	}

	input.addEventListener("input", () => {
		if (code) {
			code.value = "";
		}
		radios.forEach((radio) => {
			radio.checked = false;
		});
		close();
		status.textContent = "";
		if (input.value.trim().length >= SHORTEST) {
			timer = setTimeout(look, PAUSE);
		}
	});

	input.addEventListener("keydown", (event) => {
		const count = list.hidden ? 0 : options().length;
		if (event.key === "ArrowDown" || event.key === "ArrowUp") {
			event.preventDefault();
			if (count > 0) {
				const step = event.key === "ArrowDown" ? 1 : -1;
				// One place more than there are options: the field itself, from which the arrows start.
				point(((current + 1 + step + count + 1) % (count + 1)) - 1);
			} else if (input.value.trim().length >= SHORTEST) {
				look();
			}
		} else if (event.key === "Enter" && current >= 0) {
			event.preventDefault();
			choose(options()[current]);
		} else if (event.key === "Escape" && count > 0) {
			event.preventDefault();
			close();
		}
	});

	input.addEventListener("blur", close);
	// Pressing must not take the focus away before the click arrives.
	list.addEventListener("mousedown", (event) => event.preventDefault());
	list.addEventListener("click", (event) => {
		const option = event.target.closest("[role=option]");
		if (option) {
			choose(option);
		}
	});
}

document.querySelectorAll("input[data-commune-suggestions]").forEach(enhance);
