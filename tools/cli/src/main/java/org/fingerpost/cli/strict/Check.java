package org.fingerpost.cli.strict;

import java.util.stream.Stream;
import org.fingerpost.cli.walk.Walk;

/** One trap. Each sentence says what was seen and why it bites. */
@FunctionalInterface
interface Check {
    Stream<String> sentences(Walk walk);
}
