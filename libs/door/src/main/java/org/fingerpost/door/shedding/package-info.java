/**
 * What a door puts off while it is behind, before phones wait in vain: how far behind it is, which
 * requests go first, and when they are to come back.
 *
 * <p>What an answer looks like, and places for long answers ({@link org.fingerpost.door.Lane}), are
 * elsewhere.
 */
package org.fingerpost.door.shedding;
