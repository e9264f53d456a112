package org.fingerpost.door;

/**
 * Paths outside of {@code /api/} where programs call a service because another service has it
 * there, or people come with a browser. A POST to one of them is no phone's.
 */
public interface ProgramPaths {
    /**
     * @param path as it was sent, without its query
     */
    boolean covers(String path);

    /**
     * Whether a GET or HEAD is no phone's either. Asked once. Such paths must lie where no phone
     * ever asks.
     */
    default boolean areRead() {
        return false;
    }
}
