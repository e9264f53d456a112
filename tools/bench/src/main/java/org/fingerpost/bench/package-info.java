/**
 * How long the formats take, measured by JMH, and the budgets that the figures are held against.
 *
 * <p>Whether they are right is tested where they live, not here. Figures: the README of this
 * module.
 */
package org.fingerpost.bench;
