package org.fingerpost.config.archives.jobs;

/** What was not taken over, and why. */
public record Rejection(long line, String thing, String rule, String reason) {}
