package org.fingerpost.door;

/**
 * Paths outside of {@code /api/} where programs call a service because another service has it
 * there. A POST to one of them is no phone's.
 */
public interface ProgramPaths {
    /**
     * @param path as it was sent, without its query
     */
    boolean covers(String path);
}
