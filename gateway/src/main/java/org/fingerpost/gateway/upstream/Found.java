package org.fingerpost.gateway.upstream;

/** What came of looking for a file. */
public sealed interface Found {
    record File(Source source) implements Found {}

    record None() implements Found {}

    /**
     * The door leads elsewhere by HTTP.
     *
     * @param location an absolute URI
     */
    record Elsewhere(String location) implements Found {}

    /** Nobody knows at the moment. */
    record NotNow() implements Found {}
}
