package fr.medecinproche.waiting;

import fr.medecinproche.account.Secret;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/**
 * The way of somebody who waits to their own page: a secret in a message, its hash here.
 */
@Entity
class WaitingLink {

	@Id
	@Column(name = "secret_hash")
	private String secretHash;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "entry_id", updatable = false)
	private WaitingEntry entry;

	@SuppressWarnings("NullAway.Init")
	protected WaitingLink() {
	}

	WaitingLink(Secret secret, WaitingEntry entry) {
		this.secretHash = secret.hash();
		this.entry = entry;
	}

}
