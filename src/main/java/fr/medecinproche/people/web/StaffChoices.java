package fr.medecinproche.people.web;

import java.util.List;

import fr.medecinproche.account.Role;
import fr.medecinproche.account.SignedIn;
import fr.medecinproche.people.StaffDirectory;
import fr.medecinproche.people.StaffDirectory.SiteOption;
import fr.medecinproche.people.StaffMember;
import fr.medecinproche.territory.Perimeters;
import fr.medecinproche.territory.Perimeters.Perimeter;

import org.springframework.stereotype.Component;

/**
 * What an actor may choose from: roles, perimeters and sites within their reach.
 */
@Component
class StaffChoices {

	private final Perimeters perimeters;

	private final StaffDirectory directory;

	StaffChoices(Perimeters perimeters, StaffDirectory directory) {
		this.perimeters = perimeters;
		this.directory = directory;
	}

	List<Role> roles(SignedIn actor) {
		if (actor.role() == Role.ADMIN) {
			return List.of(Role.HOST, Role.AGENT, Role.REGULATOR, Role.ADMIN);
		}
		return perimeters(actor).isEmpty() ? List.of(Role.HOST) : List.of(Role.HOST, Role.AGENT);
	}

	/** A host stays one without choosing it. */
	List<Role> rolesFor(StaffMember member, SignedIn actor) {
		return roles(actor).stream().filter((role) -> role != Role.HOST || member.role() != Role.HOST).toList();
	}

	/** Those strictly narrower than the actor's own; all of them for who sees all. */
	List<Perimeter> perimeters(SignedIn actor) {
		return this.perimeters.all()
			.stream()
			.filter((each) -> actor.perimeter() == null
					|| (each.region().equals(actor.perimeter()) && !each.isRegion()))
			.toList();
	}

	/** Whether the actor may give a sight of everything. */
	boolean everything(SignedIn actor) {
		return actor.role() == Role.ADMIN;
	}

	List<SiteOption> sites(SignedIn actor) {
		return this.directory.sites(actor);
	}

}
