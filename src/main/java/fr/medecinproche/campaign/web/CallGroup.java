package fr.medecinproche.campaign.web;

/**
 * A part of those a call goes to, counted and listed by one and the same condition on the
 * invitation "i" and its message "m".
 */
enum CallGroup {

	/** They will be written to. */
	WAITING("i.written_at is null and i.left_out is null and c.status in ('DRAFT', 'RUNNING')"),
	/** They were written to, whatever became of the message. */
	WRITTEN("i.written_at is not null"),
	/** The message is on its way. */
	LEAVING("(m.status = 'PENDING' and m.not_after > :now)"),
	/** A mail server took it, or it was recorded where there is none. */
	DELIVERED("m.status in ('SENT', 'RECORDED')"),
	/** It could not be delivered. */
	FAILED("m.status = 'FAILED'"),
	/** The call ended first, or its reader wanted none. */
	NOT_SENT(
			"(m.status = 'EXPIRED' or (m.status = 'PENDING' and m.not_after <= :now) or (i.written_at is null and i.left_out is null "
					+ "and c.status in ('MET', 'STOPPED', 'OVER')))"),
	/** They took half-days. */
	YES("i.answer = 'YES'"),
	/** They would come, and may not yet. */
	INTERESTED("i.answer = 'INTERESTED'"),
	/** Not this time. */
	NOT_NOW("i.answer = 'NOT_NOW'"),
	/** Never again. */
	NEVER("i.answer = 'NEVER'"),
	/** They have said nothing. */
	NO_ANSWER("i.written_at is not null and i.answer = 'OPEN'"),
	/** They were left out. */
	LEFT_OUT("i.left_out is not null");

	private final String condition;

	CallGroup(String condition) {
		this.condition = condition;
	}

	String condition() {
		return this.condition;
	}

}
