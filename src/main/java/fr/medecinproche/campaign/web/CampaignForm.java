package fr.medecinproche.campaign.web;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

import fr.medecinproche.campaign.AddressList;
import fr.medecinproche.campaign.Audience;
import fr.medecinproche.campaign.Campaign;
import fr.medecinproche.campaign.CampaignPlan;
import fr.medecinproche.campaign.CampaignReach;
import fr.medecinproche.campaign.CampaignSpan;
import fr.medecinproche.campaign.CampaignText;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * A call as an agent fills it in: first where and when, which the address may say, then
 * the rest.
 *
 * @param zone the SIREN of the zone
 * @param du the first day
 * @param au the last day
 * @param wanted how many half-days are needed
 * @param audiences whom to ask
 * @param withinKm how far
 * @param source whence the addresses of a list come
 * @param addresses a list, pasted
 * @param subject of the mail
 * @param body of the mail
 */
record CampaignForm(@Nullable String zone, @Nullable LocalDate du, @Nullable LocalDate au, @Nullable String wanted,
		@Nullable Set<Audience> audiences, @Nullable String withinKm, @Nullable String source,
		@Nullable String addresses, @Nullable String subject, @Nullable String body) {

	private static final int LONGEST_SOURCE = 200;

	private static final int FARTHEST = 500;

	static CampaignForm of(Campaign campaign) {
		return new CampaignForm(campaign.getZone().getSiren(), campaign.getSpan().firstDay(),
				campaign.getSpan().lastDay(), String.valueOf(campaign.getWanted()), campaign.getReach().audiences(),
				String.valueOf(campaign.getReach().withinKm()), campaign.getReach().source(), null,
				campaign.getText().subject(), campaign.getText().body());
	}

	/** What is filled in when the form is first shown. */
	CampaignForm startingWith(int open, int usualKm, CampaignText template) {
		return new CampaignForm(this.zone, this.du, this.au,
				Objects.requireNonNullElse(this.wanted, String.valueOf(Math.clamp(open, 1, CampaignPlan.MOST_WANTED))),
				Objects.requireNonNullElse(this.audiences, Set.of(Audience.ACTIVE)),
				Objects.requireNonNullElse(this.withinKm, String.valueOf(usualKm)), this.source, this.addresses,
				Objects.requireNonNullElse(this.subject, template.subject()),
				Objects.requireNonNullElse(this.body, template.body()));
	}

	/** Whether anything was asked for at all. */
	boolean isBlank() {
		return this.zone == null && this.du == null && this.au == null;
	}

	/** Where and when. */
	void checkSpan(LocalDate today, Errors errors) {
		if (this.zone == null || this.zone.isBlank()) {
			errors.rejectValue("zone", "campaign.form.zone.missing");
		}
		if (this.du == null && !errors.hasFieldErrors("du")) {
			errors.rejectValue("du", "campaign.form.date.missing");
		}
		if (this.au == null && !errors.hasFieldErrors("au")) {
			errors.rejectValue("au", "campaign.form.date.missing");
		}
		if (this.du != null && this.au != null) {
			checkDays(this.du, this.au, today, errors);
		}
	}

	private static void checkDays(LocalDate first, LocalDate last, LocalDate today, Errors errors) {
		if (last.isBefore(first)) {
			errors.rejectValue("au", "campaign.form.backwards");
		}
		else if (last.isBefore(today)) {
			errors.rejectValue("au", "campaign.form.past");
		}
		else if (last.isAfter(first.plusDays(CampaignSpan.LONGEST_DAYS))) {
			errors.rejectValue("au", "campaign.form.long");
		}
	}

	/** How many, whom, and what. */
	void checkPlan(boolean listKept, AddressList list, int longest, Errors errors) {
		if (number(this.wanted) < 1 || number(this.wanted) > CampaignPlan.MOST_WANTED) {
			reject("wanted", "campaign.form.wanted.wrong", errors);
		}
		if (number(this.withinKm) < 1 || number(this.withinKm) > FARTHEST) {
			reject("withinKm", "campaign.form.withinKm.wrong", errors);
		}
		if (this.audiences == null || this.audiences.isEmpty()) {
			reject("audiences", "campaign.form.audiences.missing", errors);
		}
		else if (this.audiences.contains(Audience.LIST)) {
			checkList(listKept, list, longest, errors);
		}
		else if (!list.addresses().isEmpty()) {
			reject("audiences", "campaign.form.audiences.list", errors);
		}
		checkText("subject", this.subject, CampaignText.SUBJECT_LENGTH, errors);
		checkText("body", this.body, CampaignText.BODY_LENGTH, errors);
	}

	private void checkList(boolean listKept, AddressList list, int longest, Errors errors) {
		if (this.source == null || this.source.isBlank() || this.source.length() > LONGEST_SOURCE) {
			reject("source", "campaign.form.source.missing", errors);
		}
		if (!list.unreadable().isEmpty()) {
			errors.rejectValue("addresses", "campaign.form.addresses.unreadable",
					new Object[] { list.unreadable().size(), first(list) }, null);
		}
		else if (list.addresses().isEmpty() && !listKept) {
			reject("addresses", "campaign.form.addresses.missing", errors);
		}
		if (list.addresses().size() > longest) {
			errors.rejectValue("addresses", "campaign.form.addresses.many", new Object[] { longest }, null);
		}
	}

	private static String first(AddressList list) {
		return String.join(", ", list.unreadable().stream().limit(5).map(String::valueOf).toList());
	}

	private static void checkText(String field, @Nullable String text, int longest, Errors errors) {
		if (text == null || text.isBlank()) {
			reject(field, "campaign.form." + field + ".missing", errors);
		}
		else if (text.replace("\r\n", "\n").strip().length() > longest) {
			errors.rejectValue(field, "campaign.form.text.long", new Object[] { longest }, null);
		}
		else if (CampaignText.isMistyped(text)) {
			reject(field, "campaign.form.text.mistyped", errors);
		}
	}

	private static void reject(String field, String code, Errors errors) {
		if (!errors.hasFieldErrors(field)) {
			errors.rejectValue(field, code);
		}
	}

	/** What was typed, 0 when it is no number anybody means. */
	private static int number(@Nullable String typed) {
		return (typed != null && typed.strip().matches("[0-9]{1,4}")) ? Integer.parseInt(typed.strip()) : 0;
	}

	/** When, once it was found right. */
	CampaignSpan span() {
		return new CampaignSpan(Objects.requireNonNull(this.du), Objects.requireNonNull(this.au));
	}

	/** The rest, once it was found right. */
	CampaignPlan plan() {
		var asked = Objects.requireNonNull(this.audiences);
		return new CampaignPlan((short) number(this.wanted),
				new CampaignReach(asked, (short) number(this.withinKm),
						asked.contains(Audience.LIST) ? Objects.requireNonNull(this.source).strip() : null),
				new CampaignText(Objects.requireNonNull(this.subject).replaceAll("\\R", " "),
						Objects.requireNonNull(this.body)));
	}

}
