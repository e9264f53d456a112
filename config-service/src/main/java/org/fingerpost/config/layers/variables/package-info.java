/**
 * Texts with holes, and the variables that fill them: as they come in, as they are kept, opened.
 *
 * <p>Which layer's value fills a hole is {@code layers}.
 */
package org.fingerpost.config.layers.variables;
