/**
 * Providers' keys are changed when somebody asks for it: a new one seals from then on, and a walk
 * seals anew what is under the old one, room by room ({@link
 * org.fingerpost.config.keys.changes.SealedRoom}).
 *
 * <p>Owns the table {@code key_walk}. The keys themselves are kept by {@code keys}.
 */
package org.fingerpost.config.keys.changes;
