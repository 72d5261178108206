/**
 * The pages of an account: sign-in, and all its owner may see and change.
 */
@NullMarked
package fr.medecinproche.account.web;

import org.jspecify.annotations.NullMarked;
