/**
 * {@code fingerpost template}: text templates, device dumps and finished files, imported, checked
 * and compared. How they are read and what their P-values mean is said in device-formats.
 */
package org.fingerpost.cli.template;
