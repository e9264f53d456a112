/**
 * What a service says to phones: {@link org.fingerpost.door.PhoneDoor} is given a request and gives
 * an answer, each answer with what its sighting should tell.
 *
 * <p>What a path means is not here: each service says that in its {@code phone} room. How the
 * answer becomes HTTP is in {@code door.doorway}.
 */
package org.fingerpost.door;
