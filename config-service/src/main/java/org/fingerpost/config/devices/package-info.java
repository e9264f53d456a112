/**
 * The phones that providers keep a record of: model, settings, and the window in which a phone may
 * fetch its first file.
 *
 * <p>Owns the table {@code device} and the state records {@code device/{provider}/{mac}}, and
 * follows which windows were used and which XML passwords phones have. What a phone is given in the
 * end is {@code assembly}'s and {@code phone}'s affair.
 */
package org.fingerpost.config.devices;
