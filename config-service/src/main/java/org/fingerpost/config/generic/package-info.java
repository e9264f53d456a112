/**
 * What a provider tells all of its phones that have no record of their own: its {@code cfg.xml}.
 *
 * <p>Owns the table {@code generic_settings} and the state records {@code generic/{provider}}.
 */
package org.fingerpost.config.generic;
