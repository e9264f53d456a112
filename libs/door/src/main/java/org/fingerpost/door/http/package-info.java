/**
 * The parts of HTTP that a door reads itself: whose path it is, byte ranges, entity tags, dates,
 * and how to get rid of a body that nobody wants.
 *
 * <p>What to answer is not decided here.
 */
package org.fingerpost.door.http;
