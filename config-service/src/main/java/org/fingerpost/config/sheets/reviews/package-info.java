/**
 * What publishing a sheet, or moving a group, would mean for each phone: values that change, holes
 * without a value, values that the catalogue refuses, settings that would cut phones off.
 *
 * <p>Compares shelves, whatever they are made of; reads no table and keeps nothing.
 */
package org.fingerpost.config.sheets.reviews;
