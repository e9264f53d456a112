/**
 * Numbered settings of a phone: the name, the setting, the ordered set, and which of them are
 * secret.
 *
 * <p>What a setting means to a phone, layers, templates and sealing do not live here.
 */
package org.fingerpost.formats.pvalue;
