package org.fingerpost.firmware.waves;

/** What is concluded about a rollout. */
public sealed interface Judgement {
    /** The last open wave has reached what it must: the next one may open. */
    record Met() implements Judgement {}

    /** Not yet. */
    record Wait(String why) implements Judgement {}

    /** Too many phones failed: no further phone gets it. */
    record Stop(String why) implements Judgement {}
}
