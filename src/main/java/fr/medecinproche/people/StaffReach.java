package fr.medecinproche.people;

import fr.medecinproche.account.Role;
import fr.medecinproche.account.SignedIn;
import fr.medecinproche.people.PeopleRefusedException.Reason;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Refuses what is out of somebody's reach.
 */
@Component
class StaffReach {

	private final Reach reach;

	private final StaffDirectory directory;

	StaffReach(Reach reach, StaffDirectory directory) {
		this.reach = reach;
		this.directory = directory;
	}

	StaffMember within(long id, SignedIn actor) {
		return this.directory.find(id, actor).orElseThrow(() -> new PeopleRefusedException(Reason.OUT_OF_REACH));
	}

	/** Whether somebody may entrust a site, and take it back. */
	boolean covers(SignedIn actor, long siteId) {
		return this.reach.covers(actor, Role.HOST, null, siteId);
	}

	void mustCover(SignedIn actor, Role role, @Nullable String perimeter, @Nullable Long siteId) {
		if (!this.reach.covers(actor, role, perimeter, siteId)) {
			throw new PeopleRefusedException(Reason.OUT_OF_REACH);
		}
	}

}
