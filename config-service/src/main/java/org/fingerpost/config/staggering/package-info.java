/**
 * How providers want their phones to come, and the planner that shows what comes of it.
 *
 * <p>Owns the tables {@code staggering} and {@code pace}, and the state records {@code
 * staggering/{provider}}. Which turn a phone has, and how it is told, is {@code turns}.
 */
package org.fingerpost.config.staggering;
