package fr.medecinproche.account.web;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of an account types to agree to something.
 *
 * @param current their password
 * @param code a code of their phone, or a recovery code, where one is asked for
 */
record AgreeForm(@NotBlank(message = "{account.current.missing}") @Nullable String current, @Nullable String code) {

}
