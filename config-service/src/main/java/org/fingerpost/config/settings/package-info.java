/**
 * Settings as they come in, as they are kept, and as they are shown: read from JSON, sealed,
 * masked, opened.
 *
 * <p>The devices' and the generic settings' keepers and the assembly use this; whose settings they
 * are and who may see them is not decided here.
 */
package org.fingerpost.config.settings;
