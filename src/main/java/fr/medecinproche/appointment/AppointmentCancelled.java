package fr.medecinproche.appointment;

/**
 * An appointment will not take place; its time is free at once unless the doctor no
 * longer comes.
 *
 * @param appointmentId the appointment
 * @param by who cancelled it
 */
public record AppointmentCancelled(long appointmentId, Canceller by) {

}
