/**
 * What devices have in common as far as layers go: model, group, which P-values and variables their
 * own records have. A fleet of a million has some hundred shapes, so what a change of a layer means
 * for each device is found out without looking at each.
 *
 * <p>Reads the column {@code shape} of the devices' table, which {@code devices} writes.
 */
package org.fingerpost.config.shapes;
