/**
 * What is kept of a job on many ranges: its rows as they were said, its verdicts, how far it is.
 *
 * <p>Owns {@code range_job}, {@code range_job_row} and {@code range_job_verdict}; knows no range.
 */
package org.fingerpost.redirect.imports.jobs;
