// Whoever is on the phone types at once: the first wrong field, or the one named by data-focus.
const form = document.querySelector('form[data-focus]');
const wrong = document.querySelector('form[data-focus] [aria-invalid="true"]');
if (form && !document.querySelector('[role="alert"], #found')) {
  (wrong ?? form.elements[form.dataset.focus])?.focus();
}
