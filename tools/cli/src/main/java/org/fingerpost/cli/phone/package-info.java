/**
 * The virtual phone: figure 1 of the vendor's provisioning guide walked over real connections. What
 * it saw is a {@code Walk}; printing and judging that are others' business.
 */
package org.fingerpost.cli.phone;
