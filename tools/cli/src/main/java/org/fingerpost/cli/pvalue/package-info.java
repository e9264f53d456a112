/**
 * {@code fingerpost pvalue}: looks P-values up for a person or a script. What they mean is said in
 * device-formats.
 */
package org.fingerpost.cli.pvalue;
