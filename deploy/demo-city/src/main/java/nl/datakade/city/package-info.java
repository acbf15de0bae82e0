/**
 * Kadestad: a fictitious city and the files its departments send, the same bytes on every run and every machine.
 *
 * <p>The city lies in the Markerwaard, the polder that was drawn for a century and never drained, so that no point in
 * it is anybody's house. Persons are called {@code Proefpersoon}, citizen service numbers come from the 999 series that
 * is kept for tests, postcodes run from 1993 to 1999, telephone numbers begin with 0999 or 0600, and mail addresses end in
 * {@code .example}: none of these is in use.
 */
@NullMarked
package nl.datakade.city;

import org.jspecify.annotations.NullMarked;
