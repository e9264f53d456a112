/** A figure beside its budget, and the order statistics that figures are taken from. */
package org.fingerpost.bench.figures;
