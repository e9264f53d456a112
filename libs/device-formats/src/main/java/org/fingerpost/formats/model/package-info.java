/**
 * The phones we know by name, and how each family behaves.
 *
 * <p>A phone of an unknown model is served all the same; nothing here decides who gets what.
 */
package org.fingerpost.formats.model;
