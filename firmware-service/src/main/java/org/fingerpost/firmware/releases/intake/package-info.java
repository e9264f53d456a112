/**
 * How releases come in: as parts of a body or as finished uploads, with archives unpacked, and held
 * against what their images say of themselves.
 *
 * <p>A draft is made by {@code releases}, which keeps it from then on.
 */
package org.fingerpost.firmware.releases.intake;
