/**
 * The page on which a person with a phone and a PIN sets the phone up: {@code /claim/{pathKey}}.
 *
 * <p>Plain HTML that needs no script. Decides nothing: a claim made here is {@code claiming}'s like
 * one made by telephone.
 */
package org.fingerpost.config.pins.page;
