package fr.medecinproche.people;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.medecinproche.account.Role;
import fr.medecinproche.journal.Act;
import fr.medecinproche.journal.Journal;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Puts what is done to people into the words of the journal, which is kept in French. It
 * says numbers of accounts and invitations, never names or addresses: the journal
 * outlives them.
 */
@Component
class PeopleActs {

	private final Journal journal;

	private final StaffDirectory directory;

	private final MessageSource messages;

	PeopleActs(Journal journal, StaffDirectory directory, MessageSource messages) {
		this.journal = journal;
		this.directory = directory;
		this.messages = messages;
	}

	void invitation(String action, Invitation invitation) {
		note("people." + action, "invitation:" + invitation.id(), say("people.journal.invitation", invitation.id()),
				invitation.perimeter(), invitation.siteId(),
				role(invitation.role(), invitation.perimeter(), invitation.siteId()));
	}

	void joined(Invitation invitation, long accountId) {
		note("people.joined", "account:" + accountId, say("people.journal.account", accountId), invitation.perimeter(),
				invitation.siteId(), say("people.journal.invitation", invitation.id()));
	}

	void account(String action, StaffMember member, @Nullable String detail) {
		note("people." + action, "account:" + member.id(), say("people.journal.account", member.id()),
				member.perimeter(), member.siteId(), detail);
	}

	/** Such as "Agent de l’agence régionale de santé, Gers (32)". */
	String role(Role role, @Nullable String perimeter, @Nullable Long siteId) {
		return Stream
			.concat(Stream.of(this.messages.getMessage("account.Role." + role, null, Locale.FRENCH)),
					this.directory.place(perimeter, siteId).stream())
			.collect(Collectors.joining(", "));
	}

	private void note(String action, String subject, String label, @Nullable String perimeter, @Nullable Long siteId,
			@Nullable String detail) {
		this.journal
			.note(new Act(action, subject, label, this.directory.departement(perimeter, siteId).orElse(null), detail));
	}

	private String say(String key, long number) {
		return this.messages.getMessage(key, new Object[] { String.valueOf(number) }, Locale.FRENCH);
	}

}
